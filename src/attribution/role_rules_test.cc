#include "attribution/role_rules.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

// One paragraph of n tokens that hang on the cue, and the scores of their labels.
struct Text {
  Facts facts;
  std::vector<std::uint32_t> cue_at;
  Cue cue;
  std::vector<Scores<kRoleLabels>> scores;

  Text(std::uint32_t n, std::uint32_t at) : cue_at(n, kNone), cue{at, at + 1, at}, scores(n) {
    facts.tokens.resize(n);
    facts.quotes.resize(n);
    facts.paragraphs = {0, n};
    facts.sentences = {{0, n}};
    for (std::uint32_t i = 0; i < n; ++i) facts.tokens[i].head = i == at ? kNone : at;
    cue_at[at] = 0;
  }

  // Of each token: c where it may be content, s where it may be only source, - for neither.
  std::string allowed() {
    const auto n = static_cast<std::uint32_t>(facts.tokens.size());
    forbid_roles(facts, cue_at, cue, {0, n}, scores);
    std::string out;
    for (const auto& s : scores) out += s[3] == 0 ? 'c' : s[1] == 0 ? 's' : '-';
    return out;
  }
};

// " Safe , " said Holm , " and dry "
Text split_quotation() {
  Text t(11, 4);
  for (const std::uint32_t i : {2u, 6u}) t.facts.tokens[i].upos = Upos::PUNCT;
  for (const std::uint32_t i : {0u, 1u, 2u, 3u, 7u, 8u, 9u, 10u})
    t.facts.quotes[i] = {QuoteState::inside, 1, 0};
  t.facts.quotes[0].state = t.facts.quotes[7].state = QuoteState::open;
  t.facts.quotes[3].state = t.facts.quotes[10].state = QuoteState::close;
  return t;
}

TEST(ForbidRoles, NothingBetweenTheHalvesOfAQuotationIsContent) {
  EXPECT_EQ(split_quotation().allowed(), "ccccssscccc");
}

TEST(ForbidRoles, UnlessAnotherCueStandsThere) {
  Text t = split_quotation();
  t.cue_at[5] = 1;
  EXPECT_EQ(t.allowed(), "ccccccccccc");
}

TEST(ForbidRoles, UnlessTheQuotationGoesOnWithinASentence) {
  Text t = split_quotation();
  t.facts.tokens[6].upos = Upos::ADP;  // said he was "dry"
  EXPECT_EQ(t.allowed(), "ccccccccccc");
}

// Guests were-told that it broke
Text passive() {
  Text t(5, 1);
  t.facts.tokens[0].deprel = Deprel::nsubj;
  t.facts.tokens[1].subject = 0;
  t.facts.tokens[1].children = kHasPassiveSubject | kHasCcomp;
  t.facts.tokens[1].clause = 4;
  return t;
}

TEST(ForbidRoles, WhoIsToldIsNotWhatIsTold) { EXPECT_EQ(passive().allowed(), "scccc"); }

TEST(ForbidRoles, ThatIsAClauseEvenWhereTheTreeErrs) {
  Text t = passive();
  t.facts.tokens[1].children = kHasPassiveSubject;
  EXPECT_EQ(t.allowed(), "ccccc") << "the plan was criticized";
  t = passive();
  t.facts.tokens[1].children = kHasPassiveSubject;
  t.facts.tokens[2].word = hash_word("that");
  EXPECT_EQ(t.allowed(), "scccc");
}

TEST(ForbidRoles, ItIsNobody) {
  Text t = passive();
  t.facts.tokens[0].word = hash_word("it");
  EXPECT_EQ(t.allowed(), "-cccc");
}

TEST(ForbidRoles, WhoeverIsToldBySomebodyIsNoSource) {
  Text t = passive();
  t.facts.tokens[3].subtype = DeprelSubtype::agent;
  EXPECT_EQ(t.allowed(), "-cccc");
}

// Her claim that-it-held surprised us
TEST(ForbidRoles, WhatANounDoesIsNotWhatItReports) {
  Text t(5, 1);
  t.facts.tokens[1].upos = Upos::NOUN;
  t.facts.tokens[1].children = kHasAcl;
  t.facts.tokens[1].head = 3;
  t.facts.tokens[1].deprel = Deprel::nsubj;
  t.facts.tokens[3].head = kNone;
  EXPECT_EQ(t.allowed(), "cccss");
  t.facts.tokens[3].children = kHasCopula;  // her claim is that it held
  t.scores.assign(5, {});
  EXPECT_EQ(t.allowed(), "ccccc");
}

}  // namespace
}  // namespace hearsay
