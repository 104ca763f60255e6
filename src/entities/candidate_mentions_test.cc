#include "entities/candidate_mentions.h"

#include "entities/test_sentence.h"

namespace hearsay {
namespace {

std::vector<CandidateMention> mentions_of(const Document& doc) {
  CandidateScratch scratch;
  std::vector<CandidateMention> out;
  find_candidate_mentions(plain_model().nouns, doc.names, doc, scratch, out);
  return out;
}

// "The old ministry that she left lied"
Document ministry() {
  Document doc;
  add_sentence(doc, {{"The", 3, Deprel::det, Upos::DET, "DT"},
                     {"old", 3, Deprel::amod, Upos::ADJ, "JJ"},
                     {"ministry", 7, Deprel::nsubj},
                     {"that", 6, Deprel::obj, Upos::PRON, "WDT"},
                     {"she", 6, Deprel::nsubj, Upos::PRON, "PRP"},
                     {"left", 3, Deprel::acl, Upos::VERB, "VBD", DeprelSubtype::relcl},
                     {"lied", 0, Deprel::root, Upos::VERB, "VBD"}});
  return doc;
}

TEST(CandidateMentionsTest, PhraseAndCore) {
  const auto mentions = mentions_of(ministry());
  ASSERT_GE(mentions.size(), 2u);
  const CandidateMention& m = mentions[0];
  EXPECT_EQ(m.head, 2u);
  EXPECT_EQ(m.first, 0u);
  EXPECT_EQ(m.last, 6u);
  EXPECT_EQ(m.core_last, 3u);
  EXPECT_EQ(m.determination, Determination::definite);
  EXPECT_EQ(m.role, GrammaticalRole::subject);
  EXPECT_TRUE(m.noun.has(kOrganizationNoun));
}

TEST(CandidateMentionsTest, PronounsHaveGender) {
  const auto mentions = mentions_of(ministry());
  const auto she = std::ranges::find(mentions, 4u, &CandidateMention::head);
  ASSERT_NE(she, mentions.end());
  EXPECT_EQ(she->form, MentionForm::pronoun);
  EXPECT_EQ(she->gender, Gender::female);
  EXPECT_EQ(she->number, Number::singular);
}

TEST(CandidateMentionsTest, NameTakesTheTitleThatTheTreePutsAboveIt) {
  Document doc;
  add_sentence(doc, {{"Engineer", 4, Deprel::nsubj},
                     {"Ada", 1, Deprel::flat, Upos::PROPN, "NNP"},
                     {"Holm", 2, Deprel::flat, Upos::PROPN, "NNP"},
                     {"spoke", 0, Deprel::root, Upos::VERB, "VBD"}});
  add_names(doc, {{"Ada Holm", EntityKind::person}});
  const auto mentions = mentions_of(doc);
  ASSERT_EQ(mentions.size(), 1u);
  EXPECT_EQ(mentions[0].head, 0u);
  EXPECT_EQ(mentions[0].name, 0u);
  EXPECT_EQ(mentions[0].gender, Gender::female);
}

TEST(CandidateMentionsTest, TitleAloneIsNoName) {
  Document doc;
  add_sentence(doc,
               {{"President", 2, Deprel::nsubj, Upos::PROPN, "NNP"}, {"spoke", 0, Deprel::root, Upos::VERB}});
  add_names(doc, {{"President", EntityKind::person}});
  const auto mentions = mentions_of(doc);
  ASSERT_EQ(mentions.size(), 1u);
  EXPECT_EQ(mentions[0].form, MentionForm::nominal);
}

}  // namespace
}  // namespace hearsay
