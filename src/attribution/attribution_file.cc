#include "attribution/attribution_file.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace hearsay {
namespace {

// Larger transitions would say nothing new and could overflow sums.
constexpr std::int32_t kMaxTransition = 100'000;

template <int K>
void append_transitions(const CrfModel<K>& model, std::vector<std::int32_t>& out) {
  for (const Scores<K>& row : model.transitions) out.insert(out.end(), row.begin(), row.end());
  out.insert(out.end(), model.start.begin(), model.start.end());
}

template <int K>
const std::int32_t* take_transitions(const std::int32_t* from, CrfModel<K>& model) {
  for (Scores<K>& row : model.transitions) {
    std::copy_n(from, K, row.begin());
    from += K;
  }
  std::copy_n(from, K, model.start.begin());
  return from + K;
}

constexpr std::size_t kNumbers = (kCueLabels + 1) * kCueLabels + (kRoleLabels + 1) * kRoleLabels + 1;

void add_pass(ModelWriter& writer, const std::string& name, const PassModel& pass) {
  std::vector<std::int32_t> numbers;
  append_transitions(pass.cues, numbers);
  append_transitions(pass.roles, numbers);
  numbers.push_back(pass.cue_bias);
  writer.add<std::int32_t>(name + ".numbers", numbers);
  writer.add<WeightRow<kCueLabels>>(name + ".cues", pass.cues.table.rows);
  writer.add<WeightRow<kRoleLabels>>(name + ".roles", pass.roles.table.rows);
}

Result<PassModel> read_pass(const ModelFile& file, const std::string& name) {
  PassModel pass;
  const auto numbers = file.array<std::int32_t>(name + ".numbers");
  if (!numbers) return numbers.error();
  const auto is_large = [](std::int32_t n) { return n < -kMaxTransition || n > kMaxTransition; };
  if (numbers->size() != kNumbers || std::any_of(numbers->begin(), numbers->end(), is_large)) {
    return file.corrupt("section " + name + ".numbers: wrong count or range");
  }
  const std::int32_t* rest = take_transitions(numbers->data(), pass.cues);
  rest = take_transitions(rest, pass.roles);
  pass.cue_bias = *rest;
  const auto cues = load_weight_table<kCueLabels>(file, name + ".cues");
  if (!cues) return cues.error();
  const auto roles = load_weight_table<kRoleLabels>(file, name + ".roles");
  if (!roles) return roles.error();
  pass.cues.table = *cues;
  pass.roles.table = *roles;
  return pass;
}

}  // namespace

ModelWriter write_attribution(const AttributionModel& model) {
  ModelWriter writer("attribution", kAttributionVersion);
  writer.add<WordClassEntry>("classes", model.classes);
  for (std::size_t p = 0; p < model.passes.size(); ++p) {
    add_pass(writer, "pass" + std::to_string(p), model.passes[p]);
  }
  writer.add<double>("calibration", model.calibration.weights);
  return writer;
}

Result<AttributionModel> read_attribution(ModelFile file) {
  AttributionModel model;
  const auto classes = file.array<WordClassEntry>("classes");
  if (!classes) return classes.error();
  if (!std::is_sorted(classes->begin(), classes->end())) return file.corrupt("section classes: not sorted");
  model.classes = *classes;
  for (std::size_t p = 0; p < model.passes.size(); ++p) {
    const auto pass = read_pass(file, "pass" + std::to_string(p));
    if (!pass) return pass.error();
    model.passes[p] = *pass;
  }
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
