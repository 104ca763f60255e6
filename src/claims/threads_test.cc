#include "claims/threads.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "claims/test_statements.h"

namespace hearsay {
namespace {

std::vector<PlacedStatement> gate_story() {
  std::vector<PlacedStatement> story = {
      make_statement("a1", "ada holm", {"gate"}), make_statement("a2", "ivo brandt", {"gate"}),
      make_statement("a3", "ada holm", {"gate"}), make_statement("a4", "mina orr", {"rain"})};
  story[1].statement.act = Act::deny;
  story[1].statement.denied = true;
  story[2].statement.act = Act::retract;
  story[2].published = "2024-03-09";
  return story;
}

LinkedPair link(std::uint32_t later, std::uint32_t earlier, float confidence) {
  return {later, earlier, {.type = RelationType::disputes, .confidence = confidence}};
}

TEST(Threads, JoinWhatSureLinksJoin) {
  const auto story = gate_story();
  const std::vector<LinkedPair> links = {link(1, 0, 0.8F), link(2, 0, 0.7F), link(3, 0, 0.4F)};
  const auto threads = find_threads(story, links);
  ASSERT_EQ(threads.size(), 1u);
  EXPECT_EQ(threads[0].statements, (std::vector<std::uint32_t>{0, 1, 2}));
  EXPECT_EQ(threads[0].independent_sources, 2u);
  EXPECT_EQ(threads[0].disagreement, 0.8F);
}

TEST(Threads, AgreeWhereNoRelationSaysOtherwise) {
  LinkedPair agreed = link(1, 0, 0.8F);
  agreed.relation.type = RelationType::supports;
  EXPECT_EQ(find_threads(gate_story(), std::vector<LinkedPair>{agreed})[0].disagreement, 0);
}

TEST(Threads, TellWhereEachSourceStandsAndSinceWhen) {
  const auto story = gate_story();
  const auto threads = find_threads(story, std::vector<LinkedPair>{link(1, 0, 0.8F), link(2, 1, 0.8F)});
  ASSERT_EQ(threads.size(), 1u);
  const std::vector<SourcePosition> expected = {{"ada holm", Position::asserted, "2024-03-06", 0},
                                                {"ada holm", Position::retracted, "2024-03-09", 2},
                                                {"ivo brandt", Position::denied, "2024-03-06", 1}};
  EXPECT_EQ(threads[0].positions, expected);
}

TEST(Threads, CountWhatIsRepeatedOnce) {
  const auto story = gate_story();
  std::vector<LinkedPair> links = {link(1, 0, 0.8F), link(3, 1, 0.9F)};
  EXPECT_EQ(find_threads(story, links)[0].independent_sources, 3u);
  links[1].relation.type = RelationType::repeats;
  EXPECT_EQ(find_threads(story, links)[0].independent_sources, 2u);
}

TEST(Threads, DoNotDependOnTheOrderOfLinks) {
  const auto story = gate_story();
  std::vector<LinkedPair> links = {link(1, 0, 0.8F), link(2, 1, 0.8F), link(3, 2, 0.9F)};
  const auto threads = find_threads(story, links);
  std::ranges::reverse(links);
  EXPECT_EQ(find_threads(story, links), threads);
}

TEST(Threads, OfNothingAreNone) {
  EXPECT_TRUE(find_threads({}, {}).empty());
  EXPECT_TRUE(find_threads(gate_story(), {}).empty());
}

}  // namespace
}  // namespace hearsay
