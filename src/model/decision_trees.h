// Boosted oblivious decision trees: each level of a tree asks one question, whether a
// feature exceeds a bound, and the answers together choose a leaf. Whole numbers
// throughout, so that every machine gets the same scores.
//
// Sections of a model file, all with a prefix "<name>.":
//   features  u8, kTreeDepth a tree: which feature each level looks at
//   bounds    i16, likewise: yes if the feature is greater
//   leaves    i16, 2^kTreeDepth times `classes` a tree, in 1/kScoreUnit of a natural logarithm
//   bias      i32, one a class
//
// Threads: immutable once loaded.
#ifndef HEARSAY_SRC_MODEL_DECISION_TREES_H_
#define HEARSAY_SRC_MODEL_DECISION_TREES_H_

#include <cstdint>
#include <span>
#include <string>

#include "hearsay/result.h"
#include "model/model_file.h"

namespace hearsay {

inline constexpr int kTreeDepth = 4;
inline constexpr int kTreeLeaves = 1 << kTreeDepth;
inline constexpr int kScoreUnit = 256;
inline constexpr std::size_t kMostTrees = 10'000;

// Views of a model file, which must outlive it.
struct DecisionTrees {
  int classes = 0;
  std::span<const std::uint8_t> features;
  std::span<const std::int16_t> bounds;
  std::span<const std::int16_t> leaves;
  std::span<const std::int32_t> bias;
};

// Fails with corrupt_model if a section is missing, sizes do not fit, or a tree looks at a
// feature that is not below `feature_count`.
Result<DecisionTrees> load_trees(const ModelFile& file, const std::string& name, int classes,
                                 std::size_t feature_count);

// Writes trees.classes scores. Requires: every feature that the trees look at is in `features`.
void score_trees(const DecisionTrees& trees, std::span<const std::int16_t> features,
                 std::span<std::int32_t> scores);

// The same for kTreeBatch rows of features at once, in a third of the time: scores of row r are
// scores[r * trees.classes] and on. Requires: rows of one length, that of score_trees(), at most
// kTreeBatch of them; room for all their scores.
inline constexpr std::size_t kTreeBatch = 16;
void score_rows(const DecisionTrees& trees, std::span<const std::span<const std::int16_t>> rows,
                std::span<std::int32_t> scores);

// The share of each class in thousandths, by the softmax of the scores; in their place.
void share_scores(std::span<std::int32_t> scores);

}  // namespace hearsay

#endif  // HEARSAY_SRC_MODEL_DECISION_TREES_H_
