#include "train/train_acts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "attribution/acts.h"
#include "attribution/portable_math.h"
#include "train/act_corpus.h"
#include "train/random.h"

namespace hearsay {
namespace {

struct Example {
  std::vector<std::uint32_t> rows;
  int act = 0;
  bool negated = false;
  float weight = 1;
  bool is_ours = true;
};

using Row = std::array<float, kActScores>;

struct Adaptive {
  Row weight{};
  Row squares{};
};

std::array<double, kActScores> scores_of(const std::vector<Adaptive>& table,
                                         const std::vector<std::uint32_t>& rows) {
  std::array<double, kActScores> scores{};
  for (const std::uint32_t r : rows) {
    for (int y = 0; y < kActScores; ++y) scores[y] += table[r].weight[y];
  }
  return scores;
}

// Gradient of the log-likelihood: gold minus expected, for acts and for negation.
Row gradient_of(std::array<double, kActScores> scores, const Example& e) {
  Row gradient{};
  const double top = *std::max_element(scores.begin(), scores.begin() + kActCount);
  double sum = 0;
  for (int y = 0; y < kActCount; ++y) sum += scores[y] = portable_exp(scores[y] - top);
  for (int y = 0; y < kActCount; ++y) {
    gradient[y] = e.weight * static_cast<float>((y == e.act) - scores[y] / sum);
  }
  const double negated = 1 / (1 + portable_exp(-scores[kActCount]));
  gradient[kActCount] = e.is_ours ? static_cast<float>(e.negated - negated) : 0;
  return gradient;
}

void keep_some(const std::vector<std::uint32_t>& rows, float dropout, std::mt19937_64& random,
               std::vector<std::uint32_t>& kept) {
  kept.clear();
  const auto threshold = static_cast<std::uint64_t>(dropout * 65536);
  for (const std::uint32_t r : rows) {
    if ((random() & 0xFFFF) >= threshold) kept.push_back(r);
  }
}

// Weights fitted on the examples but for those whose number is `skip_fold` modulo `folds`.
std::vector<Row> fit(const std::vector<Example>& examples, const ActTraining& training, int skip_fold,
                     int folds) {
  std::vector<Adaptive> table(std::size_t{1} << training.bits);
  for (Adaptive& a : table) a.squares.fill(1);
  std::vector<std::size_t> order;
  for (std::size_t k = 0; k < examples.size(); ++k) {
    if (static_cast<int>(k % static_cast<std::size_t>(folds)) != skip_fold) order.push_back(k);
  }
  Random shuffler{training.seed};
  std::mt19937_64 random(training.seed);
  std::vector<std::uint32_t> kept;
  for (int epoch = 0; epoch < training.epochs; ++epoch) {
    shuffle(order, shuffler);
    for (const std::size_t k : order) {
      keep_some(examples[k].rows, training.dropout, random, kept);
      const Row gradient = gradient_of(scores_of(table, kept), examples[k]);
      for (const std::uint32_t r : kept) {
        for (int y = 0; y < kActScores; ++y) {
          Adaptive& a = table[r];
          a.squares[y] += gradient[y] * gradient[y];
          a.weight[y] += training.rate * gradient[y] / std::sqrt(a.squares[y]);
        }
      }
    }
  }
  std::vector<Row> weights(table.size());
  // With all features present scores are larger than they were in training.
  for (std::size_t r = 0; r < table.size(); ++r) {
    for (int y = 0; y < kActScores; ++y) weights[r][y] = table[r].weight[y] * (1 - training.dropout);
  }
  return weights;
}

// Turns features into rows; those that fewer than min_count examples have get none.
std::vector<Example> index_examples(const std::vector<MarkedAct>& marked, const ActTraining& training) {
  std::unordered_map<std::uint64_t, int> counts;
  for (const MarkedAct& m : marked) {
    for (const ActClue& c : m.clues) ++counts[c.feature];
  }
  std::vector<Example> examples;
  for (const MarkedAct& m : marked) {
    Example& e = examples.emplace_back();
    e.act = static_cast<int>(m.act);
    e.negated = m.negated;
    e.weight = m.weight;
    e.is_ours = m.is_ours;
    for (const ActClue& c : m.clues) {
      if (counts[c.feature] >= training.min_count) e.rows.push_back(row_of(c.feature, training.bits));
    }
  }
  return examples;
}

std::string percent(std::size_t part, std::size_t whole) {
  return std::to_string(static_cast<double>(100 * part) /
                        static_cast<double>(std::max<std::size_t>(whole, 1)));
}

void cross_validate(const std::vector<Example>& examples, const ActTraining& training,
                    const std::function<void(std::string_view)>& progress) {
  constexpr int kHeldOut = 5;
  std::size_t acts = 0;
  std::size_t negations = 0;
  std::size_t ours = 0;
  for (int fold = 0; fold < kHeldOut; ++fold) {
    const std::vector<WeightRow<kActScores>> rows =
        pack_weights<kActScores>(fit(examples, training, fold, kHeldOut));
    const WeightTable<kActScores> table = as_table<kActScores>(rows);
    for (std::size_t k = static_cast<std::size_t>(fold); k < examples.size(); k += kHeldOut) {
      ActScores scores{};
      for (const std::uint32_t r : examples[k].rows) {
        table.add(std::uint64_t{r} << (64 - training.bits), scores);
      }
      if (!examples[k].is_ours) continue;
      ++ours;
      acts += static_cast<int>(best_act(scores)) == examples[k].act;
      negations += (scores[kActCount] > 0) == examples[k].negated;
    }
  }
  progress("left out in turn: act right " + percent(acts, ours) + " %, negation " + percent(negations, ours) +
           " %");
}

}  // namespace

Result<Success> train_acts(const ActTraining& training,
                           const std::function<void(std::string_view)>& progress) {
  const auto corpus = read_act_corpus(training);
  if (!corpus) return corpus.error();
  const std::vector<MarkedAct>& marked = corpus->marked;
  const std::vector<Example> examples = index_examples(marked, training);
  progress("acts: " + std::to_string(corpus->ours) + " examples, " +
           std::to_string(examples.size() - corpus->ours) + " distant ones, " +
           std::to_string(corpus->senses.size()) + " senses");
  cross_validate(examples, training, progress);
  const std::vector<WeightRow<kActScores>> rows = pack_weights<kActScores>(fit(examples, training, -1, 1));
  ActModel model;
  model.senses = corpus->senses;
  model.table = as_table<kActScores>(rows);
  return write_acts(model).write(training.output);
}

}  // namespace hearsay
