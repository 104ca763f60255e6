#include "train/train_attribution.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "attribution/attribution.h"
#include "attribution/attribution_file.h"
#include "train/calibrate.h"
#include "train/network_examples.h"
#include "train/wordnet.h"

namespace hearsay {
namespace {

using Progress = std::function<void(std::string_view)>;

using Folds = std::array<PackedCrf<kCueLabels>, kFolds + 1>;  // the last one saw all articles

Folds fit_cues(const std::vector<AnnotatedArticle>& articles, const AttributionTraining& training,
               const Progress& progress) {
  CrfExamples examples = cue_examples(articles);
  index_features(examples, training.min_count, training.cue_bits);
  progress("cues: " + std::to_string(examples.labels.size()) + " tokens, " +
           std::to_string(examples.features.size()) + " features");
  Folds folds;
  for (int fold = 0; fold <= kFolds; ++fold) {
    const CrfWeights<kCueLabels> weights =
        train_crf<kCueLabels>(examples, {.epochs = training.cue_epochs,
                                         .rate = training.rate,
                                         .dropout = training.cue_dropout,
                                         .seed = training.seed,
                                         .skip_fold = fold < kFolds ? fold : -1});
    folds[fold] = pack_crf<kCueLabels>(weights);
    progress("cues, " + (fold < kFolds ? "without fold " + std::to_string(fold) : std::string("all")) +
             ": log-likelihood a token " + std::to_string(weights.log_likelihood));
  }
  return folds;
}

CueTagger tagger_of(const PackedCrf<kCueLabels>& packed) {
  CueTagger tagger = packed.model;
  tagger.table = as_table<kCueLabels>(packed.rows);
  return tagger;
}

std::int32_t bias_of(const AttributionTraining& training) {
  return static_cast<std::int32_t>(std::lround(training.cue_bias / kScoreUnit));
}

// What taggers that did not see an article make of it.
std::vector<CueGuess> guess_cues(const std::vector<AnnotatedArticle>& articles, const Folds& folds,
                                 bool all_unseen, const AttributionTraining& training) {
  std::vector<CueGuess> out(articles.size());
  CueScratch scratch;
  for (std::size_t k = 0; k < articles.size(); ++k) {
    const CueTagger tagger = tagger_of(folds[all_unseen ? kFolds : articles[k].fold]);
    score_cues(tagger, articles[k].facts, scratch, out[k].linear);
    std::vector<Scores<kCueLabels>> scores = out[k].linear.scores;
    choose_cues(tagger, bias_of(training), articles[k].facts, scores, scratch, out[k].guess);
  }
  return out;
}

Result<Success> write_model(const std::vector<WordClassEntry>& classes, const PackedCrf<kCueLabels>& cues,
                            const AttributionTraining& training, const std::filesystem::path& path) {
  AttributionModel model;
  model.classes = classes;
  model.cues = tagger_of(cues);
  model.cue_bias = bias_of(training);
  return write_attribution(model).write(path);
}

Calibration calibrate_on(const std::vector<AnnotatedArticle>& articles, const std::vector<Guess>& guesses,
                         const Progress& progress) {
  std::vector<Judgement> judgements;
  for (std::size_t k = 0; k < articles.size(); ++k) {
    for (const GuessedCue& g : guesses[k].cues) {
      if (g.content_length > 0) judgements.push_back({evidence_of(g), is_right(articles[k], guesses[k], g)});
    }
  }
  const Calibration calibration = calibrate(judgements);
  std::string line = "calibration on " + std::to_string(judgements.size()) + " guesses:";
  for (const double w : calibration.weights) line.append(" ").append(std::to_string(w));
  progress(line);
  return calibration;
}

std::string count_of(const std::vector<AnnotatedArticle>& articles) {
  std::size_t tokens = 0;
  std::size_t gold = 0;
  for (const AnnotatedArticle& a : articles) {
    tokens += a.facts.tokens.size();
    gold += a.gold.size();
  }
  return std::to_string(articles.size()) + " articles, " + std::to_string(tokens) + " tokens, " +
         std::to_string(gold) + " attributions";
}

// Both parts of a model that was written before.
Result<AttributionModel> load_parts(const std::filesystem::path& cues, const std::filesystem::path& network) {
  auto file = ModelFile::open(cues, "attribution", kAttributionVersion);
  if (!file) return file.error();
  auto network_file = ModelFile::open(network, "roles", kRolesVersion);
  if (!network_file) return network_file.error();
  return read_attribution(*std::move(file), *std::move(network_file));
}

}  // namespace

Result<Success> train_attribution(const AttributionTraining& training, const Progress& progress) {
  const auto classes = read_word_classes(training.wordnet);
  if (!classes) return classes.error();
  const auto articles = read_articles(training.data / "attribution/train.jsonl", training.models, *classes);
  if (!articles) return articles.error();
  const auto dev = read_articles(training.data / "attribution/dev.jsonl", training.models, *classes);
  if (!dev) return dev.error();
  progress(count_of(*articles));
  const Folds cues = fit_cues(*articles, training, progress);
  for (const bool is_dev : {false, true}) {
    const auto& part = is_dev ? *dev : *articles;
    const auto written = write_network_examples(part, guess_cues(part, cues, is_dev, training),
                                                training.work / (is_dev ? "dev.examples" : "train.examples"));
    if (!written) return written.error();
  }
  static_assert(kHeldOut % kFolds == 0, "all articles held out are in fold 0");
  const auto unseen = write_model(*classes, cues[0], training, training.work / "unseen.model");
  if (!unseen) return unseen.error();
  return write_model(*classes, cues[kFolds], training, training.output / "attribution.model");
}

Result<Success> train_confidence(const AttributionTraining& training, const Progress& progress) {
  const auto unseen = load_parts(training.work / "unseen.model", training.output / "roles.model");
  if (!unseen) return unseen.error();
  auto model = load_parts(training.output / "attribution.model", training.output / "roles.model");
  if (!model) return model.error();
  const auto articles =
      read_articles(training.data / "attribution/train.jsonl", training.models, unseen->classes, kHeldOut);
  if (!articles) return articles.error();
  progress(count_of(*articles));
  std::vector<Guess> guesses;
  AttributionScratch scratch;
  for (const AnnotatedArticle& a : *articles) {
    scratch.facts = a.facts;
    guess_attributions(*unseen, scratch);
    guesses.push_back(scratch.guess);
  }
  model->calibration = calibrate_on(*articles, guesses, progress);
  return write_attribution(*model).write(training.output / "attribution.model");
}

}  // namespace hearsay
