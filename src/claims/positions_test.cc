#include "claims/positions.h"

#include <gtest/gtest.h>

#include "claims/test_statements.h"
#include "claims/threads.h"

namespace hearsay {
namespace {

using Standing = std::pair<std::string, Position>;

// What Ada Holm said first, and those who answered: in one thread, as links join them.
class Positions : public testing::Test {
 protected:
  void say(const std::string& speaker, Act act = Act::assert_) {
    auto& one = story_.emplace_back(make_statement("a" + std::to_string(story_.size()), speaker, {"report"}));
    one.statement.act = act;
  }
  Statement& last() { return story_.back().statement; }
  void link(std::uint32_t later, std::uint32_t earlier, RelationType type, float confidence = 0.8F) {
    links_.push_back({later, earlier, {.type = type, .confidence = confidence}});
  }

  std::vector<Standing> standings() const {
    std::vector<std::uint32_t> members;
    for (std::uint32_t i = 0; i < story_.size(); ++i) members.push_back(i);
    std::vector<Standing> found;
    for (const SourcePosition& p : find_positions(story_, members, links_))
      found.emplace_back(p.source, p.position);
    return found;
  }

  std::vector<PlacedStatement> story_;
  std::vector<LinkedPair> links_;
};

TEST_F(Positions, WhoSaysThatNothingHappenedAssertsIt) {
  say("ada holm");
  last().denied = true;  // "no report was received"
  say("ivo brandt");     // "we sent it in May"
  link(1, 0, RelationType::disputes);
  const std::vector<Standing> expected = {{"ada holm", Position::asserted}, {"ivo brandt", Position::denied}};
  EXPECT_EQ(standings(), expected);
}

TEST_F(Positions, WhoAdmitsWhatHisSideDeniedConfirmsIt) {
  say("ada holm");
  say("keel", Act::deny);
  last().denied = last().refusing = true;
  say("ivo brandt", Act::confirm);  // of Keel
  link(1, 0, RelationType::disputes);
  link(2, 1, RelationType::retracts);
  const std::vector<Standing> expected = {
      {"ada holm", Position::asserted}, {"ivo brandt", Position::confirmed}, {"keel", Position::denied}};
  EXPECT_EQ(standings(), expected);
}

TEST_F(Positions, WhoHadNoCommentTakesNothingBack) {
  say("keel", Act::decline);
  last().denied = true;  // "it does not discuss this"
  say("ivo brandt", Act::confirm);
  link(1, 0, RelationType::retracts);
  const std::vector<Standing> expected = {{"ivo brandt", Position::confirmed}, {"keel", Position::declined}};
  EXPECT_EQ(standings(), expected);
}

TEST_F(Positions, WhoDeniesADenialAssertsTheClaim) {
  say("ada holm");
  say("ivo brandt", Act::deny);
  last().denied = last().refusing = true;
  say("mina orr", Act::deny);
  last().denied = last().refusing = true;
  link(1, 0, RelationType::disputes);
  link(2, 1, RelationType::disputes);
  const std::vector<Standing> expected = {
      {"ada holm", Position::asserted}, {"ivo brandt", Position::denied}, {"mina orr", Position::asserted}};
  EXPECT_EQ(standings(), expected);
}

TEST_F(Positions, AClaimKnownFromItsDenialAloneIsDenied) {
  say("ada holm", Act::deny);  // "denied that there had been a report"
  last().rejects = last().denied = last().refusing = true;
  say("ivo brandt");
  link(1, 0, RelationType::disputes);
  const std::vector<Standing> expected = {{"ada holm", Position::denied}, {"ivo brandt", Position::asserted}};
  EXPECT_EQ(standings(), expected);
}

TEST_F(Positions, WhoAgreesWithADenierDeniesToo) {
  say("ada holm");
  say("ivo brandt");
  say("mina orr", Act::confirm);
  link(1, 0, RelationType::conflicts);
  link(2, 1, RelationType::supports);
  const std::vector<Standing> expected = {
      {"ada holm", Position::asserted}, {"ivo brandt", Position::denied}, {"mina orr", Position::denied}};
  EXPECT_EQ(standings(), expected);
}

TEST_F(Positions, WhatIsTakenBackStaysSo) {
  say("ada holm");
  say("ada holm");
  say("ada holm");
  link(1, 0, RelationType::retracts);
  link(2, 1, RelationType::repeats);
  const std::vector<Standing> expected = {{"ada holm", Position::asserted},
                                          {"ada holm", Position::retracted}};
  EXPECT_EQ(standings(), expected);
}

TEST_F(Positions, TheSurestLinkTells) {
  say("ada holm");
  say("ivo brandt");
  link(1, 0, RelationType::disputes, 0.6F);
  link(1, 0, RelationType::supports, 0.9F);
  EXPECT_EQ(standings().back().second, Position::asserted);
}

TEST_F(Positions, WithoutLinksTheWordsTell) {
  say("ada holm");
  last().denied = true;
  say("ivo brandt");
  say("mina orr");
  last().denied = true;
  say("otto lind");
  last().pointing = last().rejects = last().denied = true;  // "dismissed the claim"
  const std::vector<Standing> expected = {{"ada holm", Position::asserted},
                                          {"ivo brandt", Position::denied},
                                          {"mina orr", Position::asserted},
                                          {"otto lind", Position::denied}};
  EXPECT_EQ(standings(), expected);
}

TEST_F(Positions, WhatSomebodyDidNotSayIsNone) {
  say("ada holm");
  say("ivo brandt", Act::decline);
  last().negated = true;
  say("mina orr");
  last().negated = true;
  const std::vector<Standing> expected = {{"ada holm", Position::asserted},
                                          {"ivo brandt", Position::declined}};
  EXPECT_EQ(standings(), expected);
}

}  // namespace
}  // namespace hearsay
