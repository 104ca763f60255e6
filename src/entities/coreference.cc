#include "entities/coreference.h"

#include <algorithm>
#include <utility>

#include "entities/bare_descriptions.h"

namespace hearsay {
namespace {

std::int32_t score(const CoreferenceModel& model, const std::vector<std::uint32_t>& rows) {
  std::int32_t sum = 0;
  for (const std::uint32_t row : rows) sum += model.weights[row];
  return sum;
}

// The antecedent of highest score, of equals the nearest; kNone: none scores as high as
// a new chain.
std::uint32_t best_antecedent(const CoreferenceModel& model, const Document& doc, std::uint32_t m,
                              CoreferenceScratch& scratch) {
  ChainState& state = scratch.state;
  if (state.antecedents.empty()) return kNone;
  features_of_new(doc, state, m, scratch.rows);
  std::int32_t best = score(model, scratch.rows);
  std::uint32_t antecedent = kNone;
  std::uint32_t rank = 0;
  for (const std::uint32_t a : state.antecedents) {
    features_of_pair(doc, state, m, a, rank, scratch.rows);
    rank += agree(state, m, a) ? 1 : 0;
    const std::int32_t here = score(model, scratch.rows);
    if (here <= best) continue;
    best = here;
    antecedent = a;
  }
  return antecedent;
}

}  // namespace

Result<CoreferenceModel> load_coreference(const std::filesystem::path& path) {
  auto file = ModelFile::open(path, "coreference", kCoreferenceVersion);
  if (!file) return file.error();
  return read_coreference_model(*std::move(file));
}

Result<CoreferenceModel> read_coreference_model(ModelFile file) {
  CoreferenceModel model;
  const auto nouns = file.array<NounEntry>("nouns");
  if (!nouns) return nouns.error();
  if (!std::is_sorted(nouns->begin(), nouns->end())) return file.corrupt("section nouns: not sorted");
  const auto weights = file.array<std::int16_t>("weights");
  if (!weights) return weights.error();
  if (weights->size() != std::size_t{1} << kCoreferenceBits) {
    return file.corrupt("section weights: expected 65536 numbers, found " + std::to_string(weights->size()));
  }
  model.nouns = *nouns;
  model.weights = *weights;
  model.file = std::move(file);
  return model;
}

ModelWriter write_coreference(const CoreferenceModel& model) {
  ModelWriter writer("coreference", kCoreferenceVersion);
  writer.add<NounEntry>("nouns", model.nouns);
  writer.add<std::int16_t>("weights", model.weights);
  return writer;
}

void begin_coreference(std::span<const NounEntry> nouns, const Document& doc, CoreferenceScratch& scratch) {
  ChainState& state = scratch.state;
  repair_names(nouns, doc, scratch.repair, state.names.names);
  group_names(nouns, doc, scratch.names, state.names);
  find_candidate_mentions(nouns, state.names.names, doc, scratch.candidates, state.mentions);
  begin_chains(state);
}

void find_chains(const CoreferenceModel& model, const Document& doc, CoreferenceScratch& scratch) {
  begin_coreference(model.nouns, doc, scratch);
  ChainState& state = scratch.state;
  for (std::uint32_t m = 0; m < state.mentions.size(); ++m) {
    gather_antecedents(doc, m, state);
    join_chain(doc, m, best_antecedent(model, doc, m, scratch), state);
  }
  tie_bare_descriptions(model.nouns, doc, state);
}

}  // namespace hearsay
