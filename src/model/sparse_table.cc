#include "model/sparse_table.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace hearsay {

Result<SparseTable> load_sparse_table(const ModelFile& file, const std::string& name, int label_count) {
  const auto rows = file.array<std::uint32_t>(name + ".rows");
  if (!rows) return rows.error();
  const auto weights = file.array<SparseWeight>(name + ".weights");
  if (!weights) return weights.error();
  if (rows->size() < 3 || !std::has_single_bit(rows->size() - 1)) {
    return file.corrupt("section " + name + ".rows: expected 2^n + 1 offsets, found " +
                        std::to_string(rows->size()));
  }
  if (rows->front() != 0 || rows->back() != weights->size() || !std::is_sorted(rows->begin(), rows->end())) {
    return file.corrupt("section " + name + ".rows: offsets do not fit the weights");
  }
  for (const SparseWeight w : *weights) {
    if (w.label >= label_count) return file.corrupt("section " + name + ".weights: label out of range");
  }
  return SparseTable{.row_begin = *rows, .weights = *weights, .bits = std::countr_zero(rows->size() - 1)};
}

void store_sparse_table(ModelWriter& writer, const std::string& name, std::span<const float> weights,
                        int bits, int label_count, float scale) {
  std::vector<std::uint32_t> rows;
  std::vector<SparseWeight> kept;
  const std::size_t row_count = std::size_t{1} << bits;
  for (std::size_t row = 0; row < row_count; ++row) {
    rows.push_back(static_cast<std::uint32_t>(kept.size()));
    for (int label = 0; label < label_count; ++label) {
      const float value =
          weights[row * static_cast<std::size_t>(label_count) + static_cast<std::size_t>(label)] / scale;
      const long rounded = std::clamp(std::lround(value), -127L, 127L);
      if (rounded != 0) kept.push_back({static_cast<std::uint8_t>(label), static_cast<std::int8_t>(rounded)});
    }
  }
  rows.push_back(static_cast<std::uint32_t>(kept.size()));
  writer.add<std::uint32_t>(name + ".rows", rows);
  writer.add<SparseWeight>(name + ".weights", kept);
}

}  // namespace hearsay
