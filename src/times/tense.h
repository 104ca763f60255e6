// The tense of the clause that a time expression stands in, read off tags and
// arcs: "said on Wednesday" looks back, "will meet on Wednesday" ahead.
#ifndef HEARSAY_SRC_TIMES_TENSE_H_
#define HEARSAY_SRC_TIMES_TENSE_H_

#include <cstdint>

#include "hearsay/document.h"
#include "times/rules.h"

namespace hearsay {

enum class Tense : std::uint8_t { unknown, past, present, future };

// Of the expression that covers tokens [first, last]. Unknown where tags or arcs
// are missing. Constant time: it looks at few ancestors and near children.
Tense tense_of(const TimeRules& rules, const Document& doc, std::uint32_t first, std::uint32_t last);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TIMES_TENSE_H_
