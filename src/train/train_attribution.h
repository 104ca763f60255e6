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
  std::filesystem::path output;   // the model file to write
  int cue_epochs = 5;
  int role_epochs = 5;
  float rate = 0.1f;
  float cue_dropout = 0.5f;
  float role_dropout = 0.4f;
  float cue_bias = 1.0f;  // in log-probability
  int min_count = 3;
  int cue_bits = 17;  // rows of the tables: 2^bits
  int role_bits = 18;
  std::uint64_t seed = 1;
};

// Deterministic: the same input gives the same bytes. Takes some minutes on one core
// and 2 GB. Fails with not_found or io if a file is missing or cannot be read or
// written, corrupt_model or invalid_input if one does not hold what it should.
Result<Success> train_attribution(const AttributionTraining& training,
                                  const std::function<void(std::string_view)>& progress);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_TRAIN_ATTRIBUTION_H_
