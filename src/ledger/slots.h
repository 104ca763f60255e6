// The slots of all statements of an article as one piece of bytes (docs/ledger.md).
//
// Threads: any number
#ifndef HEARSAY_SRC_LEDGER_SLOTS_H_
#define HEARSAY_SRC_LEDGER_SLOTS_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "claims/statement.h"

namespace hearsay {

// Compressed. What all statements share, the names of the story, is kept once.
// Requires: all have the same `story`.
std::string encode_slots(std::span<const Statement> statements);

// None for no bytes, and nothing for other bytes than encode_slots() makes. Memory is bounded as in
// decode_statement().
std::optional<std::vector<Statement>> decode_slots(std::string_view bytes);

// The same, of which single statements are wanted: the others are not decoded.
class PackedSlots {
 public:
  // Nothing for bytes whose statements cannot be told from each other; a damaged one shows when it is read.
  static std::optional<PackedSlots> open(std::string_view bytes);

  std::size_t size() const { return places_.size(); }

  // As decode_slots() gives it; nothing for a damaged one. Requires: `number` is below size().
  std::optional<Statement> read(std::size_t number) const;

 private:
  struct Place {
    std::size_t begin = 0, size = 0;
  };
  std::string plain_;
  std::vector<Place> places_;
  std::vector<std::string> story_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_SLOTS_H_
