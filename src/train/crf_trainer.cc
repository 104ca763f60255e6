#include "train/crf_trainer.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <random>

#include "attribution/portable_math.h"

namespace hearsay {
namespace {

// A weight and the sum of its squared gradients side by side: one cache line.
template <int K>
struct Adaptive {
  std::array<float, K> weight{};
  std::array<float, K> squares{};

  void step(const std::array<float, K>& gradient, float factor, float rate) {
    for (int y = 0; y < K; ++y) {
      const float g = gradient[y] * factor;
      squares[y] += g * g;
      weight[y] += rate * g / (std::sqrt(squares[y]) + 1e-6f);
    }
  }
};

template <int K>
double scale_to_one(std::array<double, K>& p) {
  const double sum = std::accumulate(p.begin(), p.end(), 0.0);
  for (double& x : p) x /= sum;
  return sum;
}

// The features of a sequence that this step did not drop.
struct Kept {
  std::vector<std::uint32_t> features;
  std::vector<std::size_t> token_begin;
};

void drop_features(const CrfExamples& examples, std::uint32_t first, std::uint32_t last, float dropout,
                   std::mt19937_64& random, Kept& kept) {
  kept.features.clear();
  kept.token_begin.assign(1, 0);
  // 16 random bits a feature are enough to draw by.
  const auto threshold = static_cast<std::uint64_t>(dropout * 65536);
  std::uint64_t bits = 0;
  int left = 0;
  for (std::uint32_t t = first; t < last; ++t) {
    for (std::uint64_t f = examples.token_begin[t]; f < examples.token_begin[t + 1]; ++f) {
      if (left-- == 0) {
        bits = random();
        left = 3;
      }
      if ((bits & 0xFFFF) >= threshold) kept.features.push_back(examples.features[f]);
      bits >>= 16;
    }
    kept.token_begin.push_back(kept.features.size());
  }
}

template <int K>
struct Fitting {
  const CrfExamples& examples;
  const CrfTraining& training;
  std::vector<Adaptive<K>> features;
  std::array<Adaptive<K>, K> transitions;
  Adaptive<K> start;
  std::mt19937_64 random;
  Kept kept;
  std::vector<std::array<float, K>> scores;
  std::vector<std::array<float, K>> gradient;

  // One step on one sequence; returns its log-likelihood.
  double step(std::uint32_t sequence) {
    const std::uint32_t first = examples.sequence_begin[sequence];
    const std::uint32_t last = examples.sequence_begin[sequence + 1];
    const float scale = 1 / (1 - training.dropout);
    drop_features(examples, first, last, training.dropout, random, kept);
    scores.assign(last - first, {});
    for (std::uint32_t t = 0; t < last - first; ++t) {
      for (std::size_t f = kept.token_begin[t]; f < kept.token_begin[t + 1]; ++f) {
        const std::array<float, K>& w = features[kept.features[f]].weight;
        for (int y = 0; y < K; ++y) scores[t][y] += scale * w[y];
      }
    }
    CrfWeights<K> chain;
    for (int y = 0; y < K; ++y) chain.transitions[y] = transitions[y].weight;
    chain.start = start.weight;
    std::array<std::array<float, K>, K> transition_gradient{};
    std::array<float, K> start_gradient{};
    const std::span<const std::uint8_t> labels(examples.labels.data() + first, last - first);
    const double result =
        crf_gradient<K>(scores, labels, chain, gradient, transition_gradient, start_gradient);
    for (std::uint32_t t = 0; t < last - first; ++t) {
      // Most tokens are settled after the first epoch; passing them over saves most of the time.
      const auto is_small = [](float g) { return std::abs(g) < 1e-3f; };
      if (std::all_of(gradient[t].begin(), gradient[t].end(), is_small)) continue;
      for (std::size_t f = kept.token_begin[t]; f < kept.token_begin[t + 1]; ++f) {
        features[kept.features[f]].step(gradient[t], scale, training.rate);
      }
    }
    for (int y = 0; y < K; ++y) transitions[y].step(transition_gradient[y], 1, training.rate);
    start.step(start_gradient, 1, training.rate);
    return result;
  }
};

}  // namespace

void CrfExamples::add_token(std::span<const std::uint64_t> token_features, std::uint8_t label) {
  hashes.insert(hashes.end(), token_features.begin(), token_features.end());
  token_begin.push_back(hashes.size());
  labels.push_back(label);
}

void CrfExamples::end_sequence(std::uint8_t fold) {
  sequence_begin.push_back(static_cast<std::uint32_t>(labels.size()));
  folds.push_back(fold);
}

void index_features(CrfExamples& examples, int min_count, int bits) {
  // Counted by part of the hash: a rare feature may pass for a frequent one, which
  // does no harm.
  constexpr int kCountBits = 27;
  std::vector<std::uint8_t> counts(std::size_t{1} << kCountBits, 0);
  const auto count_of = [&](std::uint64_t h) -> std::uint8_t& {
    return counts[(h << 8) >> (64 - kCountBits)];
  };
  for (const std::uint64_t h : examples.hashes) {
    std::uint8_t& n = count_of(h);
    n = static_cast<std::uint8_t>(n + (n < 255));
  }
  examples.bits = bits;
  std::uint64_t next = 0;
  for (std::size_t t = 0; t + 1 < examples.token_begin.size(); ++t) {
    const std::uint64_t last = examples.token_begin[t + 1];
    for (; next < last; ++next) {
      const std::uint64_t h = examples.hashes[next];
      if (count_of(h) >= min_count) examples.features.push_back(row_of(h, bits));
    }
    examples.token_begin[t + 1] = examples.features.size();
  }
  examples.hashes = {};
}

template <int K>
double crf_gradient(std::span<const std::array<float, K>> scores, std::span<const std::uint8_t> labels,
                    const CrfWeights<K>& weights, std::vector<std::array<float, K>>& token_gradient,
                    std::array<std::array<float, K>, K>& transition_gradient,
                    std::array<float, K>& start_gradient) {
  using Row = std::array<double, K>;
  const std::size_t n = scores.size();
  token_gradient.assign(n, {});
  std::array<Row, K> step{};
  for (int x = 0; x < K; ++x) {
    for (int y = 0; y < K; ++y) step[x][y] = may_follow(x, y) ? portable_exp(weights.transitions[x][y]) : 0;
  }
  std::vector<Row> emission(n);
  std::vector<Row> forward(n);
  double log_z = 0;
  for (std::size_t t = 0; t < n; ++t) {
    const float top = *std::max_element(scores[t].begin(), scores[t].end());
    for (int y = 0; y < K; ++y) {
      emission[t][y] = portable_exp(scores[t][y] - top);
      double in = t == 0 && may_follow(0, y) ? portable_exp(weights.start[y]) : 0;
      for (int x = 0; t > 0 && x < K; ++x) in += forward[t - 1][x] * step[x][y];
      forward[t][y] = in * emission[t][y];
    }
    log_z += top + portable_log(scale_to_one<K>(forward[t]));
  }
  Row backward;
  backward.fill(1);
  double gold = 0;
  for (std::size_t t = n; t-- > 0;) {
    Row marginal;
    for (int y = 0; y < K; ++y) marginal[y] = forward[t][y] * backward[y];
    scale_to_one<K>(marginal);
    for (int y = 0; y < K; ++y) token_gradient[t][y] = static_cast<float>((labels[t] == y) - marginal[y]);
    gold += scores[t][labels[t]] +
            (t == 0 ? weights.start[labels[0]] : weights.transitions[labels[t - 1]][labels[t]]);
    if (t == 0) break;
    Row before{};
    double sum = 0;
    for (int x = 0; x < K; ++x) {
      for (int y = 0; y < K; ++y) {
        before[x] += step[x][y] * emission[t][y] * backward[y];
        sum += forward[t - 1][x] * step[x][y] * emission[t][y] * backward[y];
      }
    }
    for (int x = 0; x < K; ++x) {
      for (int y = 0; y < K; ++y) {
        const double p = forward[t - 1][x] * step[x][y] * emission[t][y] * backward[y] / sum;
        transition_gradient[x][y] += static_cast<float>((labels[t - 1] == x && labels[t] == y) - p);
      }
    }
    scale_to_one<K>(before);
    backward = before;
  }
  if (n > 0) start_gradient = token_gradient[0];
  return gold - log_z;
}

template <int K>
CrfWeights<K> train_crf(const CrfExamples& examples, const CrfTraining& training) {
  assert(examples.hashes.empty());
  Fitting<K> fitting{.examples = examples, .training = training, .random = std::mt19937_64(training.seed)};
  Adaptive<K> fresh;
  fresh.squares.fill(training.initial_squares);
  fitting.features.assign(std::size_t{1} << examples.bits, fresh);
  fitting.transitions.fill(fresh);
  fitting.start = fresh;
  std::vector<std::uint32_t> order;
  for (std::uint32_t s = 0; s < examples.folds.size(); ++s) {
    if (examples.folds[s] != training.skip_fold &&
        examples.sequence_begin[s] < examples.sequence_begin[s + 1]) {
      order.push_back(s);
    }
  }
  CrfWeights<K> out;
  for (int epoch = 0; epoch < training.epochs; ++epoch) {
    // Not std::shuffle, whose result the standard leaves open.
    for (std::size_t k = order.size(); k > 1; --k) std::swap(order[k - 1], order[fitting.random() % k]);
    double sum = 0;
    std::size_t tokens = 0;
    for (const std::uint32_t s : order) {
      sum += fitting.step(s);
      tokens += examples.sequence_begin[s + 1] - examples.sequence_begin[s];
    }
    out.log_likelihood = tokens == 0 ? 0 : sum / static_cast<double>(tokens);
  }
  for (const Adaptive<K>& f : fitting.features) out.features.push_back(f.weight);
  for (int y = 0; y < K; ++y) out.transitions[y] = fitting.transitions[y].weight;
  out.start = fitting.start.weight;
  return out;
}

template <int K>
PackedCrf<K> pack_crf(const CrfWeights<K>& weights) {
  PackedCrf<K> out;
  out.rows = pack_weights<K>(weights.features);
  out.model.table = as_table<K>(out.rows);
  const auto rounded = [](float w) { return static_cast<std::int32_t>(std::lround(w / kScoreUnit)); };
  for (int x = 0; x < K; ++x) {
    out.model.start[x] = rounded(weights.start[x]);
    for (int y = 0; y < K; ++y) out.model.transitions[x][y] = rounded(weights.transitions[x][y]);
  }
  return out;
}

template double crf_gradient<3>(std::span<const std::array<float, 3>>, std::span<const std::uint8_t>,
                                const CrfWeights<3>&, std::vector<std::array<float, 3>>&,
                                std::array<std::array<float, 3>, 3>&, std::array<float, 3>&);
template double crf_gradient<5>(std::span<const std::array<float, 5>>, std::span<const std::uint8_t>,
                                const CrfWeights<5>&, std::vector<std::array<float, 5>>&,
                                std::array<std::array<float, 5>, 5>&, std::array<float, 5>&);
template CrfWeights<3> train_crf<3>(const CrfExamples&, const CrfTraining&);
template CrfWeights<5> train_crf<5>(const CrfExamples&, const CrfTraining&);
template PackedCrf<3> pack_crf<3>(const CrfWeights<3>&);
template PackedCrf<5> pack_crf<5>(const CrfWeights<5>&);

}  // namespace hearsay
