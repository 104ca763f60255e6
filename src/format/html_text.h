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

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_HTML_TEXT_H_
