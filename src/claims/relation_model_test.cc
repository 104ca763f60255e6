#include "claims/relation_model.h"

#include <gtest/gtest.h>

#include "claims/relation.h"
#include "claims/test_statements.h"

namespace hearsay {
namespace {

// A model without trees, of two words.
Result<RelationModel> make_model(std::vector<KnownWord> words, std::vector<std::uint8_t> confidence) {
  const std::vector<Concept> concepts = {2, 4, 6};
  const std::vector<std::uint16_t> bounds(kRelationTypeCount, 500);
  ModelWriter writer("relations", kRelationsVersion);
  writer.add("words", std::span<const KnownWord>(words));
  writer.add("concepts", std::span<const Concept>(concepts));
  for (const auto& [name, classes] : {std::pair("related", 2), std::pair("type", kRelationTypeCount)}) {
    const std::vector<std::int32_t> bias(static_cast<std::size_t>(classes));
    writer.add(name + std::string(".features"), std::span<const std::uint8_t>());
    writer.add(name + std::string(".bounds"), std::span<const std::int16_t>());
    writer.add(name + std::string(".leaves"), std::span<const std::int16_t>());
    writer.add(name + std::string(".bias"), std::span<const std::int32_t>(bias));
  }
  writer.add("bounds", std::span<const std::uint16_t>(bounds));
  writer.add("confidence", std::span<const std::uint8_t>(confidence));
  auto file = ModelFile::from_bytes(writer.bytes(), "test", "relations", kRelationsVersion);
  if (!file) return file.error();
  return read_relations(*std::move(file));
}

const std::vector<std::uint8_t> kPercents(kConfidenceSteps, 50);

std::uint32_t key_of(std::string_view stem) { return static_cast<std::uint32_t>(word_key(stem) >> 32); }

TEST(RelationModel, GivesEachWordItsConcepts) {
  const std::uint32_t low = std::min(key_of("gate"), key_of("weir"));
  const std::uint32_t high = std::max(key_of("gate"), key_of("weir"));
  const auto model = make_model({{low, 0}, {high, 1}}, kPercents);
  ASSERT_TRUE(model);
  EXPECT_EQ(concepts_of(*model, word_key("gate")).size() + concepts_of(*model, word_key("weir")).size(), 3u);
  EXPECT_TRUE(concepts_of(*model, word_key("goose")).empty());
}

TEST(RelationModel, RefusesWhatIsOutOfOrderOrOfRange) {
  EXPECT_FALSE(make_model({{2, 0}, {1, 1}}, kPercents));
  EXPECT_FALSE(make_model({{1, 1}, {2, 0}}, kPercents));
  EXPECT_FALSE(make_model({{1, 4}}, kPercents));
  EXPECT_FALSE(make_model({}, {50}));
  EXPECT_FALSE(make_model({}, std::vector<std::uint8_t>(kConfidenceSteps, 101)));
  EXPECT_FALSE(load_relations("/nowhere/relations.model"));
}

TEST(RelationModel, ThatIsShippedKnowsOppositesAndRises) {
  const RelationModel& model = test_relations();
  EXPECT_TRUE(std::ranges::is_sorted(model.confidence));
  const auto concepts = concepts_of(model, word_key("open"));
  EXPECT_TRUE(std::ranges::any_of(concepts, [](Concept c) { return (c & 1) == 1; }));
}

}  // namespace
}  // namespace hearsay
