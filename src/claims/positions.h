// Where each source of a thread stands on its claim, which is the content of the thread's
// first statement, as it is worded there.
//
// Cost:     O((statements + links) log of them)
// Threads:  any number
#ifndef HEARSAY_SRC_CLAIMS_POSITIONS_H_
#define HEARSAY_SRC_CLAIMS_POSITIONS_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "claims/relation.h"
#include "claims/statement.h"

namespace hearsay {

// Values are stored: never renumber.
enum class Position : std::uint8_t { none, asserted, denied, confirmed, retracted, declined };
inline constexpr int kPositionCount = 6;
std::string_view to_string(Position position);  // "asserted"

// From when on a source stood where.
struct SourcePosition {
  std::string source;  // folded name
  Position position = Position::asserted;
  std::string since;            // publication date of the statement
  std::uint32_t statement = 0;  // index into the statements
  bool operator==(const SourcePosition&) const = default;
};

// By source, then in time; only changes. Whoever makes the claim asserts it, in whatever words; who
// contradicts that denies it; who says that somebody contradicting it is wrong asserts it again.
// Sure links tell (kThreadConfidence), the surest first; where they tell nothing, the polarity of the words.
//
// Requires: `members` are one thread's statements in the order of comes_before(), `links` those between
// two of them.
std::vector<SourcePosition> find_positions(std::span<const PlacedStatement> statements,
                                           std::span<const std::uint32_t> members,
                                           std::span<const LinkedPair> links);

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_POSITIONS_H_
