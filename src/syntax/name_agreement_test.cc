#include "syntax/name_agreement.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

constexpr auto kPerson = EntityKind::person;
constexpr auto kPlace = EntityKind::place;

// One sentence of these words, all of them proper nouns.
Document words(std::initializer_list<std::string_view> forms) {
  Document doc;
  doc.strings = {"_"};
  for (const std::string_view form : forms) {
    if (!doc.text.empty()) doc.text += ' ';
    const auto begin = static_cast<std::uint32_t>(doc.text.size());
    doc.text += form;
    doc.tokens.push_back({{begin, static_cast<std::uint32_t>(doc.text.size())}});
    doc.tags.push_back({.lemma = 0, .xpos = 0, .upos = Upos::PROPN});
  }
  doc.sentences = {{0, static_cast<std::uint32_t>(doc.tokens.size())}};
  return doc;
}

void name(Document& doc, std::uint32_t first, std::uint32_t last, EntityKind kind) {
  doc.names.push_back({{doc.tokens[first].span.begin, doc.tokens[last - 1].span.end}, kind, false});
}

// "Quist|person Ada Holm|place"
std::string agreed(Document doc) {
  AgreementScratch scratch;
  agree_on_names(doc, scratch);
  EXPECT_EQ(find_violation(doc), "");
  std::string out;
  for (const Name& n : doc.names) {
    out += (out.empty() ? "" : " ") + std::string(doc.at(n.span)) + "|" + std::string(to_string(n.kind));
  }
  return out;
}

TEST(NameAgreementTest, KindIsThatOfMostPlaces) {
  Document doc = words({"Quist", "and", "Quist", "and", "Quist"});
  name(doc, 0, 1, kPlace);
  name(doc, 2, 3, kPerson);
  name(doc, 4, 5, kPerson);
  EXPECT_EQ(agreed(doc), "Quist|person Quist|person Quist|person");
}

TEST(NameAgreementTest, EquallyFrequentKindsStay) {
  Document doc = words({"Quist", "and", "Quist"});
  name(doc, 0, 1, kPlace);
  name(doc, 2, 3, kPerson);
  EXPECT_EQ(agreed(doc), "Quist|place Quist|person");
}

TEST(NameAgreementTest, OfEqualsALastNameIsItsPersons) {
  Document doc = words({"Quist", "met", "Ada", "Quist"});
  name(doc, 0, 1, EntityKind::organization);
  name(doc, 2, 4, kPerson);
  EXPECT_EQ(agreed(doc), "Quist|person Ada Quist|person");
}

TEST(NameAgreementTest, MarksTheNameElsewhereAndTheLongestOne) {
  Document doc = words({"Ada", "Holm", "met", "Ada", "and", "Ada", "Holm"});
  name(doc, 0, 2, kPerson);
  name(doc, 3, 4, kPerson);
  EXPECT_EQ(agreed(doc), "Ada Holm|person Ada|person Ada Holm|person");
}

TEST(NameAgreementTest, LastNameAloneIsThePerson) {
  Document doc = words({"Ada", "Holm", "left", "and", "Holm", "returned"});
  name(doc, 0, 2, kPerson);
  EXPECT_EQ(agreed(doc), "Ada Holm|person Holm|person");
}

TEST(NameAgreementTest, LastNameThatIsAPlaceStaysOne) {
  Document doc = words({"Ada", "Holm", "left", "Holm", "for", "Holm", "near", "Holm"});
  name(doc, 0, 2, kPerson);
  name(doc, 3, 4, kPlace);
  name(doc, 5, 6, kPlace);
  EXPECT_EQ(agreed(doc), "Ada Holm|person Holm|place Holm|place Holm|place");
}

TEST(NameAgreementTest, LongerNamesSayWhatTheirPartsAre) {
  Document doc =
      words({"Holm", "Shipping", "Holm", "Shipping", "Holm", "Ada", "Quist", "Ada", "Quist", "Quist"});
  name(doc, 0, 2, EntityKind::organization);
  name(doc, 2, 4, EntityKind::organization);
  name(doc, 4, 5, kPerson);
  name(doc, 5, 7, kPerson);
  name(doc, 7, 9, kPerson);
  name(doc, 9, 10, kPlace);
  EXPECT_EQ(agreed(doc),
            "Holm Shipping|organization Holm Shipping|organization Holm|organization Ada Quist|person "
            "Ada Quist|person Quist|person");
}

TEST(NameAgreementTest, FirstWordOfAnOrganizationIsNotLookedFor) {
  Document doc = words({"Holm", "Shipping", "sued", "Holm"});
  name(doc, 0, 2, EntityKind::organization);
  EXPECT_EQ(agreed(doc), "Holm Shipping|organization");
}

TEST(NameAgreementTest, RunsIntoNoOtherName) {
  Document doc = words({"Ada", "Holm", "or", "Ada", "Holm", "Street"});
  name(doc, 0, 2, kPerson);
  name(doc, 4, 6, kPlace);
  EXPECT_EQ(agreed(doc), "Ada Holm|person Holm Street|place");
}

TEST(NameAgreementTest, SmallLettersAndOtherWordsAreLeft) {
  Document doc = words({"Will", "and", "will", "and", "Will"});
  name(doc, 0, 1, kPerson);
  doc.tags[4].upos = Upos::AUX;
  EXPECT_EQ(agreed(doc), "Will|person");
}

TEST(NameAgreementTest, PlacesInsideStayWithTheirNames) {
  Document doc = words({"Bergen", "Post", "and", "Bergen", "Post"});
  name(doc, 0, 2, EntityKind::organization);
  doc.names.push_back({doc.tokens[0].span, kPlace, true});
  EXPECT_EQ(agreed(doc), "Bergen Post|organization Bergen|place Bergen Post|organization");
}

}  // namespace
}  // namespace hearsay
