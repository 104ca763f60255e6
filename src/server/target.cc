#include "server/target.h"

#include <algorithm>

#include "document/utf8.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostSegments = 8;
constexpr std::size_t kMostParameters = 32;

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<std::string> decode(std::string_view text, bool plus_is_space) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      out += ' ';
    } else if (text[i] != '%') {
      out += text[i];
    } else {
      const int high = i + 2 < text.size() ? digit(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? digit(text[i + 2]) : -1;
      if (high < 0 || low < 0) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  const bool sound = out.find('\0') == std::string::npos && find_invalid_utf8(out) == out.size();
  return sound ? std::optional(std::move(out)) : std::nullopt;
}

bool read_path(std::string_view path, Target& target) {
  for (std::size_t begin = 1; begin < path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    std::optional<std::string> segment = decode(path.substr(begin, end - begin), false);
    if (!segment || segment->empty() || *segment == "." || *segment == "..") return false;
    if (target.segments.size() == kMostSegments) return false;
    target.segments.push_back(*std::move(segment));
    if (end + 1 == path.size()) return false;  // a slash at the end
    begin = end + 1;
  }
  return true;
}

bool read_query(std::string_view query, Target& target) {
  while (!query.empty()) {
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), pair.size() + 1));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    std::optional<std::string> name = decode(pair.substr(0, equals), true);
    std::optional<std::string> value = decode(pair.substr(std::min(equals + 1, pair.size())), true);
    if (!name || !value || target.parameters.size() == kMostParameters) return false;
    target.parameters.emplace_back(*std::move(name), *std::move(value));
  }
  return true;
}

}  // namespace

std::optional<Target> parse_target(std::string_view text) {
  Target target;
  const std::size_t mark = std::min(text.find('?'), text.size());
  const std::string_view path = text.substr(0, mark);
  if (path.empty() || path.front() != '/') return std::nullopt;
  if (!read_path(path, target)) return std::nullopt;
  if (mark < text.size() && !read_query(text.substr(mark + 1), target)) return std::nullopt;
  return target;
}

}  // namespace hearsay
