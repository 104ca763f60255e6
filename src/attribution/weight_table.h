// Weights of a linear model with few classes: features are hashed to rows, and
// features that share a row share its weights (they did so in training, too).
//
// A weight is stored in 8 bits as a signed square root, because most weights are
// small and few are large; scores are 32-bit integers, so that every machine computes
// the same ones.
#ifndef HEARSAY_SRC_ATTRIBUTION_WEIGHT_TABLE_H_
#define HEARSAY_SRC_ATTRIBUTION_WEIGHT_TABLE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "hearsay/result.h"
#include "model/feature_hash.h"
#include "model/model_file.h"

namespace hearsay {

// What a score of 1 is worth as a log-probability: the finest step between weights.
// The largest weight is 127^2 such steps, about 3.9.
inline constexpr double kScoreUnit = 1.0 / 4096;

// Padded to a power of two, so that no row straddles two cache lines. Stored in model
// files: never change.
template <int K>
struct WeightRow {
  std::array<std::int8_t, (K <= 4 ? 4 : K <= 8 ? 8 : 16)> roots{};
};

// A view of rows that live in a model file or a vector, which must outlive it.
template <int K>
struct WeightTable {
  std::span<const WeightRow<K>> rows;  // 2^bits of them
  int bits = 0;

  void prefetch(std::uint64_t feature) const { __builtin_prefetch(&rows[row_of(feature, bits)]); }

  // scores[label] += weight.
  void add(std::uint64_t feature, std::array<std::int32_t, K>& scores) const {
    const WeightRow<K>& row = rows[row_of(feature, bits)];
    for (int y = 0; y < K; ++y) {
      const std::int32_t root = row.roots[y];
      scores[y] += root * (root < 0 ? -root : root);
    }
  }
};

// The view over `rows`. Requires: a power of two, at least 2.
template <int K>
WeightTable<K> as_table(std::span<const WeightRow<K>> rows);

// The table stored under `name`. Fails with corrupt_model if it is missing or its
// size is no power of two.
template <int K>
Result<WeightTable<K>> load_weight_table(const ModelFile& file, const std::string& name);

// Rows for weights in log-probability, rounded.
template <int K>
std::vector<WeightRow<K>> pack_weights(std::span<const std::array<float, K>> weights);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_WEIGHT_TABLE_H_
