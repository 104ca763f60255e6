// What a search is asked, as typed.
#ifndef HEARSAY_SRC_ANSWERS_SEARCH_QUERY_H_
#define HEARSAY_SRC_ANSWERS_SEARCH_QUERY_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ledger/ledger.h"

namespace hearsay {

// Reads words, "phrases in quotation marks", and the filters act:deny, by:dahl or by:"per dahl",
// outlet:"Port Post", after:2024-03-06 and before:2024-03-08. Returns the query, or what was
// expected and found where a filter makes no sense or is none of these; in quotation marks "colour:red" is
// words.
std::variant<StatementQuery, std::string> parse_search(const std::vector<std::string>& operands);

// True for a day that exists, written YYYY-MM-DD.
bool is_date(std::string_view value);

// Of what Ledger::search() found with a limit of one more than `limit`, leaves what fits. Returns `below` of
// the next page; 0 where nothing follows.
std::int64_t keep_page(int limit, std::vector<LedgerStatement>& found);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ANSWERS_SEARCH_QUERY_H_
