#include <cstdio>
#include <filesystem>
#include <functional>

#include "hearsay/pipeline.h"
#include "train.h"
#include "train/evaluate_coreference.h"
#include "train/train_coreference.h"

namespace hearsay {
namespace {

void print_measure(const char* what, const ChainMeasure& m) {
  std::printf("  %-10s %6.2f %6.2f %6.2f\n", what, 100 * m.precision(), 100 * m.recall(), 100 * m.f1());
}

void print_score(const char* what, const CoreferenceScore& score) {
  std::printf("%s\n  %-10s %6s %6s %6s\n", what, "", "P", "R", "F1");
  print_measure("mentions", score.mentions);
  print_measure("MUC", score.muc);
  print_measure("B3", score.b_cubed);
  print_measure("CEAFe", score.ceaf_e);
  std::printf("  %-10s %6s %6s %6.2f\n", "CoNLL", "", "", 100 * score.conll());
}

}  // namespace

// The list of words is written by hand; it lies beside the models that we ship.
Result<Success> fit_coreference(const std::filesystem::path& data, const std::filesystem::path& output,
                                const std::function<void(std::string_view)>& report) {
  const std::filesystem::path models = default_model_directory();
  return train_coreference({.list = models / "people.txt",
                            .data = data,
                            .models = models,
                            .wordnet = "/usr/share/wordnet",
                            .output = output / "coreference.model"},
                           report);
}

std::vector<std::string_view> measurable_stages() { return {"coreference"}; }

int run_eval(const Arguments& arguments) {
  const EvalArguments& asked = arguments.eval;
  if (asked.gold.empty()) {
    std::fprintf(stderr,
                 "hearsay: eval: expected a stage and a file of gold annotation\nTry 'hearsay help eval'.\n");
    return kExitUsage;
  }
  const std::filesystem::path models =
      asked.models.empty() ? default_model_directory() : std::filesystem::path(asked.models);
  const auto evaluation = evaluate_coreference(asked.gold, models);
  if (!evaluation) {
    std::fprintf(stderr, "hearsay: %s\n", evaluation.error().message.c_str());
    return kExitFailed;
  }
  print_score("mentions matched by head word, chains of two or more", evaluation->heads);
  print_score("mentions matched by span, chains of two or more", evaluation->spans);
  print_score("mentions matched by head word, single mentions count as chains",
              evaluation->heads_with_singletons);
  return std::fflush(stdout) == 0 ? kExitDone : kExitFailed;
}

}  // namespace hearsay
