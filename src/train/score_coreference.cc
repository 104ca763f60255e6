#include "train/score_coreference.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

namespace hearsay {
namespace {

using ChainOf = std::unordered_map<std::uint64_t, std::size_t>;  // mention: its chain

ChainOf index_chains(const Chains& chains) {
  ChainOf index;
  for (std::size_t c = 0; c < chains.size(); ++c) {
    for (const std::uint64_t m : chains[c]) index[m] = c;
  }
  return index;
}

std::size_t count_mentions(const Chains& chains) {
  std::size_t count = 0;
  for (const auto& chain : chains) count += chain.size();
  return count;
}

// Links of `chains` that survive when they are cut as `other` cuts them.
std::pair<double, double> muc_recall(const Chains& chains, const ChainOf& other) {
  double kept = 0;
  double all = 0;
  for (const auto& chain : chains) {
    std::set<std::size_t> parts;
    std::size_t alone = 0;
    for (const std::uint64_t m : chain) {
      const auto found = other.find(m);
      if (found == other.end()) {
        ++alone;
      } else {
        parts.insert(found->second);
      }
    }
    kept += static_cast<double>(chain.size() - (parts.size() + alone));
    all += static_cast<double>(chain.size() - 1);
  }
  return {kept, all};
}

double b_cubed_recall(const Chains& chains, const ChainOf& other) {
  double sum = 0;
  for (const auto& chain : chains) {
    std::map<std::size_t, double> overlap;
    for (const std::uint64_t m : chain) {
      if (const auto found = other.find(m); found != other.end()) ++overlap[found->second];
    }
    for (const auto& [ignored, n] : overlap) sum += n * n / static_cast<double>(chain.size());
  }
  return sum;
}

// The largest sum of `gain` over one-to-one pairs (Kuhn 1955, with potentials).
// gain[i][j]: rows must not outnumber columns.
double best_assignment(const std::vector<std::vector<double>>& gain) {
  const std::size_t n = gain.size();
  const std::size_t m = n == 0 ? 0 : gain[0].size();
  std::vector<double> u(n + 1), v(m + 1);
  std::vector<std::size_t> row_of(m + 1), way(m + 1);
  for (std::size_t i = 1; i <= n; ++i) {
    row_of[0] = i;
    std::size_t column = 0;
    std::vector<double> least(m + 1, std::numeric_limits<double>::infinity());
    std::vector<bool> used(m + 1);
    do {
      used[column] = true;
      double step = std::numeric_limits<double>::infinity();
      std::size_t next = 0;
      for (std::size_t j = 1; j <= m; ++j) {
        if (used[j]) continue;
        const double slack = -gain[row_of[column] - 1][j - 1] - u[row_of[column]] - v[j];
        if (slack < least[j]) least[j] = slack, way[j] = column;
        if (least[j] < step) step = least[j], next = j;
      }
      for (std::size_t j = 0; j <= m; ++j) {
        if (used[j])
          u[row_of[j]] += step, v[j] -= step;
        else
          least[j] -= step;
      }
      column = next;
    } while (row_of[column] != 0);
    for (; column != 0; column = way[column]) row_of[column] = row_of[way[column]];
  }
  double sum = 0;
  for (std::size_t j = 1; j <= m; ++j) {
    if (row_of[j] != 0) sum += gain[row_of[j] - 1][j - 1];
  }
  return sum;
}

double aligned_similarity(const Chains& gold, const Chains& predicted) {
  const Chains& few = gold.size() <= predicted.size() ? gold : predicted;
  const Chains& many = gold.size() <= predicted.size() ? predicted : gold;
  if (few.empty()) return 0;
  const ChainOf index = index_chains(many);
  std::vector<std::vector<double>> gain(few.size(), std::vector<double>(many.size()));
  for (std::size_t i = 0; i < few.size(); ++i) {
    for (const std::uint64_t m : few[i]) {
      const auto found = index.find(m);
      if (found == index.end()) continue;
      gain[i][found->second] += 2.0 / static_cast<double>(few[i].size() + many[found->second].size());
    }
  }
  return best_assignment(gain);
}

void add(ChainMeasure& measure, double precise, double predicted, double recalled, double gold) {
  measure.precision_sum += precise;
  measure.precision_count += predicted;
  measure.recall_sum += recalled;
  measure.recall_count += gold;
}

}  // namespace

double ChainMeasure::f1() const {
  const double p = precision();
  const double r = recall();
  return p + r > 0 ? 2 * p * r / (p + r) : 0;
}

void add_document(const Chains& gold, const Chains& predicted, CoreferenceScore& score) {
  const ChainOf gold_index = index_chains(gold);
  const ChainOf predicted_index = index_chains(predicted);
  const auto gold_count = static_cast<double>(count_mentions(gold));
  const auto predicted_count = static_cast<double>(count_mentions(predicted));
  double found = 0;
  for (const auto& entry : predicted_index) found += gold_index.contains(entry.first) ? 1 : 0;
  add(score.mentions, found, predicted_count, found, gold_count);
  const auto [kept, links] = muc_recall(gold, predicted_index);
  const auto [precise, predicted_links] = muc_recall(predicted, gold_index);
  add(score.muc, precise, predicted_links, kept, links);
  add(score.b_cubed, b_cubed_recall(predicted, gold_index), predicted_count,
      b_cubed_recall(gold, predicted_index), gold_count);
  const double similarity = aligned_similarity(gold, predicted);
  add(score.ceaf_e, similarity, static_cast<double>(predicted.size()), similarity,
      static_cast<double>(gold.size()));
}

Chains without_singletons(const Chains& chains) {
  Chains out;
  for (const auto& chain : chains) {
    if (chain.size() > 1) out.push_back(chain);
  }
  return out;
}

}  // namespace hearsay
