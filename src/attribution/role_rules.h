// What cannot be a role, whatever the network says: a few rules of typography and grammar
// that the corpus has too few examples of to be learnt.
#ifndef HEARSAY_SRC_ATTRIBUTION_ROLE_RULES_H_
#define HEARSAY_SRC_ATTRIBUTION_ROLE_RULES_H_

#include <cstdint>
#include <vector>

#include "attribution/crf.h"
#include "attribution/features.h"

namespace hearsay {

// Takes labels out of the running in `scores`, one element a token of the window:
//
// - Between the two parts of a split quotation ("It is safe," said Holm, "and dry.")
//   nothing is content.
// - The subject of a passive is no content where a clause tells what was said ("The guests
//   were told that ..."); nor is it a source where it is "it" or another one is the agent
//   ("It was said that ...", "The guests were told by the owner that ...").
// - What governs a noun of saying, and what follows that, is not what the noun reports
//   ("Her claim that it was safe | surprised us").
//
// O(window).
void forbid_roles(const Facts& facts, const std::vector<std::uint32_t>& cue_at, const Cue& cue, Window window,
                  std::vector<Scores<kRoleLabels>>& scores);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_ROLE_RULES_H_
