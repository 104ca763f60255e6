// Values of JSON from bytes of others.
#ifndef HEARSAY_SRC_FORMAT_JSON_VALUE_H_
#define HEARSAY_SRC_FORMAT_JSON_VALUE_H_

#include <boost/json.hpp>
#include <string_view>

#include "hearsay/result.h"

namespace hearsay {

// One value, with nothing but white space after it. Fails with invalid_input, naming the
// byte (from 0) where `bytes` cease to be JSON or UTF-8. O(bytes), no deeper than 32.
Result<boost::json::value> parse_json_value(std::string_view bytes);

// "a string", "an array".
std::string_view name_of(boost::json::kind kind);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_JSON_VALUE_H_
