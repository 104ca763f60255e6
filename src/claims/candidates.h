// Which statements are worth comparing: those that share a key.
//
// Cost:     O(words log words)
// Threads:  any number
#ifndef HEARSAY_SRC_CLAIMS_CANDIDATES_H_
#define HEARSAY_SRC_CLAIMS_CANDIDATES_H_

#include <cstdint>
#include <vector>

#include "claims/statement.h"

namespace hearsay {

inline constexpr std::size_t kMaxCandidateKeys = 16;

// Sorted, without doubles, at most kMaxCandidateKeys: the words that weigh most, of the
// content itself and of what it points to, what it counts, and its speaker. Two statements that
// relate() links share a key, but for a statement whose best words are all crowded out.
// Keys are stored: a change of them needs a new statement version.
std::vector<std::uint64_t> candidate_keys(const Statement& statement);

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_CANDIDATES_H_
