// The name of a document that came without one.
#ifndef HEARSAY_SRC_FORMAT_CONTENT_ID_H_
#define HEARSAY_SRC_FORMAT_CONTENT_ID_H_

#include <string>
#include <string_view>

#include "hearsay/document.h"

namespace hearsay {

// 32 hexadecimal digits: XXH3-128 of the text's bytes, the same on every
// machine. Ids are stored by those who read our output: never change the hash.
std::string content_id(std::string_view text);

// Sets the id under which a ledger keeps an article: its own, else its address, else the
// hash of its text.
void settle_id(Document& doc);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_CONTENT_ID_H_
