// What a user looks for, as a query of the full-text index.
#ifndef HEARSAY_SRC_LEDGER_SEARCH_TERMS_H_
#define HEARSAY_SRC_LEDGER_SEARCH_TERMS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/document.h"
#include "ledger/ledger.h"

namespace hearsay {

// The conditions of the query, each a query of FTS5 of its own: words of the content, words
// of the source, the act. Every word or phrase must be there; nothing in what was typed is
// an operator. Empty where the query has none. Nothing for an act that there is not.
std::optional<std::vector<std::string>> search_terms(const StatementQuery& query);

// The words of the query for an index of articles; "" where it has none.
std::string unread_terms(const StatementQuery& query);

// The statements that the dates of the query leave, by number: [first, last).
struct NumberRange {
  std::int64_t first = 0, last = 0;
};
NumberRange number_range(const StatementQuery& query);

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_SEARCH_TERMS_H_
