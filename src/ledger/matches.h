// Statements that the full-text index finds.
#ifndef HEARSAY_SRC_LEDGER_MATCHES_H_
#define HEARSAY_SRC_LEDGER_MATCHES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "ledger/database.h"
#include "ledger/search_terms.h"

namespace hearsay {

// Statements that fit a query whose relations or threads are looked at: the newest.
inline constexpr std::int64_t kMostMatches = 5'000;

// The newest statements that fit all of the terms, as search_terms() gives them; the newest first. Where a
// publisher is given, those of its articles; then there need be no terms.
Result<std::vector<std::int64_t>> find_matches(Database& database, const std::vector<std::string>& terms,
                                               NumberRange range, const std::string& publisher = "",
                                               std::int64_t most = kMostMatches);

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_MATCHES_H_
