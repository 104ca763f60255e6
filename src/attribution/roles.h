// The role tagger: source and content of each cue.
#ifndef HEARSAY_SRC_ATTRIBUTION_ROLES_H_
#define HEARSAY_SRC_ATTRIBUTION_ROLES_H_

#include <array>
#include <cstdint>
#include <vector>

#include "attribution/roles_network.h"

namespace hearsay {

// A stretch of one cue's content: tokens [first, last).
struct ContentPiece {
  std::uint32_t cue = 0;  // index into Guess::cues
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  double certainty = 0;  // mean log-probability of its tokens' labels
};

struct RoleTaggerScratch {
  RoleScratch related;
  RolesScratch network;
  std::vector<Scores<kRoleLabels>> scores;
  std::vector<std::array<std::uint8_t, kRoleLabels>> back;
  std::vector<std::uint8_t> labels;
  Lattice<kRoleLabels> lattice;
  std::vector<ContentPiece> pieces;
  std::vector<std::uint32_t> surest;  // per token: the surest piece that holds it, or kNone
};

// Finds the roles of every cue in `out`, fills the fields that tell of them, and
// settles claims.
// O(tokens x the window).
void find_roles(const RolesNetwork& network, const Facts& facts, const EncodedTokens& tokens,
                RoleTaggerScratch& scratch, Guess& out);

// What several cues claim as content goes to the surest of them, unless one of the cues
// stands in what the other one reports: takes the labels of the other pieces away.
// `surest` is scratch. Linear in the pieces' tokens.
void settle_claims(const std::vector<ContentPiece>& pieces, std::vector<std::uint32_t>& surest, Guess& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_ROLES_H_
