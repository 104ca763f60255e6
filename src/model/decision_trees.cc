#include "model/decision_trees.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace hearsay {
namespace {

// exp(-i / 64) of 1 << 30, by whole-number products: the same on every machine.
constexpr std::size_t kExpSteps = 640;
constexpr std::int32_t kExpStep = kScoreUnit / 64;

constexpr std::array<std::uint64_t, kExpSteps> make_exponentials() {
  constexpr std::uint64_t kOne = std::uint64_t{1} << 30;
  constexpr std::uint64_t kFactor = 1'057'095'000;  // exp(-1 / 64) of kOne
  std::array<std::uint64_t, kExpSteps> table{};
  std::uint64_t value = kOne;
  for (std::uint64_t& entry : table) {
    entry = value;
    value = (value * kFactor) >> 30;
  }
  return table;
}

constexpr std::array<std::uint64_t, kExpSteps> kExponentials = make_exponentials();

}  // namespace

Result<DecisionTrees> load_trees(const ModelFile& file, const std::string& name, int classes,
                                 std::size_t feature_count) {
  const auto features = file.array<std::uint8_t>(name + ".features");
  if (!features) return features.error();
  const auto bounds = file.array<std::int16_t>(name + ".bounds");
  if (!bounds) return bounds.error();
  const auto leaves = file.array<std::int16_t>(name + ".leaves");
  if (!leaves) return leaves.error();
  const auto bias = file.array<std::int32_t>(name + ".bias");
  if (!bias) return bias.error();
  const std::size_t trees = features->size() / kTreeDepth;
  const auto width = static_cast<std::size_t>(classes);
  if (trees > kMostTrees || features->size() != trees * kTreeDepth || bounds->size() != features->size() ||
      leaves->size() != trees * kTreeLeaves * width || bias->size() != width) {
    return file.corrupt("section " + name + ".features: sizes do not fit");
  }
  if (std::ranges::any_of(*features, [&](std::uint8_t f) { return f >= feature_count; })) {
    return file.corrupt("section " + name + ".features: a feature that there is none of");
  }
  constexpr std::int32_t kLargest = 1 << 20;  // sums cannot overflow
  if (std::ranges::any_of(*bias, [](std::int32_t b) { return b < -kLargest || b > kLargest; })) {
    return file.corrupt("section " + name + ".bias: out of range");
  }
  return DecisionTrees{classes, *features, *bounds, *leaves, *bias};
}

void score_trees(const DecisionTrees& trees, std::span<const std::int16_t> features,
                 std::span<std::int32_t> scores) {
  std::ranges::copy(trees.bias, scores.begin());
  const auto width = static_cast<std::size_t>(trees.classes);
  const std::int16_t* leaves = trees.leaves.data();
  for (std::size_t at = 0; at < trees.features.size(); at += kTreeDepth, leaves += kTreeLeaves * width) {
    std::size_t leaf = 0;
    for (std::size_t level = 0; level < kTreeDepth; ++level) {
      leaf = leaf * 2 + (features[trees.features[at + level]] > trees.bounds[at + level] ? 1 : 0);
    }
    for (std::size_t k = 0; k < width; ++k) scores[k] += leaves[leaf * width + k];
  }
}

void score_rows(const DecisionTrees& trees, std::span<const std::span<const std::int16_t>> rows,
                std::span<std::int32_t> scores) {
  if (rows.empty()) return;
  // Features by column, so that the compiler asks one question of all rows with few instructions.
  using Column = std::array<std::int16_t, kTreeBatch>;
  std::array<Column, 256> columns;  // a feature's number is one byte
  const std::size_t length = std::min(rows.front().size(), columns.size());
  for (std::size_t r = 0; r < kTreeBatch; ++r) {
    const std::span<const std::int16_t> row = rows[std::min(r, rows.size() - 1)];
    for (std::size_t f = 0; f < length; ++f) columns[f][r] = row[f];
  }
  const auto width = static_cast<std::size_t>(trees.classes);
  for (std::size_t r = 0; r < rows.size(); ++r)
    std::ranges::copy(trees.bias, scores.begin() + static_cast<std::ptrdiff_t>(r * width));
  const std::int16_t* leaves = trees.leaves.data();
  for (std::size_t at = 0; at < trees.features.size(); at += kTreeDepth, leaves += kTreeLeaves * width) {
    Column leaf{};
    for (std::size_t level = 0; level < kTreeDepth; ++level) {
      const Column& column = columns[trees.features[at + level]];
      const std::int16_t bound = trees.bounds[at + level];
      for (std::size_t r = 0; r < kTreeBatch; ++r)
        leaf[r] = static_cast<std::int16_t>(leaf[r] * 2 + (column[r] > bound ? 1 : 0));
    }
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const std::int16_t* own = leaves + static_cast<std::size_t>(leaf[r]) * width;
      for (std::size_t k = 0; k < width; ++k) scores[r * width + k] += own[k];
    }
  }
}

void share_scores(std::span<std::int32_t> scores) {
  const std::int32_t top = *std::ranges::max_element(scores);
  std::uint64_t sum = 0;
  const auto weight_of = [&](std::int32_t score) {
    const auto step = static_cast<std::size_t>((top - score) / kExpStep);
    return step < kExpSteps ? kExponentials[step] : 0;
  };
  for (const std::int32_t score : scores) sum += weight_of(score);
  for (std::int32_t& score : scores) score = static_cast<std::int32_t>(weight_of(score) * 1000 / sum);
}

}  // namespace hearsay
