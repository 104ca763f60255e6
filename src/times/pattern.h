// Patterns of a rules file: "d:<day> of? m:<month>" as the sequences that it
// stands for.
#ifndef HEARSAY_SRC_TIMES_PATTERN_H_
#define HEARSAY_SRC_TIMES_PATTERN_H_

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/document.h"
#include "hearsay/result.h"
#include "times/rules.h"

namespace hearsay {

inline constexpr std::size_t kMaxPatternVariants = 20'000;
inline constexpr std::size_t kMaxPatternDepth = 8;

// What stands at one place of a pattern.
struct PatternElement {
  ItemSymbol symbol;
  std::int32_t capture = -1;
  bool outside = false;  // in {braces}: must be there, but is no part of the expression
  bool operator==(const PatternElement&) const = default;
};
using PatternSequence = std::vector<PatternElement>;

// How names in a pattern become classes and captures.
struct PatternNames {
  // The classes that <name> stands for; none if it is unknown.
  std::function<std::vector<ClassId>(std::string_view name)> classes;
  std::function<ClassId(std::string_view word)> literal;
  std::function<std::int32_t(std::string_view name)> capture;
};

// Fails with invalid_input, and says what was expected where, if the pattern is
// malformed or stands for too many or too long sequences. O(what it returns).
Result<std::vector<PatternSequence>> expand_pattern(std::string_view pattern, const PatternNames& names);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TIMES_PATTERN_H_
