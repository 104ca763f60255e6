// The cue tagger: which tokens ascribe something to somebody. A linear-chain CRF
// over hashed features reads each paragraph; the network's scores are mixed in
// before the labels are chosen.
#ifndef HEARSAY_SRC_ATTRIBUTION_CUES_H_
#define HEARSAY_SRC_ATTRIBUTION_CUES_H_

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "attribution/crf.h"
#include "attribution/features.h"

namespace hearsay {

using CueTagger = CrfModel<kCueLabels>;

// What the linear tagger makes of each token.
struct CueScores {
  std::vector<Scores<kCueLabels>> scores;
  std::vector<std::uint8_t> level;  // level_of(P(in a cue))
};

struct CueScratch {
  std::vector<std::uint64_t> features;
  std::vector<std::array<std::uint8_t, kCueLabels>> back;
  std::vector<std::uint8_t> labels;
  Lattice<kCueLabels> lattice;
};

// Scores all tokens by the features of `tagger`. O(tokens).
void score_cues(const CueTagger& tagger, const Facts& facts, CueScratch& scratch, CueScores& out);

// scores[i] becomes the mean of both. Requires: equal sizes.
void average_scores(std::span<const Scores<kCueLabels>> linear, std::span<Scores<kCueLabels>> scores);

// The chain whose probabilities are the geometric mean of both; its table is empty.
CueTagger average_chains(const CueTagger& a, const CueTagger& b);

// Chooses the best labels under `scores` and the tagger's transitions, paragraph by
// paragraph, but for those that are not read; fills cues and cue_at of `out` and clears the rest. `bias` is
// added to the score of beginning a cue: recall for precision. O(tokens).
void choose_cues(const CueTagger& tagger, std::int32_t bias, const Facts& facts,
                 std::vector<Scores<kCueLabels>>& scores, CueScratch& scratch, Guess& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_CUES_H_
