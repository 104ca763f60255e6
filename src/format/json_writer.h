// Pieces of JSON, appended to a string.
#ifndef HEARSAY_SRC_FORMAT_JSON_WRITER_H_
#define HEARSAY_SRC_FORMAT_JSON_WRITER_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

// `value` in quotation marks. Quotation marks, backslashes and ASCII controls are
// escaped; everything else stays UTF-8. Requires: valid UTF-8.
void append_json_string(std::string_view value, std::string& out);

void append_json_number(std::uint32_t value, std::string& out);

// A probability with two decimals, half rounded up. Requires: 0 <= value <= 1.
void append_json_probability(float value, std::string& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_JSON_WRITER_H_
