#include "archives/json_keys.h"

#include <algorithm>

namespace hearsay {
namespace {

// Index behind the string that begins at `i`; npos where it does not end.
std::size_t skip_string(std::string_view json, std::size_t i) {
  for (++i; i < json.size(); ++i) {
    if (json[i] == '\\')
      ++i;
    else if (json[i] == '"')
      return i + 1;
  }
  return std::string_view::npos;
}

}  // namespace

std::vector<std::string> outer_keys(std::string_view json) {
  std::vector<std::string> keys;
  const std::size_t brace = json.find('{');
  if (brace == std::string_view::npos) return keys;
  int depth = 1;
  for (std::size_t i = brace + 1; i < json.size() && depth > 0;) {
    const char c = json[i];
    if (c == '"') {
      const std::size_t end = skip_string(json, i);
      if (end == std::string_view::npos) break;
      const std::size_t colon = json.find_first_not_of(" \t\r\n", end);
      if (depth == 1 && colon != std::string_view::npos && json[colon] == ':')
        keys.emplace_back(json.substr(i + 1, end - i - 2));
      i = end;
      continue;
    }
    depth += c == '{' || c == '[';
    depth -= c == '}' || c == ']';
    ++i;
  }
  return keys;
}

}  // namespace hearsay
