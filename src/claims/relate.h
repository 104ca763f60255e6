// How a later statement relates to an earlier one: compares slots, then weighs evidence.
//
// The weights are set by hand, as whole numbers, and argued in docs/claims.md. Precision
// comes first: a pair without a relation is the rule.
//
// Cost:     O(slots); 1 microsecond or so
// Threads:  any number
#ifndef HEARSAY_SRC_CLAIMS_RELATE_H_
#define HEARSAY_SRC_CLAIMS_RELATE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "claims/statement.h"

namespace hearsay {

// Values are stored: never renumber.
enum class RelationType : std::uint8_t { disputes, retracts, supports, repeats, conflicts };
inline constexpr int kRelationTypeCount = 5;
enum class RelationDetail : std::uint8_t { none, number, cause, actor, role, place, time, act };
inline constexpr int kRelationDetailCount = 8;

std::string_view to_string(RelationType type);      // "disputes"
std::string_view to_string(RelationDetail detail);  // "number"; "" for none

struct Relation {
  RelationType type = RelationType::disputes;
  RelationDetail detail = RelationDetail::none;
  float confidence = 0;  // in [0, 1]: a guess, not calibrated
  std::string why;       // in words that a reader can check
  bool operator==(const Relation&) const = default;
};

// Nothing for most pairs. A pure function of the two. Requires: comes_before(earlier, later).
std::optional<Relation> relate(const PlacedStatement& later, const PlacedStatement& earlier);

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_RELATE_H_
