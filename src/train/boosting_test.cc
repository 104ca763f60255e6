#include "train/boosting.h"

#include <gtest/gtest.h>

#include <array>
#include <span>
#include <vector>

namespace hearsay {
namespace {

// Label 1 where the first feature exceeds 5 and the second does not exceed 2.
std::vector<std::array<std::int16_t, 3>> grid() {
  std::vector<std::array<std::int16_t, 3>> rows;
  for (std::int16_t a = 0; a < 10; ++a) {
    for (std::int16_t b = 0; b < 10; ++b)
      rows.push_back({a, b, static_cast<std::int16_t>((a * 7 + b * 3) % 5)});
  }
  return rows;
}

bool is_wanted(const std::array<std::int16_t, 3>& row) { return row[0] > 5 && row[1] <= 2; }

FittedTrees fit_grid(const std::vector<std::array<std::int16_t, 3>>& rows, int trees = 60) {
  std::vector<BoostingExample> examples;
  for (const auto& row : rows) examples.push_back({.features = row, .label = is_wanted(row) ? 1 : 0});
  return fit_trees(examples, 2, {.trees = trees, .rate = 0.3F, .smoothing = 0.5F, .feature_share = 1});
}

TEST(Boosting, LearnsAConjunction) {
  const auto rows = grid();
  const FittedTrees trees = fit_grid(rows);
  for (const auto& row : rows) {
    std::array<std::int32_t, 2> shares{};
    score_trees(trees.view(), row, shares);
    share_scores(shares);
    EXPECT_EQ(shares[1] > 500, is_wanted(row)) << row[0] << " " << row[1];
    EXPECT_NEAR(shares[0] + shares[1], 1000, 2);
  }
}

TEST(Boosting, ScoresManyRowsAsOne) {
  const auto rows = grid();
  const FittedTrees trees = fit_grid(rows);
  for (const std::size_t count : {std::size_t{1}, std::size_t{5}, kTreeBatch}) {
    const std::vector<std::span<const std::int16_t>> some(rows.begin() + 60,
                                                          rows.begin() + 60 + static_cast<long>(count));
    std::vector<std::int32_t> scores(count * 2);
    score_rows(trees.view(), some, scores);
    for (std::size_t r = 0; r < count; ++r) {
      std::array<std::int32_t, 2> alone{};
      score_trees(trees.view(), some[r], alone);
      EXPECT_EQ(scores[r * 2], alone[0]);
      EXPECT_EQ(scores[r * 2 + 1], alone[1]);
    }
  }
}

TEST(Boosting, IsTheSameEachTime) {
  const auto rows = grid();
  const FittedTrees one = fit_grid(rows);
  const FittedTrees two = fit_grid(rows);
  EXPECT_EQ(one.features, two.features);
  EXPECT_EQ(one.bounds, two.bounds);
  EXPECT_EQ(one.leaves, two.leaves);
}

TEST(Boosting, IsReadBackFromAModelFile) {
  const FittedTrees trees = fit_grid(grid(), 5);
  ModelWriter writer("test", 1);
  add_trees(trees, "t", writer);
  const auto file = ModelFile::from_bytes(writer.bytes(), "test", "test", 1);
  ASSERT_TRUE(file);
  EXPECT_TRUE(load_trees(*file, "t", 2, 3));
  EXPECT_FALSE(load_trees(*file, "t", 3, 3));
  EXPECT_FALSE(load_trees(*file, "t", 2, 1));
  EXPECT_FALSE(load_trees(*file, "u", 2, 3));
}

}  // namespace
}  // namespace hearsay
