// Names for content that are the same on every machine.
#ifndef HEARSAY_SRC_LEDGER_CONTENT_HASH_H_
#define HEARSAY_SRC_LEDGER_CONTENT_HASH_H_

#include <string>
#include <string_view>

namespace hearsay {

// 16 bytes: XXH3-128 in canonical order. Stored: never change.
std::string content_hash(std::string_view bytes);

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_CONTENT_HASH_H_
