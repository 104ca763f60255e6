#include "syntax/spanning_tree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace hearsay {
namespace {

bool is_tree(const std::vector<int>& heads) {
  if (std::count(heads.begin(), heads.end(), 0) != 1) return false;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    std::size_t steps = 0;
    for (int at = static_cast<int>(i) + 1; at != 0; at = heads[at - 1]) {
      if (++steps > heads.size()) return false;
    }
  }
  return true;
}

double value(const std::vector<float>& scores, const std::vector<int>& heads) {
  double sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) sum += scores[i * (heads.size() + 1) + heads[i]];
  return sum;
}

// The best of all assignments of heads that are trees.
double best_by_enumeration(const std::vector<float>& scores, int n) {
  double best = -1e9;
  std::vector<int> heads(n, 0);
  for (;;) {
    if (is_tree(heads)) best = std::max(best, value(scores, heads));
    int i = 0;
    while (i < n && heads[i] == n) heads[i++] = 0;
    if (i == n) return best;
    ++heads[i];
  }
}

TEST(SpanningTree, IsTheBestTreeOnSmallGraphs) {
  std::uint64_t state = 7;
  for (int round = 0; round < 400; ++round) {
    const int n = 1 + round % 5;
    std::vector<float> scores;
    for (int i = 0; i < n * (n + 1); ++i) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      scores.push_back(static_cast<float>(state >> 33) / 1e8f);
    }
    const std::vector<int> heads = find_spanning_tree(scores, n);
    ASSERT_TRUE(is_tree(heads));
    EXPECT_NEAR(value(scores, heads), best_by_enumeration(scores, n), 1e-3);
  }
}

TEST(SpanningTree, TakesOneRootWhenTheScoresWantSeveral) {
  // Both words prefer the root; the second loses less by hanging on the first.
  const std::vector<float> scores = {5, 0, 1,  //
                                     4, 3, 0};
  EXPECT_EQ(find_spanning_tree(scores, 2), (std::vector<int>{0, 1}));
}

TEST(SpanningTree, EqualScoresStillGiveATree) {
  for (int n = 1; n <= 64; n *= 2) {
    const std::vector<float> scores(static_cast<std::size_t>(n) * (n + 1), 0.0f);
    EXPECT_TRUE(is_tree(find_spanning_tree(scores, n)));
  }
}

}  // namespace
}  // namespace hearsay
