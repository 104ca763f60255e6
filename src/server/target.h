// What stands after the method of a request: path and query.
#ifndef HEARSAY_SRC_SERVER_TARGET_H_
#define HEARSAY_SRC_SERVER_TARGET_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hearsay {

struct Target {
  std::vector<std::string> segments;                            // decoded; "a%2Fb" is one
  std::vector<std::pair<std::string, std::string>> parameters;  // decoded, in their order
};

// Reads "/v1/search?q=a+b". Nothing for what is no path of ours: without a slash at the
// beginning, with "." or ".." or an empty segment, a broken %XX, a NUL byte or what is not UTF-8,
// more than 8 segments or 32 parameters. O(target).
std::optional<Target> parse_target(std::string_view target);

}  // namespace hearsay

#endif  // HEARSAY_SRC_SERVER_TARGET_H_
