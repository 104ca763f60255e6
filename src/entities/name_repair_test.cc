#include "entities/name_repair.h"

#include "entities/test_sentence.h"

namespace hearsay {
namespace {

struct Found {
  std::string words;
  EntityKind kind;
  bool operator==(const Found&) const = default;
};

std::vector<Found> names_of(const Document& doc) {
  NameRepairScratch scratch;
  std::vector<Name> names;
  repair_names(plain_model().nouns, doc, scratch, names);
  std::vector<Found> found;
  for (const Name& name : names) {
    if (!name.inner) found.push_back({std::string(doc.at(name.span)), name.kind});
  }
  return found;
}

Word proper(std::string form, int head, Deprel deprel) {
  return {std::move(form), head, deprel, Upos::PROPN, "NNP"};
}

Word verb(std::string form) { return {std::move(form), 0, Deprel::root, Upos::VERB, "VBD"}; }

constexpr auto kPerson = EntityKind::person;
constexpr auto kOrganization = EntityKind::organization;

TEST(NameRepairTest, TitleMakesAPersonOfWhatWasMissed) {
  Document doc;
  add_sentence(doc, {{"spokeswoman", 2, Deprel::compound},
                     proper("Tuva", 4, Deprel::nsubj),
                     proper("Quist", 2, Deprel::flat),
                     verb("left")});
  EXPECT_EQ(names_of(doc), (std::vector<Found>{{"Tuva Quist", kPerson}}));
}

TEST(NameRepairTest, NothingSpeaksForALoneProperNoun) {
  Document doc;
  add_sentence(doc, {proper("Quist", 2, Deprel::nsubj), verb("left")});
  EXPECT_TRUE(names_of(doc).empty());
}

TEST(NameRepairTest, EndingMakesAnOrganisationAndCompletesIt) {
  Document doc;
  add_sentence(doc, {{"the", 4, Deprel::det, Upos::DET, "DT"},
                     {"Harbour", 4, Deprel::compound},
                     proper("Safety", 4, Deprel::compound),
                     proper("Ministry", 5, Deprel::nsubj),
                     verb("left")});
  add_names(doc, {{"Safety", EntityKind::place}});
  EXPECT_EQ(names_of(doc), (std::vector<Found>{{"Harbour Safety Ministry", kOrganization}}));
}

TEST(NameRepairTest, KindHoldsWhereverTheNameStands) {
  Document doc;
  add_sentence(doc, {proper("Mr.", 2, Deprel::compound), proper("Quist", 3, Deprel::nsubj), verb("left")});
  add_sentence(doc, {proper("Tuva", 3, Deprel::nsubj), proper("Quist", 1, Deprel::flat), verb("stayed")});
  add_names(doc, {{"Quist", EntityKind::place}, {"Tuva Quist", EntityKind::place}});
  EXPECT_EQ(names_of(doc), (std::vector<Found>{{"Quist", kPerson}, {"Tuva Quist", kPerson}}));
}

TEST(NameRepairTest, GivenNameBeforeASurnameIsPartOfTheName) {
  Document doc;
  add_sentence(doc, {proper("Jon", 3, Deprel::nsubj), proper("Quist", 1, Deprel::flat), verb("left")});
  add_names(doc, {{"Quist", kPerson}});
  EXPECT_EQ(names_of(doc), (std::vector<Found>{{"Jon Quist", kPerson}}));
}

TEST(NameRepairTest, TitleIsNoPartOfTheName) {
  Document doc;
  add_sentence(doc, {proper("President", 3, Deprel::compound), proper("Jon", 4, Deprel::nsubj),
                     proper("Quist", 2, Deprel::flat), verb("left")});
  add_names(doc, {{"President Jon Quist", kPerson}});
  EXPECT_EQ(names_of(doc), (std::vector<Found>{{"Jon Quist", kPerson}}));
}

TEST(NameRepairTest, AgeAndApposition) {
  Document doc;
  add_sentence(doc, {proper("Tuva", 7, Deprel::nsubj),
                     proper("Quist", 1, Deprel::flat),
                     {",", 4, Deprel::punct, Upos::PUNCT, ","},
                     {"58", 1, Deprel::appos, Upos::NUM, "CD"},
                     {",", 4, Deprel::punct, Upos::PUNCT, ","},
                     {"and", 7, Deprel::cc, Upos::CCONJ, "CC"},
                     verb("left")});
  add_sentence(doc, {{"the", 2, Deprel::det, Upos::DET, "DT"},
                     {"ministry", 6, Deprel::nsubj},
                     {",", 4, Deprel::punct, Upos::PUNCT, ","},
                     proper("Nordhavn", 2, Deprel::appos),
                     {",", 4, Deprel::punct, Upos::PUNCT, ","},
                     verb("closed")});
  EXPECT_EQ(names_of(doc), (std::vector<Found>{{"Tuva Quist", kPerson}, {"Nordhavn", kOrganization}}));
}

TEST(NameRepairTest, HeadlinesHaveCapitalsOnly) {
  Document doc;
  add_sentence(doc, {{"Harbour", 3, Deprel::compound},
                     {"Safety", 3, Deprel::compound},
                     {"Ministry", 4, Deprel::nsubj},
                     {"Leaves", 0, Deprel::root, Upos::VERB, "VBZ"},
                     {"Harbour", 4, Deprel::obj}});
  EXPECT_TRUE(names_of(doc).empty());
}

TEST(NameRepairTest, PlaceWhereOneIs) {
  Document doc;
  add_sentence(doc, {{"she", 2, Deprel::nsubj, Upos::PRON, "PRP"},
                     verb("stayed"),
                     {"in", 4, Deprel::case_, Upos::ADP, "IN"},
                     proper("Tupu", 2, Deprel::obl)});
  add_names(doc, {{"Tupu", kPerson}});
  EXPECT_EQ(names_of(doc), (std::vector<Found>{{"Tupu", EntityKind::place}}));
}

}  // namespace
}  // namespace hearsay
