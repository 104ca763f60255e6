#include "attribution/nesting.h"

#include <gtest/gtest.h>

#include <string>

#include "attribution/cue_lemma.h"

namespace hearsay {
namespace {

// Ann said " Bob knew it " . He left .    "knew" governs Bob and it, "said" governs "knew".
Document reported() {
  Document doc;
  doc.text = "Ann said \" Bob knew it \" . He left .";
  doc.strings = {"_"};
  for (std::uint32_t begin = 0, i = 0; begin < doc.text.size(); ++i) {
    const auto end = static_cast<std::uint32_t>(std::min(doc.text.find(' ', begin), doc.text.size()));
    doc.tokens.push_back({{begin, end}});
    doc.tags.push_back({});
    doc.arcs.push_back({.head = i < 8 ? 1u : 9u, .deprel = Deprel::dep});
    begin = end + 1;
  }
  doc.arcs[1] = doc.arcs[9] = {.head = kNone, .deprel = Deprel::root};
  doc.arcs[3] = {.head = 4, .deprel = Deprel::nsubj};
  doc.arcs[4] = {.head = 1, .deprel = Deprel::ccomp};
  doc.arcs[5] = {.head = 4, .deprel = Deprel::obj};
  doc.sentences = {{0, 8}, {8, 11}};
  doc.attributions = {{.source = {{0, 3}}, .cue = {{4, 8}}, .content = {{9, 24}}, .form = Form::direct}};
  return doc;
}

TEST(ContentView, IsATextOfItsOwn) {
  const Document doc = reported();
  ASSERT_EQ(find_violation(doc), "");
  FactsScratch scratch;
  Facts facts;
  collect_facts(doc, {}, scratch, facts);
  facts.tokens[4].upos = Upos::VERB;
  facts.tokens[4].word_class.verb = 31;  // "knew" is a verb of cognition
  ContentView view;
  view_contents(doc, facts, 0, view);
  EXPECT_EQ(view.tokens, (std::vector<std::uint32_t>{3, 4, 5})) << "without its marks";
  EXPECT_EQ(view.owners, (std::vector<std::uint32_t>{0}));
  EXPECT_EQ(view.facts.paragraphs, (std::vector<std::uint32_t>{0, 3}));
  EXPECT_EQ(view.facts.sentences, (std::vector<Sentence>{{0, 3}}));
  EXPECT_EQ(view.facts.tokens[1].deprel, Deprel::root) << "the tree is cut at its edge";
  EXPECT_EQ(view.facts.tokens[1].subject, 0u);
  EXPECT_EQ(view.facts.tokens[2].head, 1u);
  EXPECT_EQ(view.facts.quotes[1].depth, 0);
  view_contents(doc, facts, 1, view);
  EXPECT_TRUE(view.tokens.empty());
}

TEST(ContentView, LeavesOutWhatHoldsNoWordOfSaying) {
  const Document doc = reported();
  FactsScratch scratch;
  Facts facts;
  collect_facts(doc, {}, scratch, facts);
  ContentView view;
  view_contents(doc, facts, 0, view);
  EXPECT_TRUE(view.tokens.empty());
}

TEST(ContentView, HoldsNoTokenTwice) {
  Document doc = reported();
  doc.attributions.push_back({.cue = {{28, 30}}, .content = {{11, 19}}});
  FactsScratch scratch;
  Facts facts;
  collect_facts(doc, {}, scratch, facts);
  facts.tokens[4].upos = Upos::VERB;
  facts.tokens[4].word_class.verb = 31;  // "knew" is a verb of cognition
  ContentView view;
  view_contents(doc, facts, 0, view);
  EXPECT_EQ(view.owners, (std::vector<std::uint32_t>{0})) << "the longer content";
}

TEST(FindParents, TakesTheSmallestContentThatHoldsIt) {
  Document doc;
  doc.text = std::string(100, 'x');
  doc.strings = {"_"};
  doc.attributions = {{.cue = {{0, 2}}, .content = {{3, 90}}},
                      {.cue = {{10, 12}}, .content = {{13, 60}}},
                      {.cue = {{20, 22}}, .content = {{23, 30}}},
                      {.cue = {{50, 52}}, .content = {{53, 70}}},
                      {.cue = {{91, 93}}, .content = {{94, 99}}}};
  find_parents(doc);
  std::vector<std::uint32_t> parents;
  for (const Attribution& a : doc.attributions) parents.push_back(a.parent);
  EXPECT_EQ(parents, (std::vector<std::uint32_t>{kNone, 0, 1, 0, kNone}));
  EXPECT_EQ(find_violation(doc), "");
}

TEST(CueLemma, OfAFixedExpressionIsTheWhole) {
  Document doc;
  doc.text = "According to Ann";
  doc.strings = {"accord", "_"};
  doc.tokens = {{{0, 9}}, {{10, 12}}, {{13, 16}}};
  doc.tags = {{0, 1, Upos::VERB}, {1, 1, Upos::ADP}, {1, 1, Upos::PROPN}};
  doc.arcs = {{2, Deprel::case_}, {0, Deprel::fixed}, {kNone, Deprel::root}};
  doc.sentences = {{0, 3}};
  EXPECT_EQ(doc.strings[cue_lemma({0, 2, 0}, 2, doc)], "according to");
  EXPECT_EQ(cue_lemma({0, 2, 0}, 2, doc), 2u) << "once is enough";
  EXPECT_EQ(doc.strings[cue_lemma({0, 1, 0}, 2, doc)], "accord");
}

}  // namespace
}  // namespace hearsay
