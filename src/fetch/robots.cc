#include "fetch/robots.h"

#include <algorithm>
#include <charconv>

namespace hearsay {
namespace {

using std::string;
using std::string_view;

constexpr std::chrono::milliseconds kLongestCrawlDelay{60'000};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool equal_but_for_case(string_view a, string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

string_view trimmed(string_view text) {
  constexpr string_view kSpace = " \t\r\f\v";
  text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
  return text.substr(0, text.find_last_not_of(kSpace) + 1);
}

// "Hearsay" of "Hearsay/1.0 (x)".
string_view product_of(string_view value) {
  std::size_t end = 0;
  while (end < value.size() &&
         ((lower(value[end]) >= 'a' && lower(value[end]) <= 'z') || value[end] == '-' || value[end] == '_'))
    ++end;
  return value.substr(0, end);
}

std::chrono::milliseconds read_delay(string_view value) {
  double seconds = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
  if (error != std::errc() || !(seconds > 0)) return {};
  const double most = static_cast<double>(kLongestCrawlDelay.count());
  return std::chrono::milliseconds(static_cast<std::int64_t>(std::min(seconds * 1000, most)));
}

// Lines are told to it one by one.
class GroupReader {
 public:
  explicit GroupReader(string_view agent) : agent_(agent) {}

  void read(string_view key, string_view value) {
    if (equal_but_for_case(key, "user-agent")) return begin_group(value);
    const bool allowed = equal_but_for_case(key, "allow");
    if (allowed || equal_but_for_case(key, "disallow")) {
      in_names_ = false;
      // An empty path is no rule.
      if (!value.empty()) add_rule({.pattern = canonical_path(value), .allowed = allowed});
    } else if (equal_but_for_case(key, "crawl-delay")) {
      in_names_ = false;
      if (is_ours_) ours_.crawl_delay = std::max(ours_.crawl_delay, read_delay(value));
      if (is_everybodys_) everybodys_.crawl_delay = std::max(everybodys_.crawl_delay, read_delay(value));
    }
    // Others, such as "sitemap", belong to no group.
  }

  Robots take() { return named_ ? std::move(ours_) : std::move(everybodys_); }

 private:
  void begin_group(string_view value) {
    if (!in_names_) is_ours_ = is_everybodys_ = false;
    in_names_ = true;
    if (value == "*") is_everybodys_ = true;
    if (equal_but_for_case(product_of(value), agent_)) is_ours_ = named_ = true;
  }

  void add_rule(RobotsRule rule) {
    if (is_ours_) ours_.rules.push_back(rule);
    if (is_everybodys_) everybodys_.rules.push_back(std::move(rule));
  }

  string_view agent_;
  Robots ours_, everybodys_;
  bool named_ = false;     // a group is for us
  bool in_names_ = false;  // the line before was a name
  bool is_ours_ = false, is_everybodys_ = false;
};

// Each piece between two "*" at its first place: no later one could help what follows.
bool fits(string_view pattern, string_view path) {
  const bool to_the_end = pattern.ends_with('$');
  if (to_the_end) pattern.remove_suffix(1);
  std::size_t star = pattern.find('*');
  const string_view first = pattern.substr(0, star);
  if (!path.starts_with(first)) return false;
  path.remove_prefix(first.size());
  if (star == pattern.npos) return !to_the_end || path.empty();
  while (true) {
    pattern.remove_prefix(star + 1);
    star = pattern.find('*');
    const string_view piece = pattern.substr(0, star);
    if (star == pattern.npos && to_the_end) return path.ends_with(piece);
    const std::size_t at = path.find(piece);
    if (at == path.npos) return false;
    if (star == pattern.npos) return true;
    path.remove_prefix(at + piece.size());
  }
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (lower(c) >= 'a' && lower(c) <= 'f') return lower(c) - 'a' + 10;
  return -1;
}

bool is_unreserved(unsigned byte) {
  const char c = static_cast<char>(byte);
  return byte < 0x80 && ((lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
                         c == '.' || c == '_' || c == '~');
}

void append_escaped(unsigned byte, string& out) {
  constexpr string_view kDigits = "0123456789ABCDEF";
  out += '%';
  out += kDigits[byte >> 4];
  out += kDigits[byte & 15];
}

}  // namespace

string canonical_path(string_view path) {
  string out;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const auto byte = static_cast<unsigned char>(path[i]);
    const int high = path[i] == '%' && i + 2 < path.size() ? hex_value(path[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(path[i + 2]) : -1;
    if (low >= 0) {
      const auto escaped = static_cast<unsigned>(high * 16 + low);
      if (is_unreserved(escaped))
        out += static_cast<char>(escaped);
      else
        append_escaped(escaped, out);
      i += 2;
    } else if (byte >= 0x80 || byte <= 0x20 || byte == '%') {
      append_escaped(byte, out);
    } else {
      out += path[i];
    }
  }
  return out;
}

Robots parse_robots(string_view bytes, string_view agent) {
  bytes = bytes.substr(0, kMostRobotsBytes);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  GroupReader groups(agent);
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find_first_of("\r\n"), bytes.size());
    string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    line = line.substr(0, line.find('#'));
    const std::size_t colon = line.find(':');
    if (colon != line.npos) groups.read(trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
  }
  return groups.take();
}

bool allows(const Robots& robots, string_view path) {
  if (path == "/robots.txt") return true;
  const string canonical = canonical_path(path);
  const RobotsRule* longest = nullptr;
  for (const RobotsRule& rule : robots.rules) {
    const bool longer = longest == nullptr || rule.pattern.size() > longest->pattern.size() ||
                        (rule.pattern.size() == longest->pattern.size() && rule.allowed);
    if (longer && fits(rule.pattern, canonical)) longest = &rule;
  }
  return longest == nullptr || longest->allowed;
}

}  // namespace hearsay
