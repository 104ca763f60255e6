// What the commands that look for statements are asked.
#ifndef HEARSAY_APPS_HEARSAY_SEARCH_QUERY_H_
#define HEARSAY_APPS_HEARSAY_SEARCH_QUERY_H_

#include <string>
#include <variant>

#include "answers/search_query.h"
#include "arguments.h"

namespace hearsay {

// What the words and the filter flags of a command ask for together; a flag wins over the
// filter of its name. Likewise.
std::variant<StatementQuery, std::string> parse_query(const LedgerArguments& arguments);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_SEARCH_QUERY_H_
