#include "attribution/confidence.h"

#include <algorithm>

#include "attribution/portable_math.h"

namespace hearsay {
namespace {

double log_odds(double p) {
  const double kept = std::clamp(p, 1e-6, 1 - 1e-6);
  return portable_log(kept) - portable_log(1 - kept);
}

}  // namespace

Evidence evidence_of(const GuessedCue& guess) {
  return {1,
          log_odds(guess.cue_probability),
          std::clamp(guess.is_cue, -12.0, 12.0),
          portable_log(std::max(guess.role_probability, 1e-9)),
          guess.source_certainty,
          guess.content_certainty,
          guess.has_source ? 0.0 : 1.0,
          guess.content_length <= 2 ? 1.0 : 0.0};
}

float confidence_of(const Calibration& calibration, const GuessedCue& guess) {
  const Evidence evidence = evidence_of(guess);
  double sum = 0;
  for (int k = 0; k < kEvidenceCount; ++k) sum += calibration.weights[k] * evidence[k];
  const double p = 1 / (1 + portable_exp(-sum));
  return static_cast<float>(static_cast<int>(p * 100 + 0.5)) / 100.0f;
}

}  // namespace hearsay
