// Relations of statements for a person, from either end.
#ifndef HEARSAY_SRC_FORMAT_RELATION_TEXT_H_
#define HEARSAY_SRC_FORMAT_RELATION_TEXT_H_

#include <string>
#include <string_view>

#include "format/ledger_records.h"

namespace hearsay {

// "disputes" of the later statement, "disputed by" of the earlier one.
std::string_view relation_words(std::string_view type, bool is_later);

// How a statement relates to another one, and that one, indented by two columns. `is_later`: the other
// one is the earlier. Requires: it is the other end of the relation.
std::string relation_text(const RelationRecord& relation, bool is_later, const StatementRecord& other,
                          const TextOptions& options);

// Each line of text that is not empty, with that many spaces before it.
std::string indented(const std::string& text, std::size_t columns);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_RELATION_TEXT_H_
