#include "claims/relation.h"

#include <array>

namespace hearsay {

std::string_view to_string(RelationType type) {
  constexpr std::array<std::string_view, kRelationTypeCount> kNames = {"disputes", "retracts", "supports",
                                                                       "repeats", "conflicts"};
  return kNames[static_cast<std::size_t>(type)];
}

std::string_view to_string(RelationDetail detail) {
  constexpr std::array<std::string_view, kRelationDetailCount> kNames = {"",     "number", "cause", "actor",
                                                                         "role", "place",  "time",  "act"};
  return kNames[static_cast<std::size_t>(detail)];
}

}  // namespace hearsay
