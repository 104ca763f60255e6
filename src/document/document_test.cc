#include <gtest/gtest.h>

#include <string>

#include "document/drop_unsure.h"
#include "document/labels.h"
#include "document/strings.h"
#include "document/unicode.h"
#include "document/utf8.h"
#include "hearsay/document.h"

namespace hearsay {
namespace {

TEST(Utf8, FindsTheFirstInvalidByte) {
  EXPECT_TRUE(is_valid_utf8(""));
  EXPECT_TRUE(is_valid_utf8("a\u00e9\u20ac\U0001F600"));
  EXPECT_EQ(find_invalid_utf8("ab\xff"), 2u);
  EXPECT_EQ(find_invalid_utf8("\xc0\x80"), 0u) << "overlong";
  EXPECT_EQ(find_invalid_utf8("x\xed\xa0\x80"), 1u) << "surrogate";
  EXPECT_EQ(find_invalid_utf8("\xf4\x90\x80\x80"), 0u) << "above U+10FFFF";
  EXPECT_EQ(find_invalid_utf8("a\xe2\x82"), 1u) << "cut off";
}

TEST(Utf8, DecodesWhatItAppends) {
  for (const char32_t c : {U'a', U'\u00e9', U'\u20ac', U'\U0001F600', U'\U0010FFFF'}) {
    std::string s;
    append_utf8(c, s);
    const CodePoint decoded = decode_utf8(s, 0);
    EXPECT_EQ(decoded.value, c);
    EXPECT_EQ(decoded.length, s.size());
    EXPECT_EQ(previous_code_point(s, s.size()), 0u);
  }
}

TEST(CodePointIndex, CountsAcrossBlocks) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "\u00e9x";
  const CodePointIndex index(text);
  for (std::uint32_t i = 0; i < 100; ++i) EXPECT_EQ(index.at(3 * i), 2 * i);
  EXPECT_EQ(index.at(300), 200u);
  EXPECT_EQ(CodePointIndex("").at(0), 0u);
  EXPECT_EQ(CodePointIndex(std::string_view(text).substr(0, 192)).at(192), 128u);
}

TEST(Unicode, ClassesAndCase) {
  EXPECT_EQ(char_class(U'A'), CharClass::upper);
  EXPECT_EQ(char_class(U'\u00df'), CharClass::lower);
  EXPECT_EQ(char_class(U'\u201c'), CharClass::punct);
  EXPECT_EQ(char_class(U'\u00a0'), CharClass::space);
  EXPECT_EQ(char_class(U'\n'), CharClass::space);
  EXPECT_EQ(char_class(U'$'), CharClass::symbol);
  EXPECT_EQ(char_class(U'7'), CharClass::digit);
  std::string lower;
  to_lower("\u00c9TAT", lower);
  EXPECT_EQ(lower, "\u00e9tat");
}

TEST(Interner, KeepsOneIndexForOneString) {
  std::vector<std::string> strings = {"said"};
  Interner interner;
  interner.attach(strings);
  EXPECT_EQ(interner.intern("deny"), 1u);
  EXPECT_EQ(interner.intern("said"), 0u);
  EXPECT_EQ(interner.intern("deny"), 1u);
  EXPECT_EQ(strings.size(), 2u);
}

TEST(Labels, ReadBackFromTheirNames) {
  for (int i = 0; i < kUposCount; ++i)
    EXPECT_EQ(find_upos(to_string(static_cast<Upos>(i))), static_cast<Upos>(i));
  for (int i = 0; i < kDeprelCount; ++i) {
    EXPECT_EQ(find_deprel(to_string(static_cast<Deprel>(i))), static_cast<Deprel>(i));
  }
  for (int i = 0; i < kDeprelSubtypeCount; ++i) {
    EXPECT_EQ(find_deprel_subtype(to_string(static_cast<DeprelSubtype>(i))), static_cast<DeprelSubtype>(i));
  }
  EXPECT_EQ(to_string(Deprel::case_), "case");
  EXPECT_FALSE(find_upos("NOPE"));
}

Document two_tokens() {
  Document doc;
  doc.text = "He left";
  doc.strings = {"he", "leave", "_"};
  doc.sentences = {{0, 2}};
  doc.tokens = {{{0, 2}}, {{3, 7}}};
  doc.tags = {{0, 2, Upos::PRON}, {1, 2, Upos::VERB}};
  doc.arcs = {{1, Deprel::nsubj}, {kNone, Deprel::root}};
  return doc;
}

TEST(FindViolation, AcceptsAnEmptyAndASoundDocument) {
  EXPECT_EQ(find_violation(Document{}), "");
  EXPECT_EQ(find_violation(two_tokens()), "");
}

TEST(FindViolation, NamesTheBrokenRule) {
  Document doc = two_tokens();
  doc.arcs[1].head = 0;
  EXPECT_EQ(find_violation(doc), "arcs[0]: sentence has not exactly one root");
  doc = two_tokens();
  doc.tokens[1].span.begin = 1;
  EXPECT_EQ(find_violation(doc), "tokens[1]: overlaps the token before it");
  doc = two_tokens();
  doc.sentences[0].last_token = 1;
  EXPECT_EQ(find_violation(doc), "sentences: do not cover all tokens");
  doc = two_tokens();
  doc.tags.pop_back();
  EXPECT_EQ(find_violation(doc), "tags: not one per token");
  doc = two_tokens();
  doc.text += "\xff";
  EXPECT_EQ(find_violation(doc), "text: not valid UTF-8 at byte 7");
  doc = two_tokens();
  doc.attributions.push_back({.cue = {{3, 7}}});
  EXPECT_EQ(find_violation(doc), "attributions[0]: has no content");
}

TEST(FindViolation, ParentsMakeAForest) {
  Document doc = two_tokens();
  doc.attributions.resize(2, {.cue = {{3, 7}}, .content = {{0, 2}}});
  doc.attributions[1].parent = 0;
  EXPECT_EQ(find_violation(doc), "");
  doc.attributions[0].parent = 1;
  EXPECT_EQ(find_violation(doc), "attributions[0]: stands within itself");
  doc.attributions[0].parent = 2;
  EXPECT_EQ(find_violation(doc), "attributions[0]: has a parent that does not exist");
}

TEST(DropUnsure, MovesChildrenUp) {
  Document doc = two_tokens();
  for (const float confidence : {0.9f, 0.2f, 0.8f, 0.1f, 0.7f}) {
    doc.attributions.push_back({.cue = {{3, 7}}, .content = {{0, 2}}, .confidence = confidence});
  }
  doc.attributions[1].parent = 0;
  doc.attributions[2].parent = 1;
  doc.attributions[4].parent = 3;
  doc.times = {{{3, 7}, TimeType::date, "2020"}};
  doc.statement_times = {0, 0, kNone, kNone, 0};
  doc.entities = {{.name = "A"}, {.name = "B"}};
  doc.source_entities = {0, kNone, kNone, 1, 1};
  doc.explanations.resize(5);
  doc.explanations[4].by_network = 0.25f;
  drop_unsure(0.5f, doc);
  ASSERT_EQ(doc.attributions.size(), 3u);
  EXPECT_EQ(doc.attributions[1].parent, 0u) << "what it stood in is gone, what that stood in is not";
  EXPECT_EQ(doc.attributions[2].parent, kNone);
  EXPECT_EQ(doc.statement_times, (std::vector<std::uint32_t>{0, kNone, 0}));
  EXPECT_EQ(doc.source_entities, (std::vector<std::uint32_t>{0, kNone, 1}));
  EXPECT_EQ(doc.explanations[2].by_network, 0.25f);
  EXPECT_EQ(find_violation(doc), "");
}

TEST(FindViolation, FindsCycles) {
  Document doc = two_tokens();
  doc.text += " on";
  doc.tokens.push_back({{8, 10}});
  doc.tags.push_back({0, 2, Upos::ADP});
  doc.sentences[0].last_token = 3;
  doc.arcs = {{2, Deprel::dep}, {kNone, Deprel::root}, {0, Deprel::dep}};
  EXPECT_EQ(find_violation(doc), "arcs[0]: is part of a cycle");
}

}  // namespace
}  // namespace hearsay
