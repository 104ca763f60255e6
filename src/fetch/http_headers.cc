#include "fetch/http_headers.h"

#include <algorithm>
#include <charconv>

#include "fetch/curl_library.h"

namespace hearsay {
namespace {

using std::string;
using std::string_view;

constexpr std::int64_t kDay = 24 * 60 * 60;
constexpr std::size_t kLongestValidator = 1024;

string_view trimmed(string_view text) {
  constexpr string_view kSpace = " \t\r\n";
  text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
  return text.substr(0, text.find_last_not_of(kSpace) + 1);
}

// Seconds, or a date.
std::optional<std::chrono::seconds> read_retry_after(const string& value, std::int64_t now) {
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
  if (error == std::errc::result_out_of_range) {
    seconds = kDay;
  } else if (error != std::errc() || end != value.data() + value.size()) {
    const std::int64_t date = curl_library() ? curl_library()->getdate(value.c_str(), nullptr) : -1;
    if (date < 0) return std::nullopt;
    seconds = date - now;
  }
  return std::chrono::seconds(std::clamp<std::int64_t>(seconds, 0, kDay));
}

}  // namespace

void read_header(string_view line, std::int64_t now, HttpHeaders& headers) {
  if (line.starts_with("HTTP/")) {
    headers = {};
    return;
  }
  const std::size_t colon = line.find(':');
  if (colon == line.npos) return;
  string name(trimmed(line.substr(0, colon)));
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  const string value(trimmed(line.substr(colon + 1)));
  if (name == "content-type") headers.content_type = value;
  if (name == "content-encoding")
    headers.content_encoding += (headers.content_encoding.empty() ? "" : ", ") + value;
  if (name == "location") headers.location = value;
  if (name == "etag" && value.size() <= kLongestValidator) headers.etag = value;
  if (name == "last-modified" && value.size() <= kLongestValidator) headers.last_modified = value;
  if (name == "retry-after") headers.retry_after = read_retry_after(value, now);
}

}  // namespace hearsay
