// A comparison of two statements as whole numbers that decision trees look at.
//
// The order of the features is stored in model files: a change needs a new
// kRelationsVersion and new training.
#ifndef HEARSAY_SRC_CLAIMS_PAIR_FEATURES_H_
#define HEARSAY_SRC_CLAIMS_PAIR_FEATURES_H_

#include <array>
#include <cstdint>

#include "claims/comparison.h"

namespace hearsay {

inline constexpr std::size_t kPairFeatures = 96;
using PairFeatures = std::array<std::int16_t, kPairFeatures>;

// How a pair stands among the others of its two articles.
struct PairRank {
  int of_later = 0;         // other earlier statements that are more like the later one
  int of_earlier = 0;       // other later statements that are more like the earlier one
  int best_of_later = 0;    // likeness of the one most like the later one
  int best_of_earlier = 0;  // likewise
};

// How much two contents have in common, all told: what pairs are ranked by.
int likeness(const Comparison& c, const Compared& later, const Compared& earlier);

PairFeatures pair_features(const Comparison& c, const Compared& later, const Compared& earlier,
                           const PairRank& rank);

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_PAIR_FEATURES_H_
