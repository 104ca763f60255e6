#include "train.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>
#include <system_error>

#include "hearsay/pipeline.h"
#include "train/train_acts.h"
#include "train/train_attribution.h"
#include "train/train_events.h"
#include "train/train_lemmatizer.h"
#include "train/train_relations.h"
#include "train/train_tokenizer.h"

namespace hearsay {
namespace {

using Report = std::function<void(std::string_view)>;

struct Stage {
  std::string_view name;
  Result<Success> (*train)(const std::filesystem::path& data, const std::filesystem::path& output,
                           const Report& report);
};

// The word lists are written by hand; they lie beside the models that we ship.
Result<Success> tokenizer(const std::filesystem::path& data, const std::filesystem::path& output,
                          const Report& report) {
  const std::filesystem::path lists = default_model_directory() / "tokenizer.txt";
  return train_tokenizer({.lists = lists, .data = data, .output = output / "tokenizer.model"}, report);
}

Result<Success> lemmatizer(const std::filesystem::path& data, const std::filesystem::path& output,
                           const Report& report) {
  return train_lemmatizer(
      {.data = data, .output = output / "lemmatizer.model", .wordnet = "/usr/share/wordnet"}, report);
}

// Trained on what the stages before it make of the articles, as they are shipped.
AttributionTraining attribution_training(const std::filesystem::path& data,
                                         const std::filesystem::path& output) {
  return {.data = data,
          .models = default_model_directory(),
          .wordnet = "/usr/share/wordnet",
          .output = output,
          .work = output / "training"};
}

Result<Success> attribution(const std::filesystem::path& data, const std::filesystem::path& output,
                            const Report& report) {
  const AttributionTraining training = attribution_training(data, output);
  std::error_code error;
  std::filesystem::create_directories(training.work, error);
  if (error) return Error{ErrorCode::io, training.work.string() + ": cannot be made: " + error.message()};
  return train_attribution(training, report);
}

Result<Success> confidence(const std::filesystem::path& data, const std::filesystem::path& output,
                           const Report& report) {
  return train_confidence(attribution_training(data, output), report);
}

// The stories are ours, not a corpus: they lie in the tree.
constexpr std::string_view kStories = "examples/annotated";

ActTraining act_training(const std::filesystem::path& data) {
  const std::filesystem::path models = default_model_directory();
  return {.examples = models / "acts.txt",
          .stories = kStories,
          .data = data,
          .models = models,
          .wordnet = "/usr/share/wordnet"};
}

Result<Success> acts(const std::filesystem::path& data, const std::filesystem::path& output,
                     const Report& report) {
  ActTraining training = act_training(data);
  training.output = output / "acts.model";
  return train_acts(training, report);
}

Result<Success> events(const std::filesystem::path&, const std::filesystem::path& output,
                       const Report& report) {
  return train_events({.wordnet = "/usr/share/wordnet", .output = output / "events.model"}, report);
}

Result<Success> relations(const std::filesystem::path& data, const std::filesystem::path& output,
                          const Report& report) {
  return train_relations({.stories = kStories,
                          .models = default_model_directory(),
                          .acts = act_training(data),
                          .wordnet = "/usr/share/wordnet",
                          .output = output / "relations.model"},
                         report);
}

constexpr std::array kStages = {
    Stage{"tokenizer", tokenizer},     Stage{"lemmatizer", lemmatizer}, Stage{"coreference", fit_coreference},
    Stage{"attribution", attribution}, Stage{"confidence", confidence}, Stage{"acts", acts},
    Stage{"events", events},           Stage{"relations", relations}};

int fail(const std::string& message) {
  std::fprintf(stderr, "hearsay: %s\n", message.c_str());
  return kExitFailed;
}

}  // namespace

std::vector<std::string_view> trainable_stages() {
  std::vector<std::string_view> names;
  for (const Stage& stage : kStages) names.push_back(stage.name);
  return names;
}

int run_train(const Arguments& arguments) {
  const TrainArguments& asked = arguments.train;
  std::error_code error;
  std::filesystem::create_directories(asked.output, error);
  if (error) return fail(asked.output + ": cannot be made: " + error.message());
  for (const Stage& stage : kStages) {
    if (!asked.only.empty() && stage.name != asked.only) continue;
    const Report report = [&](std::string_view line) {
      std::fprintf(stderr, "%.*s: %.*s\n", static_cast<int>(stage.name.size()), stage.name.data(),
                   static_cast<int>(line.size()), line.data());
    };
    const Result<Success> done = stage.train(asked.data, asked.output, report);
    if (!done) return fail(done.error().message);
  }
  return kExitDone;
}

}  // namespace hearsay
