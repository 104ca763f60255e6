#include "attribution/attribution_file.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "attribution/attribution.h"

namespace hearsay {
namespace {

// Larger transitions would say nothing new and could overflow sums.
constexpr std::int32_t kMaxTransition = 100'000;

constexpr std::size_t kNumbers = (kCueLabels + 1) * kCueLabels + 1;

std::vector<std::int32_t> numbers_of(const AttributionModel& model) {
  std::vector<std::int32_t> numbers;
  for (const Scores<kCueLabels>& row : model.cues.transitions) {
    numbers.insert(numbers.end(), row.begin(), row.end());
  }
  numbers.insert(numbers.end(), model.cues.start.begin(), model.cues.start.end());
  numbers.push_back(model.cue_bias);
  return numbers;
}

Result<Success> read_cues(const ModelFile& file, AttributionModel& model) {
  const auto numbers = file.array<std::int32_t>("numbers");
  if (!numbers) return numbers.error();
  const auto is_large = [](std::int32_t n) { return n < -kMaxTransition || n > kMaxTransition; };
  if (numbers->size() != kNumbers || std::any_of(numbers->begin(), numbers->end(), is_large)) {
    return file.corrupt("section numbers: wrong count or range");
  }
  const std::int32_t* from = numbers->data();
  for (Scores<kCueLabels>& row : model.cues.transitions) {
    std::copy_n(from, kCueLabels, row.begin());
    from += kCueLabels;
  }
  std::copy_n(from, kCueLabels, model.cues.start.begin());
  model.cue_bias = numbers->back();
  const auto table = load_weight_table<kCueLabels>(file, "cues");
  if (!table) return table.error();
  model.cues.table = *table;
  return Success{};
}

}  // namespace

ModelWriter write_attribution(const AttributionModel& model) {
  ModelWriter writer("attribution", kAttributionVersion);
  writer.add<WordClassEntry>("classes", model.classes);
  writer.add<std::int32_t>("numbers", numbers_of(model));
  writer.add<WeightRow<kCueLabels>>("cues", model.cues.table.rows);
  writer.add<double>("calibration", model.calibration.weights);
  return writer;
}

Result<AttributionModel> read_attribution(ModelFile file, ModelFile network) {
  AttributionModel model;
  const auto classes = file.array<WordClassEntry>("classes");
  if (!classes) return classes.error();
  if (!std::is_sorted(classes->begin(), classes->end())) return file.corrupt("section classes: not sorted");
  model.classes = *classes;
  if (const auto done = read_cues(file, model); !done) return done.error();
  auto loaded = load_roles_network(std::move(network));
  if (!loaded) return loaded.error();
  model.network = *std::move(loaded);
  const auto weights = file.array<double>("calibration");
  if (!weights) return weights.error();
  const auto is_large = [](double w) { return !(std::abs(w) < 1000); };
  if (weights->size() != kEvidenceCount || std::any_of(weights->begin(), weights->end(), is_large)) {
    return file.corrupt("section calibration: wrong count or range");
  }
  std::copy(weights->begin(), weights->end(), model.calibration.weights.begin());
  model.file = std::move(file);
  return model;
}

}  // namespace hearsay
