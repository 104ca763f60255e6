// Vectors of features, looked up by the hash of the feature's name.
#ifndef HEARSAY_SRC_MODEL_EMBEDDING_H_
#define HEARSAY_SRC_MODEL_EMBEDDING_H_

#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <vector>

#include "hearsay/result.h"
#include "model/model_file.h"

namespace hearsay {

// A table mapped from a model file, whose ModelFile must outlive it.
struct EmbeddingTable {
  std::span<const std::uint64_t> keys;   // open addressing, 2^n slots; 0: free
  std::span<const std::uint32_t> rows;   // row of each slot's key
  std::span<const std::int8_t> weights;  // [row][width]
  int width = 0;

  // The row of `key`: width numbers; nullptr for a key that the table does not have.
  const std::int8_t* find(std::uint64_t key) const {
    const std::size_t mask = keys.size() - 1;
    for (std::size_t slot = key & mask; keys[slot] != 0; slot = (slot + 1) & mask) {
      if (keys[slot] == key) return row(rows[slot]);
    }
    return nullptr;
  }

  // Has memory fetch where find() will look for the keys.
  template <typename Keys>
  void prefetch(const Keys& wanted) const {
    for (const std::uint64_t key : wanted) {
      __builtin_prefetch(&keys[key & (keys.size() - 1)]);
      __builtin_prefetch(&rows[key & (keys.size() - 1)]);
    }
  }

  const std::int8_t* row(std::uint32_t number) const {
    return weights.data() + std::size_t{number} * static_cast<std::size_t>(width);
  }
};

// Sums rows of tables. The tables are larger than a cache: all keys are looked up before
// the first row is read, so that memory fetches many at a time.
class RowSum {
 public:
  void clear() { rows_.clear(); }

  void add(const std::int8_t* row) {
    __builtin_prefetch(row);
    __builtin_prefetch(row + 64);
    rows_.push_back(row);
  }

  // Adds the rows of those keys that the table has.
  template <typename Keys>
  void add(const EmbeddingTable& table, const Keys& keys) {
    table.prefetch(keys);
    std::size_t count = rows_.size();
    rows_.resize(count + std::size(keys));
    for (const std::uint64_t key : keys) {
      const std::int8_t* row = table.find(key);
      if (row == nullptr) continue;
      __builtin_prefetch(row);
      __builtin_prefetch(row + 64);
      rows_[count++] = row;
    }
    rows_.resize(count);
  }

  // sums[0, width) = the sum of the rows. Requires: each has `width` numbers.
  void write(int width, std::int32_t* sums) const;

 private:
  std::vector<const std::int8_t*> rows_;
};

// Reads sections <name>.keys, <name>.rows and <name>.w. Fails with corrupt_model if
// they do not fit each other or no slot is free.
Result<EmbeddingTable> load_embedding(const ModelFile& file, const std::string& name, int width);

}  // namespace hearsay

#endif  // HEARSAY_SRC_MODEL_EMBEDDING_H_
