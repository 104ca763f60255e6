// What a relation between two statements is.
#ifndef HEARSAY_SRC_CLAIMS_RELATION_H_
#define HEARSAY_SRC_CLAIMS_RELATION_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

// Values are stored: never renumber.
enum class RelationType : std::uint8_t { disputes, retracts, supports, repeats, conflicts };
inline constexpr int kRelationTypeCount = 5;
enum class RelationDetail : std::uint8_t { none, number, cause, actor, role, place, time, act };
inline constexpr int kRelationDetailCount = 8;

std::string_view to_string(RelationType type);      // "disputes"
std::string_view to_string(RelationDetail detail);  // "number"; "" for none

// Sure enough to join threads, and to tell where a source stands.
inline constexpr float kThreadConfidence = 0.5F;

struct Relation {
  RelationType type = RelationType::disputes;
  RelationDetail detail = RelationDetail::none;
  float confidence = 0;  // in [0, 1]: the share of such relations that were right in cross-validation
  std::string why;       // in words that a reader can check
  bool told = false;     // somebody told the ledger so; then the confidence is 1
  bool operator==(const Relation&) const = default;
};

// A relation between two statements of lists that the context names.
struct LinkedPair {
  std::uint32_t later = 0;
  std::uint32_t earlier = 0;
  Relation relation;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_RELATION_H_
