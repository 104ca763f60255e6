#include "train/train_coreference.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "attribution/portable_math.h"
#include "train/evaluate_coreference.h"
#include "train/people_list.h"
#include "train/random.h"
#include "train/reading_stages.h"

namespace hearsay {
namespace {

constexpr std::size_t kRows = std::size_t{1} << kCoreferenceBits;
constexpr double kScale = 1024;  // of stored weights

// Gold entity of each candidate mention, kNone for what is none.
std::vector<std::uint32_t> entities_of(const CoreferenceDocument& document,
                                       const std::vector<CandidateMention>& mentions) {
  std::unordered_map<std::uint32_t, const GoldMention*> by_head;
  for (const GoldMention& g : document.mentions) {
    const GoldMention*& kept = by_head[g.head];
    if (kept == nullptr || g.last - g.first < kept->last - kept->first) kept = &g;
  }
  std::vector<std::uint32_t> out;
  for (const CandidateMention& m : mentions) {
    const auto found = by_head.find(m.head);
    out.push_back(found == by_head.end() || m.adjectival ? kNone : found->second->entity);
  }
  return out;
}

struct Trainer {
  const CoreferenceTraining& training;
  std::vector<NounEntry> nouns;
  std::vector<float> weights = std::vector<float>(kRows);
  std::vector<float> squares = std::vector<float>(kRows, 1.0f);
  std::mt19937_64 random;
  CoreferenceScratch scratch{};
  std::vector<std::vector<std::uint32_t>> rows{};  // of "new" and then of each antecedent
  std::vector<double> scores{};
  std::vector<char> right{};

  double score(const std::vector<std::uint32_t>& of) const {
    double sum = 0;
    for (const std::uint32_t r : of) sum += weights[r];
    return sum;
  }

  void drop_some(std::vector<std::uint32_t>& of) {
    const auto threshold = static_cast<std::uint64_t>(training.dropout * 65536);
    std::erase_if(of, [&](std::uint32_t) { return (random() & 0xFFFF) < threshold; });
  }

  // The features of all choices for mention m.
  void gather(const Document& doc, std::uint32_t m) {
    ChainState& state = scratch.state;
    rows.resize(state.antecedents.size() + 1);
    features_of_new(doc, state, m, rows[0]);
    std::uint32_t rank = 0;
    for (std::size_t k = 0; k < state.antecedents.size(); ++k) {
      features_of_pair(doc, state, m, state.antecedents[k], rank, rows[k + 1]);
      rank += agree(state, m, state.antecedents[k]) ? 1 : 0;
    }
    for (auto& of : rows) drop_some(of);
  }

  // What each choice costs, added to its score so that the right one must win by that.
  double cost(std::size_t choice, bool any_right) const {
    if (right[choice]) return 0;
    if (choice == 0) return training.false_new;
    return any_right && !right[0] ? training.wrong_link : training.false_link;
  }

  void update(const std::vector<std::uint32_t>& of, double gradient) {
    if (std::abs(gradient) < 1e-6) return;
    const auto g = static_cast<float>(gradient);
    for (const std::uint32_t r : of) {
      squares[r] += g * g;
      weights[r] += training.rate * g / std::sqrt(squares[r]);
    }
  }

  // One step up the log-likelihood of choosing any right antecedent.
  void learn() {
    scores.clear();
    for (std::size_t k = 0; k < rows.size(); ++k) scores.push_back(score(rows[k]) + cost(k, true));
    const double top = *std::ranges::max_element(scores);
    double all = 0;
    double good = 0;
    for (std::size_t k = 0; k < rows.size(); ++k) {
      scores[k] = portable_exp(scores[k] - top);
      all += scores[k];
      if (right[k]) good += scores[k];
    }
    for (std::size_t k = 0; k < rows.size(); ++k) {
      const double gold = right[k] && good > 0 ? scores[k] / good : 0;
      update(rows[k], gold - scores[k] / all);
    }
  }

  // The right antecedent that the model likes best, or kNone.
  std::uint32_t best_right() const {
    std::size_t best = 0;
    for (std::size_t k = 1; k < rows.size(); ++k) {
      if (right[k] && (best == 0 || scores[k] > scores[best])) best = k;
    }
    return best == 0 ? kNone : scratch.state.antecedents[best - 1];
  }

  void pass(const CoreferenceDocument& document) {
    begin_coreference(nouns, document.doc, scratch);
    ChainState& state = scratch.state;
    const std::vector<std::uint32_t> entities = entities_of(document, state.mentions);
    for (std::uint32_t m = 0; m < state.mentions.size(); ++m) {
      gather_antecedents(document.doc, m, state);
      std::uint32_t antecedent = kNone;
      if (!state.antecedents.empty()) {
        right.assign(1, 1);
        for (const std::uint32_t a : state.antecedents) {
          const bool same = entities[m] != kNone && entities[a] == entities[m];
          right.push_back(same ? 1 : 0);
          if (same) right[0] = 0;
        }
        gather(document.doc, m);
        learn();
        antecedent = best_right();
      }
      join_chain(document.doc, m, antecedent, state);
    }
  }

  std::vector<std::int16_t> packed(const std::vector<float>& of) const {
    std::vector<std::int16_t> out;
    for (const float w : of) {
      const double scaled = std::round(w * kScale * (1 - training.dropout));
      out.push_back(static_cast<std::int16_t>(std::clamp(scaled, -32767.0, 32767.0)));
    }
    return out;
  }
};

std::string hundredths(double share) { return std::to_string(std::round(share * 10000) / 100).substr(0, 5); }

}  // namespace

Result<Success> train_coreference(const CoreferenceTraining& training,
                                  const std::function<void(std::string_view)>& progress) {
  auto corpus = read_coreference_corpus(training.data / "treebank/gum-train.conllu");
  if (!corpus) return corpus.error();
  auto dev = read_coreference_corpus(training.data / "treebank/gum-dev.conllu");
  if (!dev) return dev.error();
  auto stages = ReadingStages::load(training.models);
  if (!stages) return stages.error();
  auto nouns = read_nouns(training.wordnet, training.list);
  if (!nouns) return nouns.error();
  for (auto* part : {&*corpus, &*dev}) {
    for (CoreferenceDocument& document : *part) stages->read_words(document.doc);
  }
  Trainer trainer{.training = training, .nouns = *std::move(nouns), .random = std::mt19937_64(training.seed)};
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < corpus->size(); ++i) order.push_back(i);
  Random shuffler{training.seed};
  std::vector<std::int16_t> weights;
  for (int epoch = 1; epoch <= training.epochs; ++epoch) {
    shuffle(order, shuffler);
    for (const std::size_t i : order) trainer.pass((*corpus)[i]);
    weights = trainer.packed(trainer.weights);
    CoreferenceModel model;
    model.nouns = trainer.nouns;
    model.weights = weights;
    CoreferenceEvaluation evaluation;
    for (const CoreferenceDocument& document : *dev) {
      find_chains(model, document.doc, trainer.scratch);
      add_document(document, trainer.scratch.state, evaluation);
    }
    progress("epoch " + std::to_string(epoch) + ": gum-dev CoNLL F1 " + hundredths(evaluation.heads.conll()) +
             " by heads, " + hundredths(evaluation.spans.conll()) + " by spans");
  }
  CoreferenceModel model;
  model.nouns = trainer.nouns;
  model.weights = weights;
  return write_coreference(model).write(training.output);
}

}  // namespace hearsay
