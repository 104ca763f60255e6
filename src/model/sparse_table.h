// Weights of a linear model with many classes: most features speak for a few of
// them only, so each row lists its non-zero classes.
//
// Weights are 8-bit and scores 32-bit integers, so that every machine computes
// the same scores, whatever the order of additions.
#ifndef HEARSAY_SRC_MODEL_SPARSE_TABLE_H_
#define HEARSAY_SRC_MODEL_SPARSE_TABLE_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "hearsay/result.h"
#include "model/feature_hash.h"
#include "model/model_file.h"

namespace hearsay {

struct SparseWeight {
  std::uint8_t label = 0;
  std::int8_t weight = 0;
};

// A table mapped from a model file, whose ModelFile must outlive it.
struct SparseTable {
  std::span<const std::uint32_t> row_begin;  // 2^bits + 1 offsets into `weights`
  std::span<const SparseWeight> weights;
  int bits = 0;

  // scores[label] += weight, for each weight of the feature's row. Requires:
  // `scores` has an element for every label that load() was told of.
  void add(std::uint64_t feature, std::int32_t* scores) const {
    const std::uint32_t row = row_of(feature, bits);
    const SparseWeight* w = weights.data() + row_begin[row];
    const SparseWeight* end = weights.data() + row_begin[row + 1];
    for (; w != end; ++w) scores[w->label] += w->weight;
  }

  // Hints that add(feature) comes soon.
  void prefetch(std::uint64_t feature) const { __builtin_prefetch(&row_begin[row_of(feature, bits)]); }
};

// The table stored under `name`. Fails with corrupt_model if its rows do not fit
// or a label is not under `label_count`.
Result<SparseTable> load_sparse_table(const ModelFile& file, const std::string& name, int label_count);

// Stores dense weights, [row][label] row-major with 2^bits rows, rounded to
// multiples of `scale`; what rounds to zero is left out.
void store_sparse_table(ModelWriter& writer, const std::string& name, std::span<const float> weights,
                        int bits, int label_count, float scale);

}  // namespace hearsay

#endif  // HEARSAY_SRC_MODEL_SPARSE_TABLE_H_
