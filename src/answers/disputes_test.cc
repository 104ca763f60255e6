#include "answers/disputes.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

LinkedPair link(std::uint32_t later, std::uint32_t earlier) {
  LinkedPair pair;
  pair.later = later;
  pair.earlier = earlier;
  return pair;
}

TEST(Disputes, TheNewestAgainstComesFirst) {
  LedgerStory story;
  for (int i = 0; i < 4; ++i) story.statements.push_back({.number = i});
  story.links = {link(1, 0), link(2, 1), link(3, 0)};
  const auto disputes = find_disputes(story);
  ASSERT_EQ(disputes.size(), 2u);
  EXPECT_EQ(disputes[0].earlier, 0u);
  EXPECT_EQ(disputes[0].links.size(), 2u);
  EXPECT_EQ(disputes[1].earlier, 1u);
}

TEST(Disputes, CopiesCountOnce) {
  LedgerStory story;
  for (int i = 0; i < 3; ++i) story.statements.push_back({.number = i});
  story.statements[2].carried_by = {{.statement = 1}};
  story.links = {link(1, 0), link(2, 0)};
  const auto disputes = find_disputes(story);
  ASSERT_EQ(disputes.size(), 1u);
  EXPECT_EQ(disputes[0].links.size(), 1u);
}

}  // namespace
}  // namespace hearsay
