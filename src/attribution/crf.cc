#include "attribution/crf.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <limits>

#include "attribution/portable_math.h"

namespace hearsay {
namespace {

// Below any score that a path can have and far from overflow in 64 bits.
constexpr std::int64_t kForbidden = std::numeric_limits<std::int64_t>::min() / 4;

template <int K>
double scale_to_one(Probabilities<K>& p) {
  double sum = 0;
  for (const double x : p) sum += x;
  for (double& x : p) x /= sum;
  return sum;
}

// exp of the scores relative to the greatest, so that nothing overflows.
template <int K>
Probabilities<K> exponentials(const Scores<K>& scores) {
  const std::int32_t top = *std::max_element(scores.begin(), scores.end());
  Probabilities<K> out;
  for (int y = 0; y < K; ++y) out[y] = scores[y] == top ? 1 : portable_exp(kScoreUnit * (scores[y] - top));
  return out;
}

}  // namespace

template <int K>
void best_labels(const CrfModel<K>& model, std::span<const Scores<K>> scores,
                 std::vector<std::array<std::uint8_t, K>>& back, std::vector<std::uint8_t>& labels) {
  labels.assign(scores.size(), 0);
  back.resize(scores.size());
  if (scores.empty()) return;
  std::array<std::int64_t, K> best;
  for (int y = 0; y < K; ++y) {
    best[y] = may_follow(0, y) ? std::int64_t{model.start[y]} + scores[0][y] : kForbidden;
  }
  for (std::size_t t = 1; t < scores.size(); ++t) {
    const std::array<std::int64_t, K> before = best;
    for (int y = 0; y < K; ++y) {
      std::int64_t top = kForbidden;
      std::uint8_t from = 0;
      for (int x = 0; x < K; ++x) {
        if (!may_follow(x, y)) continue;
        const std::int64_t s = before[x] + model.transitions[x][y];
        if (s > top) {
          top = s;
          from = static_cast<std::uint8_t>(x);
        }
      }
      best[y] = top + scores[t][y];
      back[t][y] = from;
    }
  }
  labels.back() = static_cast<std::uint8_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (std::size_t t = scores.size() - 1; t > 0; --t) labels[t - 1] = back[t][labels[t]];
}

template <int K>
void fill_lattice(const CrfModel<K>& model, std::span<const Scores<K>> scores, Lattice<K>& lattice) {
  const std::size_t n = scores.size();
  lattice.emission.resize(n);
  lattice.forward.resize(n);
  lattice.backward.resize(n);
  lattice.marginals.resize(n);
  for (int x = 0; x < K; ++x) {
    lattice.first[x] = may_follow(0, x) ? portable_exp(kScoreUnit * model.start[x]) : 0;
    for (int y = 0; y < K; ++y) {
      lattice.step[x][y] = may_follow(x, y) ? portable_exp(kScoreUnit * model.transitions[x][y]) : 0;
    }
  }
  for (std::size_t t = 0; t < n; ++t) {
    lattice.emission[t] = exponentials<K>(scores[t]);
    for (int y = 0; y < K; ++y) {
      double in = t == 0 ? lattice.first[y] : 0;
      for (int x = 0; t > 0 && x < K; ++x) in += lattice.forward[t - 1][x] * lattice.step[x][y];
      // The floor keeps labels alive whose exp underflowed: no row may sum to zero.
      lattice.forward[t][y] = may_follow(0, y) || t > 0 ? in * lattice.emission[t][y] + 1e-250 : 0;
    }
    scale_to_one<K>(lattice.forward[t]);
  }
  for (std::size_t t = n; t-- > 0;) {
    for (int x = 0; x < K; ++x) {
      double out = t + 1 == n ? 1 : 0;
      for (int y = 0; t + 1 < n && y < K; ++y) {
        out += lattice.step[x][y] * lattice.emission[t + 1][y] * lattice.backward[t + 1][y];
      }
      lattice.backward[t][x] = out + 1e-250;
      lattice.marginals[t][x] = lattice.forward[t][x] * lattice.backward[t][x];
    }
    scale_to_one<K>(lattice.backward[t]);
    scale_to_one<K>(lattice.marginals[t]);
  }
}

template <int K>
double probability_of(const Lattice<K>& lattice, std::uint32_t begin, std::span<const std::uint8_t> labels) {
  assert(!labels.empty() && begin + labels.size() <= lattice.marginals.size());
  double p = lattice.marginals[begin][labels[0]];
  for (std::size_t k = 1; k < labels.size(); ++k) {
    const std::size_t t = begin + k;
    const int x = labels[k - 1];
    const int y = labels[k];
    // P(y at t | x at t - 1, all) from the backward scores.
    double total = 0;
    for (int z = 0; z < K; ++z) total += lattice.step[x][z] * lattice.emission[t][z] * lattice.backward[t][z];
    const double share = lattice.step[x][y] * lattice.emission[t][y] * lattice.backward[t][y];
    p *= total > 0 ? share / total : 0;
  }
  return p;
}

template void best_labels<kCueLabels>(const CrfModel<kCueLabels>&, std::span<const Scores<kCueLabels>>,
                                      std::vector<std::array<std::uint8_t, kCueLabels>>&,
                                      std::vector<std::uint8_t>&);
template void best_labels<kRoleLabels>(const CrfModel<kRoleLabels>&, std::span<const Scores<kRoleLabels>>,
                                       std::vector<std::array<std::uint8_t, kRoleLabels>>&,
                                       std::vector<std::uint8_t>&);
template void fill_lattice<kCueLabels>(const CrfModel<kCueLabels>&, std::span<const Scores<kCueLabels>>,
                                       Lattice<kCueLabels>&);
template void fill_lattice<kRoleLabels>(const CrfModel<kRoleLabels>&, std::span<const Scores<kRoleLabels>>,
                                        Lattice<kRoleLabels>&);
template double probability_of<kCueLabels>(const Lattice<kCueLabels>&, std::uint32_t,
                                           std::span<const std::uint8_t>);
template double probability_of<kRoleLabels>(const Lattice<kRoleLabels>&, std::uint32_t,
                                            std::span<const std::uint8_t>);

}  // namespace hearsay
