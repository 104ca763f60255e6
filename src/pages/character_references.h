// Character references of HTML: "&amp;", "&#8217;".
#ifndef HEARSAY_SRC_PAGES_CHARACTER_REFERENCES_H_
#define HEARSAY_SRC_PAGES_CHARACTER_REFERENCES_H_

#include <string>
#include <string_view>

namespace hearsay {

// Appends `text` to `out` with its references replaced, as the HTML standard says: names
// with or without their semicolon where it allows that, numbers with windows-1252 for 128
// to 159, U+FFFD for what is no character. In an attribute's value, a name without
// semicolon before "=" or a letter is left as it is. Linear time.
void decode_references(std::string_view text, bool in_attribute, std::string& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_CHARACTER_REFERENCES_H_
