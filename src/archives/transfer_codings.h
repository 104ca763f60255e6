// How mail writes bytes as lines of ASCII (RFC 2045).
#ifndef HEARSAY_SRC_ARCHIVES_TRANSFER_CODINGS_H_
#define HEARSAY_SRC_ARCHIVES_TRANSFER_CODINGS_H_

#include <string>
#include <string_view>

namespace hearsay {

// What is no letter of the alphabet is left out; padding ends it.
std::string decode_base64(std::string_view text);

// "=E9" and soft line ends; with `is_word`, as words of headers have it: "_" is a space. What is no
// such code stays.
std::string decode_quoted_printable(std::string_view text, bool is_word = false);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ARCHIVES_TRANSFER_CODINGS_H_
