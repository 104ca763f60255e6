// Vectors of features, looked up by the hash of the feature's name.
#ifndef HEARSAY_SRC_MODEL_EMBEDDING_H_
#define HEARSAY_SRC_MODEL_EMBEDDING_H_

#include <cstdint>
#include <span>
#include <string>

#include "hearsay/result.h"
#include "model/model_file.h"
#include "model/quantized_matrix.h"

namespace hearsay {

// A table mapped from a model file, whose ModelFile must outlive it.
struct EmbeddingTable {
  std::span<const std::uint64_t> keys;   // open addressing, 2^n slots; 0: free
  std::span<const std::uint32_t> rows;   // row of each slot's key
  std::span<const std::int8_t> weights;  // [row][width]
  int width = 0;

  // sums[0, width) += the row of `key`; returns false, and adds nothing, for a
  // key that the table does not have.
  bool add(std::uint64_t key, std::int32_t* sums) const {
    const std::size_t mask = keys.size() - 1;
    for (std::size_t slot = key & mask; keys[slot] != 0; slot = (slot + 1) & mask) {
      if (keys[slot] != key) continue;
      add_row(rows[slot], sums);
      return true;
    }
    return false;
  }

  void add_row(std::uint32_t row, std::int32_t* sums) const {
    add_bytes(fastest_kernel(), weights.data() + std::size_t{row} * static_cast<std::size_t>(width), width,
              sums);
  }
};

// Reads sections <name>.keys, <name>.rows and <name>.w. Fails with corrupt_model if
// they do not fit each other or no slot is free.
Result<EmbeddingTable> load_embedding(const ModelFile& file, const std::string& name, int width);

}  // namespace hearsay

#endif  // HEARSAY_SRC_MODEL_EMBEDDING_H_
