// Reads a rules file (docs/time-rules.md).
#ifndef HEARSAY_SRC_TIMES_RULES_FILE_H_
#define HEARSAY_SRC_TIMES_RULES_FILE_H_

#include <filesystem>
#include <string_view>

#include "hearsay/result.h"
#include "times/rules.h"

namespace hearsay {

// Limits of one file, so that a broken one costs bounded time and memory.
inline constexpr std::size_t kMaxRulesFileBytes = 4'000'000;
inline constexpr std::size_t kMaxTrieNodes = 1'000'000;  // of a pass
inline constexpr std::size_t kMaxSequences = 300'000;

// Fails with not_found or io if the file cannot be read, and as parse_time_rules().
Result<TimeRules> load_time_rules(const std::filesystem::path& path);

// `name` stands for the file in messages. Fails with corrupt_model, and names the
// line and what was expected there, if a rule is broken or the file too large.
Result<TimeRules> parse_time_rules(std::string_view text, std::string_view name);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TIMES_RULES_FILE_H_
