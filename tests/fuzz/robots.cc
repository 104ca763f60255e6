// Any bytes as a robots.txt and as a path: what decides is as a plain search for the pattern says.
#include "fetch/robots.h"

#include "fetch/http_headers.h"
#include "fetch/url.h"
#include "tests/fuzz/fuzz.h"

namespace hearsay {
namespace {

// Tries every place for every star. Requires: short patterns.
bool fits_slowly(std::string_view pattern, std::string_view path) {
  if (pattern.empty()) return true;
  if (pattern == "$") return path.empty();
  if (pattern[0] == '*') {
    for (std::size_t at = 0; at <= path.size(); ++at) {
      if (fits_slowly(pattern.substr(1), path.substr(at))) return true;
    }
    return false;
  }
  return !path.empty() && path[0] == pattern[0] && fits_slowly(pattern.substr(1), path.substr(1));
}

void check_patterns(const Robots& robots, std::string_view path) {
  for (const RobotsRule& rule : robots.rules) {
    if (rule.pattern.size() > 12 || rule.allowed) continue;
    const bool forbidden = !allows({.rules = {rule}, .crawl_delay = {}}, path);
    if (path != "/robots.txt")
      require(forbidden == fits_slowly(rule.pattern, canonical_path(path)), "a pattern fits as it should");
  }
}

void read(std::string_view bytes) {
  const std::size_t line = std::min(bytes.find('\n'), bytes.size());
  const std::string_view path = bytes.substr(0, std::min<std::size_t>(line, 40));
  const Robots robots = parse_robots(bytes.substr(line), "Hearsay");
  require(robots.crawl_delay >= std::chrono::seconds(0) && robots.crawl_delay <= std::chrono::minutes(1),
          "delays have bounds");
  const std::string canonical = canonical_path(path);
  require(canonical_path(canonical) == canonical, "a canonical path is one");
  (void)allows(robots, path);
  check_patterns(robots, path);
  const Result<Url> url = parse_url(path);
  if (url) require(*parse_url(url->text) == *url, "an address is canonical");
  HttpHeaders headers;
  read_header(path, 0, headers);
}

}  // namespace
}  // namespace hearsay

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  hearsay::read(hearsay::as_text(data, size));
  return 0;
}
