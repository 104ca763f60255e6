// What "&name;" and "&#38;" stand for.
#ifndef HEARSAY_SRC_FEEDS_HTML_ENTITIES_H_
#define HEARSAY_SRC_FEEDS_HTML_ENTITIES_H_

#include <cstdint>
#include <string_view>

namespace hearsay {

// The character of a name ("nbsp", "amp"), 0 where HTML 4 and XML have none of it.
char32_t html_entity(std::string_view name);

// That of the digits between "&#" and ";" ("38", "x26"); 0 for what is no number and for what
// is_xml_character() refuses.
char32_t numeric_entity(std::string_view digits);

// True for what may stand in a text of XML 1.0.
bool is_xml_character(std::uint64_t value);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FEEDS_HTML_ENTITIES_H_
