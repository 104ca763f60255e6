// Explanations: what made the models choose an attribution.
//
// Evidence is hidden from the models, one kind at a time (hide.h), and the words around
// the cue are read again: how much less sure the cue, the source and the content are
// without it is what it counts for. Evidence overlaps, so several kinds are then hidden
// together. Features that mention what is hidden are left out of
// the linear tagger's sum; the network reads words it does not know.
//
// Reads:    the facts, and what guess_attributions() made of them
// Cost:     about twenty readings of the stretches around the cue, each O(window)
// Threads:  one AttributionScratch each
#ifndef HEARSAY_SRC_ATTRIBUTION_EXPLAIN_H_
#define HEARSAY_SRC_ATTRIBUTION_EXPLAIN_H_

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "attribution/cues.h"
#include "attribution/hide.h"

namespace hearsay {

struct AttributionModel;
struct AttributionScratch;

// A reason that makes a decision less sure by less than this is no reason worth a word.
inline constexpr float kLeastWeight = 0.03f;

// The most reasons that a decision gets.
inline constexpr std::size_t kMostReasons = 3;

struct ExplainScratch {
  PartTokens parts;
  std::vector<TokenFacts> tokens;  // of the window, as they are
  std::vector<QuoteToken> quotes;
  std::vector<std::uint8_t> levels;
  std::vector<std::uint64_t> features;  // of the window's tokens, as they are
  std::vector<std::uint64_t> hidden_features;
  std::vector<Scores<kCueLabels>> linear, network, mean;
  Lattice<kCueLabels> lattice;
};

// Evidence for one decision, and how sure that is without it alone.
struct Candidate {
  ReasonKind kind = ReasonKind::word;
  Span span;
  double without = 0;
};

// Takes the evidence away piece by piece, what matters most by itself first, until the
// decision would fall: what it takes are the reasons. `read_without` says how sure it is
// without several at once. Of equals, the first candidate comes first.
Finding find_reasons(Part part, double sure, std::vector<Candidate> candidates,
                     const std::function<double(std::span<const ReasonKind>)>& read_without);

// A probability in hundredths.
float in_hundredths(double p);

// Explains cue, source (where there is one) and content of a guess. Requires: `guess` is
// one of scratch.guess, made by the last call of guess_attributions() of `facts`, whose
// tokens stand at `tokens`. The facts are the same afterwards.
Explanation explain_guess(const AttributionModel& model, Facts& facts, std::span<const Token> tokens,
                          const GuessedCue& guess, AttributionScratch& scratch);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_EXPLAIN_H_
