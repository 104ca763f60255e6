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
#include "train/wordnet.h"

namespace hearsay {
namespace {

struct Example {
  std::vector<std::uint32_t> rows;
  int act = 0;
  bool negated = false;
  float weight = 1;
  bool is_ours = true;
  std::uint32_t story = kNone;
};

// Those that are left out together: a story, or a single sentence.
std::size_t part_of(const std::vector<Example>& examples, std::size_t k) {
  return examples[k].story == kNone ? k : examples[k].story;
}

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

// Weights fitted on the examples but for those whose part is `skip_fold` modulo `folds`.
std::vector<Row> fit(const std::vector<Example>& examples, const ActTraining& training, int skip_fold,
                     int folds) {
  std::vector<Adaptive> table(std::size_t{1} << training.bits);
  for (Adaptive& a : table) a.squares.fill(1);
  std::vector<std::size_t> order;
  for (std::size_t k = 0; k < examples.size(); ++k) {
    if (static_cast<int>(part_of(examples, k) % static_cast<std::size_t>(folds)) != skip_fold)
      order.push_back(k);
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
    e.story = m.story;
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

struct ActTally {
  std::size_t acts = 0;
  std::size_t negations = 0;
  std::size_t all = 0;
};

std::string text_of(const ActTally& t) {
  return "act right " + percent(t.acts, t.all) + " %, negation " + percent(t.negations, t.all) + " %";
}

void cross_validate(const std::vector<Example>& examples, const ActTraining& training,
                    const std::function<void(std::string_view)>& progress) {
  constexpr int kHeldOut = 5;
  std::array<ActTally, 2> tallies;  // of sentences and of statements in stories
  for (int fold = 0; fold < kHeldOut; ++fold) {
    const std::vector<WeightRow<kActScores>> rows =
        pack_weights<kActScores>(fit(examples, training, fold, kHeldOut));
    const WeightTable<kActScores> table = as_table<kActScores>(rows);
    for (std::size_t k = 0; k < examples.size(); ++k) {
      if (static_cast<int>(part_of(examples, k) % kHeldOut) != fold || !examples[k].is_ours) continue;
      ActScores scores{};
      for (const std::uint32_t r : examples[k].rows) {
        table.add(std::uint64_t{r} << (64 - training.bits), scores);
      }
      ActTally& tally = tallies[examples[k].story == kNone ? 0 : 1];
      ++tally.all;
      tally.acts += static_cast<int>(best_act(scores)) == examples[k].act;
      tally.negations += (scores[kActCount] > 0) == examples[k].negated;
    }
  }
  progress("sentences left out in turn: " + text_of(tallies[0]));
  progress("stories left out in turn: " + text_of(tallies[1]));
}

ModelWriter write_rows(const ActCorpus& corpus, const std::vector<Row>& weights) {
  const std::vector<WeightRow<kActScores>> rows = pack_weights<kActScores>(weights);
  ActModel model;
  model.senses = corpus.senses;
  model.table = as_table<kActScores>(rows);
  return write_acts(model);
}

}  // namespace

Result<Success> train_acts(const ActTraining& training,
                           const std::function<void(std::string_view)>& progress) {
  const auto corpus = read_act_corpus(training);
  if (!corpus) return corpus.error();
  const std::vector<Example> examples = index_examples(corpus->marked, training);
  progress("acts: " + std::to_string(corpus->ours) + " sentences, " + std::to_string(corpus->stories) +
           " statements of stories, " + std::to_string(examples.size() - corpus->ours - corpus->stories) +
           " distant ones, " + std::to_string(corpus->senses.size()) + " senses");
  cross_validate(examples, training, progress);
  return write_rows(*corpus, fit(examples, training, -1, 1)).write(training.output);
}

struct UnseenActs::Models {
  std::vector<ActModel> acts;
  std::vector<WordClassEntry> classes;
};

UnseenActs::UnseenActs() = default;
UnseenActs::~UnseenActs() = default;
UnseenActs::UnseenActs(UnseenActs&&) noexcept = default;
UnseenActs& UnseenActs::operator=(UnseenActs&&) noexcept = default;

Result<UnseenActs> UnseenActs::fit(const ActTraining& training, int folds) {
  const auto corpus = read_act_corpus(training);
  if (!corpus) return corpus.error();
  auto classes = read_word_classes(training.wordnet);
  if (!classes) return classes.error();
  const std::vector<Example> examples = index_examples(corpus->marked, training);
  auto models = std::make_unique<Models>();
  models->classes = *std::move(classes);
  for (int fold = 0; fold < folds; ++fold) {
    const std::vector<Row> weights = hearsay::fit(examples, training, fold, folds);
    auto file =
        ModelFile::from_bytes(write_rows(*corpus, weights).bytes(), "acts.model", "acts", kActVersion);
    if (!file) return file.error();
    auto model = read_act_model(*std::move(file));
    if (!model) return model.error();
    models->acts.push_back(*std::move(model));
  }
  UnseenActs unseen;
  unseen.models_ = std::move(models);
  return unseen;
}

void UnseenActs::read(std::size_t story, Document& doc) const {
  if (models_ == nullptr) return;
  FactsScratch facts_scratch;
  Facts facts;
  ActScratch scratch;
  collect_facts(doc, models_->classes, facts_scratch, facts);
  read_acts(models_->acts[story % models_->acts.size()], facts, doc, scratch);
}

}  // namespace hearsay
