#include "entities/sources.h"

#include "entities/test_sentence.h"

namespace hearsay {
namespace {

using Entities = std::vector<std::uint32_t>;

Span span_of(const Document& doc, std::size_t begin, std::size_t end) {
  return {doc.tokens[begin].span.begin, doc.tokens[end - 1].span.end};
}

Attribution attribution(const Document& doc, std::size_t source_begin, std::size_t source_end,
                        std::size_t cue, std::size_t content) {
  Attribution a;
  if (source_end > source_begin) a.source = {span_of(doc, source_begin, source_end)};
  a.cue = {doc.tokens[cue].span};
  a.content = {doc.tokens[content].span};
  return a;
}

// One sentence whose first `source_words` are a source, the last word but one its cue, with
// Ada Holm's name over words [begin, end).
Document read(const std::vector<Word>& words, std::size_t source_words, std::size_t begin, std::size_t end) {
  Document doc;
  add_sentence(doc, words);
  doc.entities = {{.name = "Ada Holm", .aliases = {}, .kind = EntityKind::person}};
  doc.mentions = {{.span = span_of(doc, begin, end), .entity = 0, .form = MentionForm::name}};
  doc.attributions = {attribution(doc, 0, source_words, words.size() - 2, words.size() - 1)};
  link_sources(plain_model(), doc);
  EXPECT_EQ(find_violation(doc), "");
  return doc;
}

TEST(SourcesTest, NameIsTheHead) {
  const Document doc = read({{"Mayor", 2, Deprel::compound},
                             {"Ada", 4, Deprel::nsubj},
                             {"Holm", 2, Deprel::flat},
                             {"said", 0, Deprel::root},
                             {"so", 4, Deprel::advmod}},
                            3, 1, 3);
  EXPECT_EQ(doc.source_entities, Entities{0});
}

TEST(SourcesTest, NameUnderItsTitle) {
  const Document doc = read({{"City", 2, Deprel::compound},
                             {"engineer", 5, Deprel::nsubj},
                             {"Ada", 2, Deprel::obj},
                             {"Holm", 3, Deprel::flat},
                             {"said", 0, Deprel::root},
                             {"so", 5, Deprel::advmod}},
                            4, 2, 4);
  EXPECT_EQ(doc.source_entities, Entities{0});
}

TEST(SourcesTest, NameInApposition) {
  const Document doc = read({{"The", 2, Deprel::det},
                             {"mayor", 6, Deprel::nsubj},
                             {",", 2, Deprel::punct, Upos::PUNCT, ","},
                             {"Ada", 2, Deprel::appos},
                             {"Holm", 4, Deprel::flat},
                             {"said", 0, Deprel::root},
                             {"so", 6, Deprel::advmod}},
                            5, 3, 5);
  EXPECT_EQ(doc.source_entities, Entities{0});
}

TEST(SourcesTest, SomebodyElsesSpokesmanIsAnUnnamedSource) {
  const Document doc = read({{"Ada", 4, Deprel::nmod},
                             {"Holm", 1, Deprel::flat},
                             {"'s", 1, Deprel::case_, Upos::PART, "POS"},
                             {"spokesman", 5, Deprel::nsubj},
                             {"said", 0, Deprel::root},
                             {"so", 5, Deprel::advmod}},
                            4, 0, 2);
  ASSERT_EQ(doc.source_entities, Entities{1});
  EXPECT_FALSE(doc.entities[1].named);
  EXPECT_EQ(doc.entities[1].name, "Ada Holm 's spokesman");
}

TEST(SourcesTest, RelativePronounIsWhomItsClauseExplains) {
  Document doc;
  add_sentence(doc, {{"Ada", 6, Deprel::nsubj, Upos::PROPN, "NNP"},
                     {",", 4, Deprel::punct, Upos::PUNCT, ","},
                     {"who", 4, Deprel::nsubj, Upos::PRON, "WP"},
                     {"said", 1, Deprel::acl, Upos::VERB, "VBD", DeprelSubtype::relcl},
                     {"so", 4, Deprel::advmod, Upos::ADV, "RB"},
                     {"left", 0, Deprel::root, Upos::VERB, "VBD"}});
  doc.entities = {{.name = "Ada", .aliases = {}, .kind = EntityKind::person}};
  doc.mentions = {{.span = doc.tokens[0].span, .entity = 0, .form = MentionForm::name}};
  doc.attributions = {attribution(doc, 2, 3, 3, 4)};
  link_sources(plain_model(), doc);
  EXPECT_EQ(doc.source_entities, Entities{0});
  EXPECT_EQ(find_violation(doc), "");
}

// "Ada said so . She added I_agree": `pronoun` for the second source.
Document two_statements(const std::string& pronoun) {
  Document doc;
  add_sentence(doc, {{"Ada", 3, Deprel::nsubj, Upos::PROPN, "NNP"},
                     {"Holm", 1, Deprel::flat, Upos::PROPN, "NNP"},
                     {"said", 0, Deprel::root, Upos::VERB, "VBD"},
                     {"so", 3, Deprel::advmod, Upos::ADV, "RB"}});
  add_sentence(doc, {{pronoun, 2, Deprel::nsubj, Upos::PRON, "PRP"},
                     {"added", 0, Deprel::root, Upos::VERB, "VBD"},
                     {"I", 2, Deprel::ccomp, Upos::PRON, "PRP"}});
  doc.entities = {{.name = "Ada Holm", .aliases = {}, .kind = EntityKind::person}};
  doc.mentions = {{.span = span_of(doc, 0, 2), .entity = 0, .form = MentionForm::name}};
  doc.attributions = {attribution(doc, 0, 2, 2, 3), attribution(doc, 4, 5, 5, 6)};
  doc.attributions[1].form = Form::direct;
  link_sources(plain_model(), doc);
  EXPECT_EQ(find_violation(doc), "");
  return doc;
}

TEST(SourcesTest, PronounIsWhoSpokeLast) {
  const Document doc = two_statements("She");
  EXPECT_EQ(doc.source_entities, (Entities{0, 0}));
}

TEST(SourcesTest, PronounOfTheOtherGenderIsNot) {
  const Document doc = two_statements("He");
  EXPECT_EQ(doc.source_entities, (Entities{0, kNone}));
}

TEST(SourcesTest, FirstPersonInAQuotationIsItsSpeaker) {
  const Document doc = two_statements("She");
  const auto mine = std::ranges::find(doc.mentions, doc.tokens[6].span, &Mention::span);
  ASSERT_NE(mine, doc.mentions.end());
  EXPECT_EQ(mine->entity, 0u);
  EXPECT_EQ(mine->form, MentionForm::pronoun);
}

TEST(SourcesTest, NameAfterADateAndATitle) {
  const Document doc = read({{"on", 2, Deprel::case_, Upos::ADP, "IN"},
                             {"Tuesday", 3, Deprel::nmod, Upos::PROPN, "NNP"},
                             {"engineer", 6, Deprel::nsubj},
                             {"Ada", 3, Deprel::flat, Upos::PROPN, "NNP"},
                             {"Holm", 3, Deprel::flat, Upos::PROPN, "NNP"},
                             {"said", 0, Deprel::root},
                             {"so", 6, Deprel::advmod}},
                            5, 3, 5);
  EXPECT_EQ(doc.source_entities, Entities{0});
}

TEST(SourcesTest, OneOfThemIsNotThey) {
  const Document doc = read({{"One", 4, Deprel::nsubj, Upos::NUM, "CD"},
                             {"of", 3, Deprel::case_, Upos::ADP, "IN"},
                             {"Holm", 1, Deprel::nmod},
                             {"said", 0, Deprel::root},
                             {"so", 4, Deprel::advmod}},
                            3, 2, 3);
  ASSERT_EQ(doc.source_entities, Entities{1});
  EXPECT_FALSE(doc.entities[1].named);
}

TEST(SourcesTest, WhatIsWrittenSpeaksForItsAuthor) {
  const Document doc = read({{"report", 4, Deprel::nsubj},
                             {"by", 3, Deprel::case_, Upos::ADP, "IN"},
                             {"Holm", 1, Deprel::nmod},
                             {"says", 0, Deprel::root},
                             {"so", 4, Deprel::advmod}},
                            3, 2, 3);
  EXPECT_EQ(doc.source_entities, Entities{0});
}

TEST(SourcesTest, WhatSomebodyObtainedIsNotHis) {
  const Document doc = read({{"records", 5, Deprel::nsubj},
                             {"obtained", 1, Deprel::acl, Upos::VERB, "VBN"},
                             {"by", 4, Deprel::case_, Upos::ADP, "IN"},
                             {"Holm", 2, Deprel::obl},
                             {"say", 0, Deprel::root},
                             {"so", 5, Deprel::advmod}},
                            4, 3, 4);
  EXPECT_FALSE(doc.entities[doc.source_entities[0]].named);
}

// "We lied , Holm said": Ada Holm speaks for a ministry.
TEST(SourcesTest, WeAreThoseWhomTheSpeakerSpeaksFor) {
  Document doc;
  add_sentence(doc, {{"We", 2, Deprel::nsubj, Upos::PRON, "PRP"},
                     {"lied", 5, Deprel::ccomp, Upos::VERB, "VBD"},
                     {"so", 2, Deprel::advmod},
                     {"Holm", 5, Deprel::nsubj, Upos::PROPN, "NNP"},
                     {"said", 0, Deprel::root, Upos::VERB, "VBD"}});
  doc.entities = {{.name = "Holm", .aliases = {}, .kind = EntityKind::person},
                  {.name = "ministry", .aliases = {}, .kind = EntityKind::organization}};
  doc.entities[0].member_of = {1};
  doc.mentions = {{.span = span_of(doc, 3, 4), .entity = 0, .form = MentionForm::name}};
  Attribution outer = attribution(doc, 3, 4, 4, 0);
  outer.content = {span_of(doc, 0, 3)};
  outer.form = Form::direct;
  Attribution inner = attribution(doc, 0, 1, 1, 2);
  inner.parent = 1;
  doc.attributions = {inner, outer};
  link_sources(plain_model(), doc);
  EXPECT_EQ(doc.source_entities, (Entities{1, 0}));
}

// "Ada resigned . Jon left . so he said": entities Ada (0) and Jon (1); coreference took
// "he" for entity `taken`.
Document three_sentences(std::uint32_t taken, std::size_t entities) {
  Document doc;
  add_sentence(doc, {{"Ada", 2, Deprel::nsubj, Upos::PROPN, "NNP"}, {"resigned", 0, Deprel::root}});
  add_sentence(doc, {{"Jon", 2, Deprel::nsubj, Upos::PROPN, "NNP"}, {"left", 0, Deprel::root}});
  add_sentence(doc, {{"so", 3, Deprel::ccomp, Upos::ADV, "RB"},
                     {"he", 3, Deprel::nsubj, Upos::PRON, "PRP"},
                     {"said", 0, Deprel::root}});
  doc.blocks = {{BlockKind::paragraph, span_of(doc, 0, 2)}, {BlockKind::paragraph, span_of(doc, 2, 7)}};
  doc.entities = {{.name = "Ada", .aliases = {}, .kind = EntityKind::person},
                  {.name = "Jon", .aliases = {}, .kind = EntityKind::person}};
  if (entities > 2) doc.entities.push_back({.name = "aide", .aliases = {}, .named = false});
  doc.mentions = {{.span = span_of(doc, 0, 1), .entity = 0, .form = MentionForm::name},
                  {.span = span_of(doc, 2, 3), .entity = 1, .form = MentionForm::name},
                  {.span = span_of(doc, 5, 6), .entity = taken, .form = MentionForm::pronoun}};
  doc.attributions = {attribution(doc, 5, 6, 6, 4)};
  link_sources(plain_model(), doc);
  EXPECT_EQ(find_violation(doc), "");
  return doc;
}

TEST(SourcesTest, NamelessPronounIsTheLastSubject) {
  EXPECT_EQ(three_sentences(2, 3).source_entities, Entities{1});
}

TEST(SourcesTest, PronounIsTheSubjectOfItsParagraph) {
  const Document doc = three_sentences(0, 2);
  EXPECT_EQ(doc.source_entities, Entities{1});
  EXPECT_EQ(doc.mentions.back().entity, 1u);
}

// "Jon left . God laughed he said": who is only spoken of does not speak.
TEST(SourcesTest, WhoIsOnlySpokenOfDoesNotSpeak) {
  Document doc;
  add_sentence(doc, {{"Jon", 2, Deprel::nsubj, Upos::PROPN, "NNP"}, {"left", 0, Deprel::root}});
  add_sentence(doc, {{"God", 2, Deprel::nsubj, Upos::PROPN, "NNP"},
                     {"laughed", 4, Deprel::ccomp, Upos::VERB, "VBD"},
                     {"he", 4, Deprel::nsubj, Upos::PRON, "PRP"},
                     {"said", 0, Deprel::root}});
  doc.entities = {{.name = "Jon", .aliases = {}, .kind = EntityKind::person},
                  {.name = "God", .aliases = {}, .kind = EntityKind::person}};
  doc.mentions = {{.span = span_of(doc, 0, 1), .entity = 0, .form = MentionForm::name},
                  {.span = span_of(doc, 2, 3), .entity = 1, .form = MentionForm::name},
                  {.span = span_of(doc, 4, 5), .entity = 1, .form = MentionForm::pronoun}};
  Attribution a = attribution(doc, 4, 5, 5, 2);
  a.content = {span_of(doc, 2, 4)};
  doc.attributions = {a};
  link_sources(plain_model(), doc);
  EXPECT_EQ(doc.source_entities, Entities{0});
}

TEST(SourcesTest, PersonAfterATitleAtTheEnd) {
  const Document doc = read({{"calm", 2, Deprel::amod},
                             {"day", 6, Deprel::nsubj},
                             {"Engineer", 2, Deprel::dep, Upos::PROPN, "NNP"},
                             {"Ada", 2, Deprel::dep, Upos::PROPN, "NNP"},
                             {"Holm", 4, Deprel::flat, Upos::PROPN, "NNP"},
                             {"said", 0, Deprel::root},
                             {"so", 6, Deprel::advmod}},
                            5, 3, 5);
  EXPECT_EQ(doc.source_entities, Entities{0});
}

// "Ada and Jon said so . they left now": both entities are persons.
TEST(SourcesTest, TwoWhoSpeakTogetherAreThey) {
  Document doc;
  add_sentence(doc, {{"Ada", 4, Deprel::nsubj, Upos::PROPN, "NNP"},
                     {"and", 3, Deprel::cc, Upos::CCONJ, "CC"},
                     {"Jon", 1, Deprel::conj, Upos::PROPN, "NNP"},
                     {"said", 0, Deprel::root},
                     {"so", 4, Deprel::advmod}});
  add_sentence(doc, {{"they", 2, Deprel::nsubj, Upos::PRON, "PRP"},
                     {"added", 0, Deprel::root},
                     {"this", 2, Deprel::obj, Upos::PRON, "DT"}});
  doc.entities = {{.name = "Ada", .aliases = {}, .kind = EntityKind::person},
                  {.name = "Jon", .aliases = {}, .kind = EntityKind::person}};
  doc.mentions = {{.span = span_of(doc, 0, 1), .entity = 0, .form = MentionForm::name},
                  {.span = span_of(doc, 2, 3), .entity = 1, .form = MentionForm::name}};
  doc.attributions = {attribution(doc, 0, 3, 3, 4), attribution(doc, 5, 6, 6, 7)};
  link_sources(plain_model(), doc);
  EXPECT_EQ(find_violation(doc), "");
  ASSERT_EQ(doc.entities.size(), 3u);
  EXPECT_EQ(doc.entities[2].count, 2u);
  EXPECT_FALSE(doc.entities[2].named);
  EXPECT_EQ(doc.source_entities, (Entities{2, 2}));
}

// "Ada , 58, left": later "The 58-year-old".
TEST(SourcesTest, AgeIsWhoHasIt) {
  Document doc;
  doc.text = "Ada, 58, left. The 58-year-old said so";
  for (const Span span :
       {Span{0, 3}, {3, 4}, {5, 7}, {7, 8}, {9, 13}, {13, 14}, {15, 18}, {19, 30}, {31, 35}, {36, 38}})
    doc.tokens.push_back({span});
  doc.strings = {"_"};
  doc.tags.assign(10, {.lemma = 0, .xpos = 0, .upos = Upos::NOUN});
  doc.arcs.assign(10, {});
  doc.arcs[6] = {.head = 7, .deprel = Deprel::det};
  doc.sentences = {{0, 6}, {6, 10}};
  doc.entities = {{.name = "Ada", .aliases = {}, .kind = EntityKind::person}};
  doc.mentions = {{.span = {0, 3}, .entity = 0, .form = MentionForm::name}};
  doc.attributions = {attribution(doc, 6, 8, 8, 9)};
  link_sources(plain_model(), doc);
  EXPECT_EQ(doc.source_entities, Entities{0});
}

TEST(SourcesTest, NoSourceNoEntity) {
  const Document doc = read({{"Ada", 3, Deprel::nsubj},
                             {"Holm", 1, Deprel::flat},
                             {"said", 0, Deprel::root},
                             {"so", 3, Deprel::advmod}},
                            0, 0, 2);
  EXPECT_EQ(doc.source_entities, Entities{kNone});
}

TEST(SourcesTest, TenThousandPronounsAreBounded) {
  Document doc;
  doc.strings = {"_"};
  for (int i = 0; i < 10000; ++i) {
    add_sentence(doc, {{"She", 2, Deprel::nsubj, Upos::PRON, "PRP"},
                       {"said", 0, Deprel::root, Upos::VERB, "VBD"},
                       {"so", 2, Deprel::advmod, Upos::ADV, "RB"}});
    const std::size_t at = doc.tokens.size();
    doc.attributions.push_back(attribution(doc, at - 3, at - 2, at - 2, at - 1));
  }
  link_sources(plain_model(), doc);
  EXPECT_EQ(doc.source_entities, Entities(10000, kNone));
}

}  // namespace
}  // namespace hearsay
