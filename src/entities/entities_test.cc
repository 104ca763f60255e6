#include "entities/entities.h"

#include "entities/test_sentence.h"

namespace hearsay {
namespace {

using Strings = std::vector<std::string>;

void find(Document& doc) {
  EntityScratch scratch;
  find_entities(plain_model(), doc, scratch);
  EXPECT_EQ(find_violation(doc), "");
}

// "<first> spokeswoman Ada Holm spoke", with `first` as the spokeswoman's compound.
Document spokeswoman(const std::string& first) {
  Document doc;
  add_sentence(doc, {{first, 2, Deprel::compound, Upos::PROPN, "NNP"},
                     {"spokeswoman", 3, Deprel::compound},
                     {"Ada", 5, Deprel::nsubj, Upos::PROPN, "NNP"},
                     {"Holm", 3, Deprel::flat, Upos::PROPN, "NNP"},
                     {"spoke", 0, Deprel::root, Upos::VERB, "VBD"}});
  return doc;
}

TEST(EntitiesTest, TitleIsARole) {
  Document doc = spokeswoman("Port");
  add_names(doc, {{"Ada Holm", EntityKind::person}});
  find(doc);
  ASSERT_EQ(doc.entities.size(), 1u);
  EXPECT_EQ(doc.entities[0].name, "Ada Holm");
  EXPECT_TRUE(doc.entities[0].named);
  EXPECT_EQ(doc.entities[0].roles, Strings{"Port spokeswoman"});
}

TEST(EntitiesTest, ARoleIsWithoutWhatTiesItToTheSentence) {
  for (const auto& [word, deprel, upos] :
       {std::tuple("for", Deprel::case_, Upos::ADP), std::tuple("and", Deprel::cc, Upos::CCONJ),
        std::tuple("“", Deprel::punct, Upos::PUNCT)}) {
    Document doc;
    add_sentence(doc, {{word, 3, deprel, upos, "IN"},
                       {"spokeswoman", 3, Deprel::compound},
                       {"Ada", 5, Deprel::nsubj, Upos::PROPN, "NNP"},
                       {"Holm", 3, Deprel::flat, Upos::PROPN, "NNP"},
                       {"spoke", 0, Deprel::root, Upos::VERB, "VBD"}});
    add_names(doc, {{"Ada Holm", EntityKind::person}});
    find(doc);
    ASSERT_EQ(doc.entities.size(), 1u);
    EXPECT_EQ(doc.entities[0].roles, Strings{"spokeswoman"}) << word;
  }
}

TEST(EntitiesTest, SpokesmanOfAnOrganizationBelongsToIt) {
  Document doc;
  add_sentence(doc, {{"The", 2, Deprel::det, Upos::DET, "DT"},
                     {"spokeswoman", 5, Deprel::nsubj},
                     {"of", 4, Deprel::case_, Upos::ADP, "IN"},
                     {"Nordhavn", 2, Deprel::nmod, Upos::PROPN, "NNP"},
                     {"spoke", 0, Deprel::root, Upos::VERB, "VBD"}});
  add_names(doc, {{"Nordhavn", EntityKind::organization}});
  find(doc);
  ASSERT_EQ(doc.entities.size(), 2u);
  EXPECT_EQ(doc.entities[0].name, "spokeswoman of Nordhavn");
  EXPECT_FALSE(doc.entities[0].named);
  EXPECT_EQ(doc.entities[0].kind, EntityKind::person);
  EXPECT_EQ(doc.entities[0].member_of, std::vector<std::uint32_t>{1});
}

TEST(EntitiesTest, UnnamedOfficialsAreCounted) {
  Document doc;
  add_sentence(doc, {{"Two", 2, Deprel::nummod, Upos::NUM, "CD"},
                     {"officials", 3, Deprel::nsubj, Upos::NOUN, "NNS"},
                     {"agreed", 0, Deprel::root, Upos::VERB, "VBD"}});
  find(doc);
  ASSERT_EQ(doc.entities.size(), 1u);
  EXPECT_EQ(doc.entities[0].name, "Two officials");
  EXPECT_EQ(doc.entities[0].kind, EntityKind::group);
  EXPECT_FALSE(doc.entities[0].named);
  EXPECT_EQ(doc.entities[0].count, 2u);
  ASSERT_EQ(doc.mentions.size(), 1u);
  EXPECT_EQ(doc.mentions[0].form, MentionForm::nominal);
}

TEST(EntitiesTest, HonorificMakesAnAlias) {
  Document doc;
  add_sentence(doc, {{"Ms.", 2, Deprel::compound, Upos::PROPN, "NNP"},
                     {"Holm", 3, Deprel::nsubj, Upos::PROPN, "NNP"},
                     {"spoke", 0, Deprel::root, Upos::VERB, "VBD"}});
  add_names(doc, {{"Holm", EntityKind::person}});
  find(doc);
  ASSERT_EQ(doc.entities.size(), 1u);
  EXPECT_EQ(doc.entities[0].name, "Holm");
  EXPECT_EQ(doc.entities[0].aliases, Strings{"Ms. Holm"});
}

TEST(EntitiesTest, FullerNameBecomesTheName) {
  Document doc;
  for (const char* name : {"Quist", "Mara"}) {
    add_sentence(
        doc, {{name, 0, Deprel::root, Upos::PROPN, "NNP"}, {"Quist", 1, Deprel::flat, Upos::PROPN, "NNP"}});
  }
  doc.names = {{doc.tokens[0].span, EntityKind::person, false},
               {{doc.tokens[2].span.begin, doc.tokens[3].span.end}, EntityKind::person, false}};
  find(doc);
  ASSERT_EQ(doc.entities.size(), 1u);
  EXPECT_EQ(doc.entities[0].name, "Mara Quist");
  EXPECT_EQ(doc.entities[0].aliases, Strings{"Quist"});
}

TEST(EntitiesTest, ThingsAreNoEntities) {
  Document doc;
  add_sentence(doc, {{"ferry", 2, Deprel::nsubj}, {"sank", 0, Deprel::root, Upos::VERB, "VBD"}});
  find(doc);
  EXPECT_TRUE(doc.entities.empty());
}

}  // namespace
}  // namespace hearsay
