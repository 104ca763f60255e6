#include "format/explain_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "format/test_document.h"
#include "hearsay/format.h"

namespace hearsay {
namespace {

using testing::HasSubstr;
using testing::Not;

Document explained() {
  Document doc = make_document("Ada Holm said she denied it.");
  attribute(doc, {{"Ada Holm"}, {"said"}, {"she denied it"}});
  attribute(doc, {{"she"}, {"denied"}, {"it"}});
  doc.attributions[1].parent = 0;
  doc.entities = {{.name = "Ada Holm", .aliases = {}, .kind = EntityKind::person}};
  doc.mentions = {{find_words(doc, "Ada Holm"), 0, MentionForm::name},
                  {find_words(doc, "she"), 0, MentionForm::pronoun}};
  doc.source_entities = {0, 0};
  const Span denied = find_words(doc, "denied");
  doc.explanations.resize(2);
  doc.explanations[0].findings = {{Part::cue, 0.99f, {}},
                                  {Part::source, 1, {{ReasonKind::nearness, {}, 0.5f}}}};
  doc.explanations[1].findings = {
      {Part::cue, 0.97f, {{ReasonKind::word, denied, 0.4f}}},
      {Part::source, 0.9f, {{ReasonKind::subject, denied, 0.8f}, {ReasonKind::nearness, {}, 0.3f}}},
      {Part::act, 0.75f, {{ReasonKind::content_word, find_words(doc, "it"), 0.1f}}}};
  doc.explanations[1].by_features = 0.91f;
  doc.explanations[1].by_network = 0.98f;
  doc.explanations[1].read_alone = true;
  EXPECT_EQ(find_violation(doc), "");
  return doc;
}

std::string lines(const Document& doc, std::size_t i) {
  std::string out;
  for (const Explained& e : explain_in_words(doc, i)) out += std::string(e.part) + ": " + e.words + "\n";
  return out;
}

TEST(ExplainInWords, SaysAllThatIsKnown) {
  EXPECT_EQ(
      lines(explained(), 1),
      "cue: 97% sure by the word “denied” (40% without that); of the two taggers, the features say 91%, "
      "the network 98%\n"
      "source: 90% sure by being the subject of “denied” (80% without that) and the source's standing "
      "near the cue (30% without both)\n"
      "entity: “she” is taken for Ada Holm\n"
      "act: 75% sure by what is said, above all “it” (10% without that)\n"
      "nesting: found when what “said” reports was read by itself\n"
      "confidence: of a hundred like it, 88 are right\n");
}

TEST(ExplainInWords, LeavesOutWhatGoesWithoutSaying) {
  const std::string found = lines(explained(), 0);
  EXPECT_THAT(found, HasSubstr("cue: 99% sure; no single clue decides it;"));
  EXPECT_THAT(found, Not(HasSubstr("entity"))) << "the source is the name";
  EXPECT_THAT(found, Not(HasSubstr("nesting")));
}

TEST(ExplainInWords, NobodySaysIt) {
  Document doc = explained();
  doc.attributions[0].source.clear();
  doc.explanations[0].findings.pop_back();
  EXPECT_THAT(lines(doc, 0), HasSubstr("source: nobody was found who says it\n"));
}

TEST(ExplainInWords, IsEmptyUnlessAskedFor) {
  Document doc = explained();
  doc.explanations.clear();
  EXPECT_TRUE(explain_in_words(doc, 0).empty());
  EXPECT_THAT(to_json(doc), Not(HasSubstr("explanation")));
}

TEST(ExplainInWords, StandsInTheJsonWithItsFigures) {
  const std::string json = to_json(explained());
  EXPECT_THAT(json, HasSubstr("\"confidence\": 0.88, \"explanation\": [{\"part\": \"cue\", \"sure\": 0.99, "
                              "\"reasons\": [], \"words\": \""));
  EXPECT_THAT(
      json, HasSubstr("\"reasons\": [{\"kind\": \"subject\", \"span\": [18, 24], \"without\": 0.80}, "
                      "{\"kind\": \"nearness\", \"span\": null, \"without\": 0.30}], \"words\": \"90% sure"));
}

TEST(ExplainInWords, StandsBelowTheClaimInTheText) {
  EXPECT_THAT(to_text(explained(), {.color = false, .width = 200}),
              HasSubstr("       it\n         · cue: 97% sure by the word “denied”"));
}

TEST(ExplainInWords, TellsRulesFromModels) {
  Document doc = explained();
  doc.explanations[0].findings.push_back({Part::content, 0.9f, {}});
  doc.explanations[0].by_rule = find_words(doc, "denied it");
  EXPECT_THAT(lines(doc, 0),
              HasSubstr("content: 90% sure; no single clue decides it; “denied it” by the rule that"));
}

TEST(ExplainInWords, CutsWhatIsLong) {
  Document doc = explained();
  doc.explanations[0].findings[1].reasons = {
      {ReasonKind::source_word, find_words(doc, "Ada Holm said she denied it"), 0.5f}};
  EXPECT_THAT(lines(doc, 0), HasSubstr("who says it, “Ada Holm said she denied …” (50%"));
}

}  // namespace
}  // namespace hearsay
