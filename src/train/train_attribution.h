// Fits the attribution stage on annotated articles, read by the stages before it.
#ifndef HEARSAY_SRC_TRAIN_TRAIN_ATTRIBUTION_H_
#define HEARSAY_SRC_TRAIN_TRAIN_ATTRIBUTION_H_

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>

#include "hearsay/result.h"

namespace hearsay {

struct AttributionTraining {
  std::filesystem::path data;     // folder that holds attribution/train.jsonl
  std::filesystem::path models;   // folder that holds the models of the stages before
  std::filesystem::path wordnet;  // folder of WordNet 3.0's index and data files
  std::filesystem::path output;   // folder that gets the models
  std::filesystem::path work;     // folder for what the parts of the training hand on
  int cue_epochs = 5;
  float rate = 0.1f;
  float cue_dropout = 0.5f;
  float cue_bias = 1.5f;  // in log-probability
  int min_count = 3;
  int cue_bits = 17;  // rows of the table: 2^bits
  std::uint64_t seed = 1;
};

// The network and the confidence are fitted on articles k with k % kHeldOut != 0 and
// == 0: the latter are as new to the network. HELD_OUT in tools/train_roles.py.
inline constexpr int kHeldOut = 12;

// Fits the linear cue tagger: writes attribution.model to the output folder, and to
// the work folder the examples that tools/train_roles.py fits the network on, and
// unseen.model, for train_confidence(). Deterministic: the same input gives the same
// bytes. Takes a minute on one core and 3 GB. Fails with not_found or io if a file is
// missing or cannot be read or written, corrupt_model or invalid_input if one does not
// hold what it should.
Result<Success> train_attribution(const AttributionTraining& training,
                                  const std::function<void(std::string_view)>& progress);

// Fits the confidence with the cue tagger and the network that are in the output
// folder, and adds it to attribution.model. Fails as train_attribution() does.
Result<Success> train_confidence(const AttributionTraining& training,
                                 const std::function<void(std::string_view)>& progress);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_TRAIN_ATTRIBUTION_H_
