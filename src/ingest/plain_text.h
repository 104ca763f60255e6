// Plain text as a document of paragraphs.
#ifndef HEARSAY_SRC_INGEST_PLAIN_TEXT_H_
#define HEARSAY_SRC_INGEST_PLAIN_TEXT_H_

#include <istream>
#include <string_view>

#include "hearsay/document.h"
#include "hearsay/result.h"

namespace hearsay {

// The longest plain text that is read.
inline constexpr std::size_t kMaxTextBytes = std::size_t{64} << 20;

// Reads all of `in` as the text of one document, byte for byte (a byte order mark
// stays, as white space, so that positions are those of the input). `name` stands
// in messages. Fails with io if the stream breaks, and with invalid_input, saying
// what was found, if it holds nothing but white space, more than `max_bytes`, a NUL
// byte or anything else that is not UTF-8. Never holds more than the limit.
Result<Document> read_plain_text(std::istream& in, std::string_view name,
                                 std::size_t max_bytes = kMaxTextBytes);

// Reads:  text
// Writes: blocks; each spans its paragraph without the white space around it
// Cost:   linear
//
// Paragraphs are separated by blank lines (lines end with LF, CR LF, CR, NEL or
// U+2028) or by U+2029. Requires: doc.text is valid UTF-8, doc.blocks is empty.
void split_blocks(Document& doc);

}  // namespace hearsay

#endif  // HEARSAY_SRC_INGEST_PLAIN_TEXT_H_
