// What publishers write of the state of an item, in any of their formats.
#ifndef HEARSAY_SRC_FORMAT_ITEM_STATUS_H_
#define HEARSAY_SRC_FORMAT_ITEM_STATUS_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "hearsay/document.h"

namespace hearsay {

// The status that a code names, of a signal too: "canceled", "stat:cancelled", "sig:correction", "kill".
// Nothing for other words.
std::optional<ArticleStatus> read_item_status(std::string_view code);

// A version's number; 0 where the text is no whole number from 1 on that fits.
std::uint32_t read_item_version(std::string_view text);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_ITEM_STATUS_H_
