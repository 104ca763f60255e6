#include "model/embedding.h"

#include <algorithm>
#include <bit>

#include "model/quantized_matrix.h"

namespace hearsay {

void RowSum::write(int width, std::int32_t* sums) const { sum_rows(fastest_kernel(), rows_, width, sums); }

Result<EmbeddingTable> load_embedding(const ModelFile& file, const std::string& name, int width) {
  const auto keys = file.array<std::uint64_t>(name + ".keys");
  if (!keys) return keys.error();
  const auto rows = file.array<std::uint32_t>(name + ".rows");
  if (!rows) return rows.error();
  const auto weights = file.array<std::int8_t>(name + ".w");
  if (!weights) return weights.error();
  const auto w = static_cast<std::size_t>(width);
  if (!std::has_single_bit(keys->size()) || rows->size() != keys->size() || weights->size() % w != 0) {
    return file.corrupt("sections " + name + ": sizes do not fit each other");
  }
  if (std::count(keys->begin(), keys->end(), 0u) == 0)
    return file.corrupt("section " + name + ".keys: no free slot");
  const std::size_t row_count = weights->size() / w;
  for (std::size_t i = 0; i < keys->size(); ++i) {
    if ((*keys)[i] != 0 && (*rows)[i] >= row_count)
      return file.corrupt("section " + name + ".rows: out of range");
  }
  return EmbeddingTable{.keys = *keys, .rows = *rows, .weights = *weights, .width = width};
}

}  // namespace hearsay
