// One pass of attribution: find the cues, then the source and content of each.
//
// The first pass reads the facts alone, the second also what the first one found.
#ifndef HEARSAY_SRC_ATTRIBUTION_PASSES_H_
#define HEARSAY_SRC_ATTRIBUTION_PASSES_H_

#include <cstdint>
#include <vector>

#include "attribution/crf.h"
#include "attribution/features.h"

namespace hearsay {

struct PassModel {
  CrfModel<kCueLabels> cues;
  CrfModel<kRoleLabels> roles;
  std::int32_t cue_bias = 0;  // added to the score of beginning a cue: recall for precision
};

struct PassScratch {
  std::vector<std::uint64_t> features;
  std::vector<Scores<kCueLabels>> cue_scores;
  std::vector<Scores<kRoleLabels>> role_scores;
  std::vector<std::array<std::uint8_t, kCueLabels>> cue_back;
  std::vector<std::array<std::uint8_t, kRoleLabels>> role_back;
  std::vector<std::uint8_t> labels;
  Lattice<kCueLabels> cue_lattice;
  Lattice<kRoleLabels> role_lattice;
  RoleScratch roles;
};

// Finds the cues of all paragraphs: fills the cue fields of `out` (levels, cue_at,
// cues with their probability) and clears the rest. `before` is the first pass's
// guess, or null. O(tokens).
void find_cues(const PassModel& model, const Facts& facts, const Guess* before, PassScratch& scratch,
               Guess& out);

// Finds the roles of every cue in `out`. O(tokens x the window).
void find_roles(const PassModel& model, const Facts& facts, const Guess* before, PassScratch& scratch,
                Guess& out);

// The cue of `before` that shares a token with `cue`, or kNone.
std::uint32_t overlapping_cue(const Guess* before, const Cue& cue);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_PASSES_H_
