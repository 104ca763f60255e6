#include "archives/header_fields.h"

#include <algorithm>

namespace hearsay {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

}  // namespace

std::size_t find_header_end(std::string_view bytes) {
  for (std::size_t begin = 0;;) {
    const std::size_t end = bytes.find('\n', begin);
    if (end == std::string_view::npos) return end;
    if (end == begin || (end == begin + 1 && bytes[begin] == '\r')) return end + 1;
    begin = end + 1;
  }
}

std::string to_lower(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
  return lower;
}

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

std::string media_type(std::string_view content_type) {
  return to_lower(trim(content_type.substr(0, content_type.find(';'))));
}

HeaderFields::HeaderFields(std::string_view header) {
  while (!header.empty()) {
    const std::string_view line = header.substr(0, header.find('\n'));
    header.remove_prefix(std::min(header.size(), line.size() + 1));
    if (line.starts_with(' ') || line.starts_with('\t')) {
      if (!fields_.empty() && !trim(line).empty()) fields_.back().second.append(" ").append(trim(line));
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    fields_.emplace_back(to_lower(trim(line.substr(0, colon))), trim(line.substr(colon + 1)));
  }
}

std::string_view HeaderFields::get(std::string_view name) const {
  const auto field = std::ranges::find(fields_, name, &std::pair<std::string, std::string>::first);
  return field == fields_.end() ? std::string_view() : field->second;
}

}  // namespace hearsay
