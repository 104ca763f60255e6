// How sure we are of an attribution: a probability fitted to how often the like of
// it was right.
#ifndef HEARSAY_SRC_ATTRIBUTION_CONFIDENCE_H_
#define HEARSAY_SRC_ATTRIBUTION_CONFIDENCE_H_

#include <array>

#include "attribution/features.h"

namespace hearsay {

inline constexpr int kEvidenceCount = 8;
using Evidence = std::array<double, kEvidenceCount>;

// Weights of a logistic regression over the evidence. Stored in model files.
struct Calibration {
  Evidence weights{};
};

// What speaks for a guessed attribution: a constant 1, then log-odds and
// log-probabilities of its parts.
Evidence evidence_of(const GuessedCue& guess);

// Probability in [0, 1] that the attribution is right: that cue, source and content
// overlap with those that a person would mark. Rounded to hundredths and the same on
// every machine.
float confidence_of(const Calibration& calibration, const GuessedCue& guess);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_CONFIDENCE_H_
