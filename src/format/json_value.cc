#include "format/json_value.h"

#include <string>

#include "document/encoding_guess.h"
#include "document/utf8.h"

namespace hearsay {

namespace json = boost::json;

std::string_view name_of(json::kind kind) {
  switch (kind) {
    case json::kind::null:
      return "null";
    case json::kind::bool_:
      return "a boolean";
    case json::kind::int64:
    case json::kind::uint64:
    case json::kind::double_:
      return "a number";
    case json::kind::string:
      return "a string";
    case json::kind::array:
      return "an array";
    case json::kind::object:
      return "an object";
  }
  return "nothing";
}

Result<json::value> parse_json_value(std::string_view bytes) {
  const auto invalid = [](std::string message) {
    return Error{ErrorCode::invalid_input, std::move(message)};
  };
  if (const std::size_t bad = find_invalid_utf8(bytes); bad != bytes.size()) {
    return invalid("expected UTF-8, found an invalid sequence at byte " + std::to_string(bad) +
                   encoding_hint(bytes));
  }
  json::parser parser;
  json::error_code error;
  const std::size_t read = parser.write_some(bytes, error);
  if (!error && bytes.find_first_not_of(" \t\r\n", read) != std::string_view::npos) {
    error = json::error::extra_data;
  }
  if (error) return invalid("expected JSON, found '" + error.message() + "' at byte " + std::to_string(read));
  return parser.release();
}

}  // namespace hearsay
