// Which articles are worth comparing: those that share keys.
//
// Reads:    what read_statements() made of one article
// Cost:     O(words of its statements x log of them)
// Threads:  any number
#ifndef HEARSAY_SRC_CLAIMS_ARTICLE_KEYS_H_
#define HEARSAY_SRC_CLAIMS_ARTICLE_KEYS_H_

#include <cstdint>
#include <span>
#include <vector>

#include "claims/statement.h"

namespace hearsay {

inline constexpr std::size_t kMaxArticleKeys = 28;

// Articles that share this many are compared; one word joins unrelated stories.
inline constexpr int kLeastSharedKeys = 2;

// Sorted, without doubles: the names that the article mentions most, and the words that most
// of its statements hold. Keys are stored: a change of them needs a new ledger schema.
// Requires: all statements have the same `story`.
std::vector<std::uint64_t> article_keys(std::span<const Statement> statements);

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_ARTICLE_KEYS_H_
