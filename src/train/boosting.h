// Fits boosted oblivious trees (model/decision_trees.h) to examples, by the gradient and
// curvature of the log-likelihood of a softmax (Friedman 2001; Prokhorenkova et al. 2018).
#ifndef HEARSAY_SRC_TRAIN_BOOSTING_H_
#define HEARSAY_SRC_TRAIN_BOOSTING_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/decision_trees.h"
#include "model/model_file.h"

namespace hearsay {

struct BoostingExample {
  std::span<const std::int16_t> features;  // as many in each
  int label = 0;
  float weight = 1;
};

struct Boosting {
  int trees = 150;
  float rate = 0.08F;
  float smoothing = 4;         // weight of "no opinion" in each leaf
  float row_share = 0.7F;      // of the examples that each tree sees
  float feature_share = 0.5F;  // of the features that each tree may ask about
  std::uint64_t seed = 1;
};

// Trees that own their numbers.
struct FittedTrees {
  int classes = 0;
  std::vector<std::uint8_t> features;
  std::vector<std::int16_t> bounds;
  std::vector<std::int16_t> leaves;
  std::vector<std::int32_t> bias;

  DecisionTrees view() const { return {classes, features, bounds, leaves, bias}; }
};

// The same for the same examples and options. Labels are in [0, classes). Requires: an
// example at least.
FittedTrees fit_trees(const std::vector<BoostingExample>& examples, int classes, const Boosting& options);

// Adds the sections that load_trees() reads.
void add_trees(const FittedTrees& trees, const std::string& name, ModelWriter& writer);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_BOOSTING_H_
