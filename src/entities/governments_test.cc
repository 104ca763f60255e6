#include "entities/governments.h"

#include "entities/test_sentence.h"

namespace hearsay {
namespace {

Span span_of(const Document& doc, std::size_t begin, std::size_t end) {
  return {doc.tokens[begin].span.begin, doc.tokens[end - 1].span.end};
}

// "Nordby denied it . rain fell in Nordby": entity 0 is the town, of the country `state`.
Document denial(const std::string& state) {
  Document doc;
  add_sentence(doc, {{"Nordby", 2, Deprel::nsubj, Upos::PROPN, "NNP"},
                     {"denied", 0, Deprel::root, Upos::VERB, "VBD"},
                     {"it", 2, Deprel::obj, Upos::PRON, "PRP"}});
  add_sentence(doc, {{"rain", 2, Deprel::nsubj},
                     {"fell", 0, Deprel::root, Upos::VERB, "VBD"},
                     {"in", 4, Deprel::case_, Upos::ADP, "IN"},
                     {"Nordby", 2, Deprel::obl, Upos::PROPN, "NNP"}});
  doc.entities = {{.name = "Nordby", .aliases = {}, .kind = EntityKind::place}};
  doc.entities[0].place = Place{.name = "Nordby", .country = "NO"};
  doc.entities[0].place->state = state;
  doc.mentions = {{.span = span_of(doc, 0, 1), .entity = 0, .form = MentionForm::name},
                  {.span = span_of(doc, 6, 7), .entity = 0, .form = MentionForm::name}};
  Attribution a;
  a.source = {span_of(doc, 0, 1)};
  a.cue = {span_of(doc, 1, 2)};
  a.content = {span_of(doc, 2, 3)};
  doc.attributions = {a};
  doc.source_entities = {0};
  SourceIndex index{plain_model(), doc};
  index.build();
  find_governments(index);
  EXPECT_EQ(find_violation(doc), "");
  return doc;
}

TEST(GovernmentsTest, CapitalThatSpeaksIsAGovernment) {
  const Document doc = denial("Norway");
  ASSERT_EQ(doc.entities.size(), 2u);
  EXPECT_EQ(doc.source_entities[0], 1u);
  EXPECT_EQ(doc.entities[1].name, "Nordby");
  EXPECT_EQ(doc.entities[1].kind, EntityKind::organization);
  EXPECT_EQ(doc.entities[1].aliases, std::vector<std::string>{"government of Norway"});
  EXPECT_EQ(doc.entities[1].place->country, "NO");
  EXPECT_EQ(doc.mentions[1].entity, 0u) << "where it rains is a place";
}

TEST(GovernmentsTest, OtherTownsAreTowns) {
  const Document doc = denial("");
  EXPECT_EQ(doc.entities.size(), 1u);
  EXPECT_EQ(doc.source_entities[0], 0u);
}

TEST(GovernmentsTest, UnknownPlaceWithAMinistryIsAState) {
  Document doc;
  add_sentence(doc, {{"Ostrana", 2, Deprel::nsubj, Upos::PROPN, "NNP"},
                     {"sent", 0, Deprel::root, Upos::VERB, "VBD"},
                     {"help", 2, Deprel::obj}});
  doc.strings.push_back("send");
  doc.tags[1].lemma = static_cast<std::uint32_t>(doc.strings.size() - 1);
  add_sentence(doc, {{"Ostrana", 3, Deprel::nmod, Upos::PROPN, "NNP", DeprelSubtype::poss},
                     {"'s", 1, Deprel::case_, Upos::PART, "POS"},
                     {"ministry", 4, Deprel::nsubj},
                     {"closed", 0, Deprel::root, Upos::VERB, "VBD"}});
  doc.entities = {{.name = "Ostrana", .aliases = {}, .kind = EntityKind::place}};
  doc.mentions = {{.span = span_of(doc, 0, 1), .entity = 0, .form = MentionForm::name},
                  {.span = span_of(doc, 3, 4), .entity = 0, .form = MentionForm::name}};
  SourceIndex index{plain_model(), doc};
  index.build();
  find_governments(index);
  ASSERT_EQ(doc.entities.size(), 2u);
  EXPECT_EQ(doc.entities[1].aliases, std::vector<std::string>{"government of Ostrana"});
  EXPECT_EQ(doc.mentions[0].entity, 1u);
}

TEST(GovernmentsTest, GovernmentOfACountryIsAName) {
  Document doc;
  add_sentence(doc, {{"government", 0, Deprel::root}});
  doc.entities = {{.name = "Norwegian government", .aliases = {}, .kind = EntityKind::organization}};
  doc.entities[0].named = false;
  doc.entities[0].place = Place{.name = "Norway", .country = "NO"};
  doc.entities[0].place->state = "Norway";
  SourceIndex index{plain_model(), doc};
  index.build();
  find_governments(index);
  EXPECT_TRUE(doc.entities[0].named);
  EXPECT_EQ(doc.entities[0].aliases, std::vector<std::string>{"government of Norway"});
}

}  // namespace
}  // namespace hearsay
