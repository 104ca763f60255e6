#include "attribution/explain.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::vector<ReasonKind> kinds_of(const Finding& finding) {
  std::vector<ReasonKind> kinds;
  for (const Reason& r : finding.reasons) kinds.push_back(r.kind);
  return kinds;
}

TEST(FindReasons, TakesEvidenceAwayUntilTheDecisionFalls) {
  const std::vector<Candidate> candidates = {
      {ReasonKind::word, {0, 2}, 0.9}, {ReasonKind::quotation, {3, 4}, 0.7}, {ReasonKind::nearness, {}, 0.8}};
  int readings = 0;
  const Finding finding =
      find_reasons(Part::source, 0.95, candidates, [&](std::span<const ReasonKind> hidden) {
        ++readings;
        EXPECT_EQ(hidden[0], ReasonKind::quotation) << "what matters most by itself";
        EXPECT_EQ(hidden[1], ReasonKind::nearness);
        return 0.2;
      });
  EXPECT_EQ(finding.part, Part::source);
  EXPECT_EQ(finding.sure, 0.95f);
  EXPECT_EQ(kinds_of(finding), (std::vector{ReasonKind::quotation, ReasonKind::nearness}));
  EXPECT_EQ(finding.reasons[0].without, 0.7f);
  EXPECT_EQ(finding.reasons[1].without, 0.2f);
  EXPECT_EQ(readings, 1) << "it has fallen";
}

TEST(FindReasons, PassesOverWhatAddsNothing) {
  const std::vector<Candidate> candidates = {{ReasonKind::word, {0, 2}, 0.7},
                                             {ReasonKind::word_class, {0, 2}, 0.75},
                                             {ReasonKind::opening, {3, 4}, 0.9}};
  const Finding finding = find_reasons(Part::cue, 0.95, candidates, [](std::span<const ReasonKind> hidden) {
    return hidden.back() == ReasonKind::opening ? 0.5 : 0.7;
  });
  EXPECT_EQ(kinds_of(finding), (std::vector{ReasonKind::word, ReasonKind::opening}));
}

TEST(FindReasons, SaysNothingWhereNothingMatters) {
  const std::vector<Candidate> candidates = {{ReasonKind::word, {}, 0.95}, {ReasonKind::opening, {}, 0.99}};
  const Finding finding =
      find_reasons(Part::cue, 0.96, candidates, [](std::span<const ReasonKind>) { return 0.94; });
  EXPECT_TRUE(finding.reasons.empty());
}

TEST(FindReasons, OfEqualsTheFirstComesFirst) {
  const std::vector<Candidate> candidates = {{ReasonKind::opening, {}, 0.4}, {ReasonKind::word, {}, 0.4}};
  const Finding finding = find_reasons(Part::cue, 1, candidates, [](auto) { return 0.0; });
  EXPECT_EQ(kinds_of(finding), std::vector{ReasonKind::opening});
}

// The club " denied " it ,    "denied" governs "club" (subject) and "it" (object).
struct Example {
  Facts facts;
  PartTokens parts{.cue = {3, 4, 3}, .window = {0, 7}, .source = {0, 1}, .content = {5}};

  Example() {
    facts.tokens.resize(7);
    facts.quotes.resize(7);
    facts.paragraphs = {0, 7};
    facts.sentences = {{0, 7}};
    for (std::uint32_t i = 0; i < 7; ++i) {
      facts.tokens[i].word = facts.tokens[i].lemma = i + 1;
      facts.tokens[i].head = i == 3 ? kNone : 3;
    }
    facts.tokens[0].head = 1;
    facts.tokens[1].deprel = Deprel::nsubj;
    facts.tokens[3].children = kHasSubject | kHasObject;
    facts.tokens[3].subject = 1;
    facts.tokens[3].object = 5;
    facts.tokens[3].word_class.verb = 32;
    facts.tokens[6].upos = Upos::PUNCT;
    facts.quotes[2] = {QuoteState::open, 1, 0};
    facts.quotes[3] = {QuoteState::inside, 1, 0};
    facts.quotes[4] = {QuoteState::close, 1, 0};
  }
};

TEST(Hide, TheWordTakesItsSenseAlong) {
  Example s;
  Window shown;
  ASSERT_TRUE(hide(ReasonKind::word, s.parts, s.facts, shown));
  EXPECT_EQ(s.facts.tokens[3].lemma, 0u);
  EXPECT_EQ(s.facts.tokens[1].lemma, 2u) << "only the cue's";
  EXPECT_EQ(shown.first, 3u);
  EXPECT_EQ(shown.last, 4u);
  EXPECT_FALSE(hide(ReasonKind::word_class, s.parts, s.facts, shown));
}

TEST(Hide, ASubjectIsCutOnBothSides) {
  Example s;
  Window shown;
  EXPECT_FALSE(hide(ReasonKind::source_tie, s.parts, s.facts, shown)) << "the tie is that of a subject";
  ASSERT_TRUE(hide(ReasonKind::subject, s.parts, s.facts, shown));
  EXPECT_EQ(s.facts.tokens[1].head, kNone);
  EXPECT_EQ(s.facts.tokens[3].subject, kNone);
  EXPECT_EQ(s.facts.tokens[3].children, kHasObject);
  EXPECT_EQ(shown.first, 3u) << "the verb whose subject it is";
  EXPECT_FALSE(hide(ReasonKind::subject, s.parts, s.facts, shown)) << "once";
}

TEST(Hide, TheContentsTie) {
  Example s;
  Window shown;
  ASSERT_TRUE(hide(ReasonKind::content_tie, s.parts, s.facts, shown));
  EXPECT_EQ(s.facts.tokens[5].head, kNone);
  EXPECT_EQ(s.facts.tokens[3].object, kNone);
  EXPECT_EQ(s.facts.tokens[3].children, kHasSubject);
}

TEST(Hide, QuotationMarks) {
  Example s;
  Window shown;
  ASSERT_TRUE(hide(ReasonKind::quotation, s.parts, s.facts, shown));
  for (const QuoteToken& q : s.facts.quotes) EXPECT_EQ(q, QuoteToken{});
  EXPECT_EQ(s.facts.tokens[3].to_last_mark, kFar);
  EXPECT_EQ(s.facts.tokens[3].lemma, 4u);
  EXPECT_EQ(shown.first, 2u);
  EXPECT_FALSE(hide(ReasonKind::quotation, s.parts, s.facts, shown)) << "there are none now";
}

TEST(Hide, PunctuationThatIsNoQuotationMark) {
  Example s;
  Window shown;
  EXPECT_FALSE(hide(ReasonKind::punctuation, s.parts, s.facts, shown)) << "only marks are beside the cue";
  s.parts.cue = {5, 6, 5};
  s.facts.tokens[6].is_comma = true;
  ASSERT_TRUE(hide(ReasonKind::punctuation, s.parts, s.facts, shown));
  EXPECT_FALSE(s.facts.tokens[6].is_comma);
}

}  // namespace
}  // namespace hearsay
