// Claims, and people and things, for a person.
#ifndef HEARSAY_SRC_FORMAT_BOARD_TEXT_H_
#define HEARSAY_SRC_FORMAT_BOARD_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "format/ledger_records.h"

namespace hearsay {

// The claim, from which day to which it was made, how often, its id, who carries it in the same words, and
// who stands where since when. Days may be empty.
std::string thread_text(const ThreadRecord& thread, std::string_view first_day, std::string_view last_day,
                        const TextOptions& options);

// Its names and roles, the names of those it belongs to or speaks for, in how many articles it is named, and
// its id.
std::string entity_text(const EntityRecord& entity, const std::vector<std::string_view>& member_of,
                        const TextOptions& options);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_BOARD_TEXT_H_
