#include "train/train_attribution.h"

#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "attribution/attribution_file.h"
#include "train/attribution_corpus.h"
#include "train/calibrate.h"
#include "train/wordnet.h"

namespace hearsay {
namespace {

using Progress = std::function<void(std::string_view)>;

// The models of one pass: one that saw all articles, and for each fold one that did
// not see it, for guesses about articles as if they were new.
struct FittedPass {
  PackedCrf<kCueLabels> cues;
  PackedCrf<kRoleLabels> roles;
};
using FoldedPass = std::array<FittedPass, kFolds + 1>;  // the last one saw all

template <int K>
std::array<PackedCrf<K>, kFolds + 1> fit(CrfExamples examples, CrfTraining training, int min_count, int bits,
                                         const std::string& name, const Progress& progress) {
  index_features(examples, min_count, bits);
  progress(name + ": " + std::to_string(examples.labels.size()) + " tokens, " +
           std::to_string(examples.features.size()) + " features");
  std::array<PackedCrf<K>, kFolds + 1> out;
  for (int fold = 0; fold <= kFolds; ++fold) {
    training.skip_fold = fold < kFolds ? fold : -1;
    const CrfWeights<K> weights = train_crf<K>(examples, training);
    out[fold] = pack_crf<K>(weights);
    std::string line = name;
    line.append(fold < kFolds ? ", without fold " : ", all ")
        .append(fold < kFolds ? std::to_string(fold) : "");
    line.append(": log-likelihood a token ").append(std::to_string(weights.log_likelihood));
    progress(line);
  }
  return out;
}

PassModel model_of(const FittedPass& fitted, float cue_bias) {
  PassModel model;
  model.cues = fitted.cues.model;
  model.cues.table = as_table<kCueLabels>(fitted.cues.rows);
  if (!fitted.roles.rows.empty()) {
    model.roles = fitted.roles.model;
    model.roles.table = as_table<kRoleLabels>(fitted.roles.rows);
  }
  model.cue_bias = static_cast<std::int32_t>(std::lround(cue_bias / kScoreUnit));
  return model;
}

FoldedPass fit_pass(const std::vector<AnnotatedArticle>& articles, const AttributionTraining& training,
                    const std::string& name, const std::vector<Guess>& before, std::vector<Guess>& guesses,
                    const Progress& progress) {
  FoldedPass pass;
  PassScratch scratch;
  const auto guess_before = [&](std::size_t k) { return before.empty() ? nullptr : &before[k]; };
  CrfTraining options{.epochs = training.cue_epochs,
                      .rate = training.rate,
                      .dropout = training.cue_dropout,
                      .seed = training.seed};
  auto cues = fit<kCueLabels>(cue_examples(articles, before), options, training.min_count, training.cue_bits,
                              name + " cues", progress);
  for (int fold = 0; fold <= kFolds; ++fold) pass[fold].cues = std::move(cues[fold]);
  guesses.resize(articles.size());
  for (std::size_t k = 0; k < articles.size(); ++k) {
    const PassModel model = model_of(pass[articles[k].fold], training.cue_bias);
    find_cues(model, articles[k].facts, guess_before(k), scratch, guesses[k]);
  }
  options.epochs = training.role_epochs;
  options.dropout = training.role_dropout;
  auto roles = fit<kRoleLabels>(role_examples(articles, guesses, before), options, training.min_count,
                                training.role_bits, name + " roles", progress);
  for (int fold = 0; fold <= kFolds; ++fold) pass[fold].roles = std::move(roles[fold]);
  for (std::size_t k = 0; k < articles.size(); ++k) {
    const PassModel model = model_of(pass[articles[k].fold], training.cue_bias);
    find_roles(model, articles[k].facts, guess_before(k), scratch, guesses[k]);
  }
  return pass;
}

Calibration calibrate_on(const std::vector<AnnotatedArticle>& articles, const std::vector<Guess>& guesses,
                         const Progress& progress) {
  std::vector<Judgement> judgements;
  for (std::size_t k = 0; k < articles.size(); ++k) {
    for (const GuessedCue& g : guesses[k].cues) {
      if (g.content_side != 0) judgements.push_back({evidence_of(g), is_right(articles[k], guesses[k], g)});
    }
  }
  const Calibration calibration = calibrate(judgements);
  std::string line = "calibration on " + std::to_string(judgements.size()) + " guesses:";
  for (const double w : calibration.weights) line.append(" ").append(std::to_string(w));
  progress(line);
  return calibration;
}

}  // namespace

Result<Success> train_attribution(const AttributionTraining& training, const Progress& progress) {
  const auto classes = read_word_classes(training.wordnet);
  if (!classes) return classes.error();
  const auto articles = read_articles(training.data / "attribution/train.jsonl", training.models, *classes);
  if (!articles) return articles.error();
  std::size_t tokens = 0;
  std::size_t gold = 0;
  for (const AnnotatedArticle& a : *articles) {
    tokens += a.facts.tokens.size();
    gold += a.gold.size();
  }
  progress("attribution: " + std::to_string(articles->size()) + " articles, " + std::to_string(tokens) +
           " tokens, " + std::to_string(gold) + " attributions");
  std::vector<Guess> first;
  std::vector<Guess> second;
  const std::array<FoldedPass, 2> passes = {fit_pass(*articles, training, "pass 0", {}, first, progress),
                                            fit_pass(*articles, training, "pass 1", first, second, progress)};
  AttributionModel model;
  model.classes = *classes;
  for (std::size_t p = 0; p < passes.size(); ++p) {
    model.passes[p] = model_of(passes[p][kFolds], training.cue_bias);
  }
  model.calibration = calibrate_on(*articles, second, progress);
  return write_attribution(model).write(training.output);
}

}  // namespace hearsay
