#include "claims/relation_model.h"

#include <algorithm>
#include <utility>

#include "claims/pair_features.h"
#include "claims/relation.h"

namespace hearsay {
namespace {

bool are_valid(std::span<const KnownWord> words, std::size_t concepts) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && (words[i - 1].key >= words[i].key || words[i - 1].first > words[i].first)) return false;
    if (words[i].first > concepts) return false;
  }
  return true;
}

Result<Success> read_words(RelationModel& model) {
  const auto words = model.file.array<KnownWord>("words");
  if (!words) return words.error();
  const auto concepts = model.file.array<Concept>("concepts");
  if (!concepts) return concepts.error();
  if (!are_valid(*words, concepts->size())) return model.file.corrupt("section words: not as expected");
  model.words = *words;
  model.concepts = *concepts;
  return Success{};
}

Result<Success> read_decisions(RelationModel& model) {
  auto related = load_trees(model.file, "related", 2, kPairFeatures);
  if (!related) return related.error();
  auto type = load_trees(model.file, "type", kRelationTypeCount, kPairFeatures);
  if (!type) return type.error();
  const auto bounds = model.file.array<std::uint16_t>("bounds");
  if (!bounds) return bounds.error();
  const auto confidence = model.file.array<std::uint8_t>("confidence");
  if (!confidence) return confidence.error();
  if (bounds->size() != kRelationTypeCount) return model.file.corrupt("section bounds: expected one a type");
  if (confidence->size() != kConfidenceSteps ||
      std::ranges::any_of(*confidence, [](std::uint8_t percent) { return percent > 100; })) {
    return model.file.corrupt("section confidence: expected percents");
  }
  model.related = *related;
  model.type = *type;
  model.bounds = *bounds;
  model.confidence = *confidence;
  return Success{};
}

}  // namespace

Result<RelationModel> read_relations(ModelFile file) {
  RelationModel model;
  model.file = std::move(file);
  if (const auto done = read_words(model); !done) return done.error();
  if (const auto done = read_decisions(model); !done) return done.error();
  return model;
}

Result<RelationModel> load_relations(const std::filesystem::path& path) {
  auto file = ModelFile::open(path, "relations", kRelationsVersion);
  if (!file) return file.error();
  return read_relations(*std::move(file));
}

std::span<const Concept> concepts_of(const RelationModel& model, std::uint64_t key) {
  const auto wanted = static_cast<std::uint32_t>(key >> 32);
  const auto found = std::ranges::lower_bound(model.words, wanted, {}, &KnownWord::key);
  if (found == model.words.end() || found->key != wanted) return {};
  const auto next = found + 1;
  const std::size_t end = next == model.words.end() ? model.concepts.size() : next->first;
  return model.concepts.subspan(found->first, end - found->first);
}

}  // namespace hearsay
