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

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_SLOTS_H_
