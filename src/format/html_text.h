// Text inside HTML.
#ifndef HEARSAY_SRC_FORMAT_HTML_TEXT_H_
#define HEARSAY_SRC_FORMAT_HTML_TEXT_H_

#include <string>
#include <string_view>

namespace hearsay {

// Appends text such that it can be nothing but text, also within a quoted
// attribute: & < > " and ' become references, controls that HTML forbids and bytes
// that are no UTF-8 become U+FFFD.
void append_html(std::string_view text, std::string& out);

// "sha256-..." as a Content-Security-Policy takes it. Requires: 64 lower-case
// hexadecimal digits.
std::string csp_hash(std::string_view sha256_hex);

// The text as append_html() writes it.
std::string html(std::string_view text);

// Ids of a document's parts: "d2-c7" is the seventh claim's entry in the panel of
// the second document, "d2-a7" its cue in the text.
std::string part_id(std::size_t document, char part, std::size_t number);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_HTML_TEXT_H_
