// Names for content that are the same on every machine.
#ifndef HEARSAY_SRC_LEDGER_CONTENT_HASH_H_
#define HEARSAY_SRC_LEDGER_CONTENT_HASH_H_

#include <string>
#include <string_view>

#include "hearsay/document.h"

namespace hearsay {

// 16 bytes: XXH3-128 in canonical order. Stored: never change.
std::string content_hash(std::string_view bytes);

// 16 bytes: XXH3-128 of the article's text and metadata, the same on every machine. An
// article is known by it, so never change what goes in.
std::string article_content_id(const Document& doc);

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_CONTENT_HASH_H_
