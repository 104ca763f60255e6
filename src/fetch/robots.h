// robots.txt, as RFC 9309 has it: what the owner of a site does not want machines to read.
#ifndef HEARSAY_SRC_FETCH_ROBOTS_H_
#define HEARSAY_SRC_FETCH_ROBOTS_H_

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// What is read of a robots.txt; the rest does not count.
inline constexpr std::size_t kMostRobotsBytes = std::size_t{500} << 10;

struct RobotsRule {
  std::string pattern;  // canonical: as canonical_path() has it; "*" is anything, "$" at the end the end
  bool allowed = false;
};

// The rules for one reader. No rules: everything is allowed.
struct Robots {
  std::vector<RobotsRule> rules;
  std::chrono::milliseconds crawl_delay{0};  // wanted between two requests; 0: not said; at most 60 s
};

// The rules of all groups that name `agent`, whatever its case, else of those for "*". Any bytes will do.
// O(bytes).
Robots parse_robots(std::string_view bytes, std::string_view agent);

// The longest pattern that fits decides, "allow" where two are of one length. `path` is Url::path.
// /robots.txt is always allowed. O(patterns x path).
bool allows(const Robots& robots, std::string_view path);

// The same octets always in the same spelling: "%7e" is "~", "é" is "%C3%A9".
std::string canonical_path(std::string_view path);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FETCH_ROBOTS_H_
