#include "format/item_status.h"

#include <charconv>
#include <string>
#include <utility>

namespace hearsay {

std::optional<ArticleStatus> read_item_status(std::string_view code) {
  static constexpr std::pair<std::string_view, ArticleStatus> kCodes[] = {
      {"usable", ArticleStatus::usable},        {"corrected", ArticleStatus::corrected},
      {"correction", ArticleStatus::corrected}, {"withheld", ArticleStatus::withheld},
      {"withhold", ArticleStatus::withheld},    {"canceled", ArticleStatus::canceled},
      {"cancelled", ArticleStatus::canceled},   {"cancel", ArticleStatus::canceled},
      {"kill", ArticleStatus::canceled},        {"killed", ArticleStatus::canceled},
      {"withdrawn", ArticleStatus::canceled},   {"retracted", ArticleStatus::canceled}};
  code.remove_prefix(code.rfind(':') + 1);  // of a QCode the scheme; npos + 1 is 0
  std::string word;
  for (const char c : code) word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const auto& [name, status] : kCodes) {
    if (word == name) return status;
  }
  return std::nullopt;
}

std::uint32_t read_item_version(std::string_view text) {
  std::uint32_t version = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version);
  return error == std::errc{} && end == text.data() + text.size() && version < kNone ? version : 0;
}

}  // namespace hearsay
