// Quantities in a content: values with what they count.
//
// Reads:    tokens, tags, arcs, times
// Cost:     O(tokens of the content)
// Threads:  any number
#ifndef HEARSAY_SRC_CLAIMS_QUANTITIES_H_
#define HEARSAY_SRC_CLAIMS_QUANTITIES_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "claims/statement.h"
#include "hearsay/document.h"

namespace hearsay {

// "71", "3,400", "3.4", "nine", "thirty-seven" in thousandths. Nothing for other words,
// and for what is 10^12 or more.
std::optional<std::int64_t> number_value(std::string_view word);

// The first kMaxQuantities that the tokens hold, in text order. Numbers of dates and of
// clock times are none; durations are, in seconds. `tokens` are sorted.
std::vector<Quantity> find_quantities(const Document& doc, const std::vector<std::uint32_t>& tokens);

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_QUANTITIES_H_
