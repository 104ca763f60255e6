// Fits the acts on our own marked sentences and, labelled from afar, on annotated articles.
#ifndef HEARSAY_SRC_TRAIN_TRAIN_ACTS_H_
#define HEARSAY_SRC_TRAIN_TRAIN_ACTS_H_

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>

#include "hearsay/result.h"

namespace hearsay {

struct ActTraining {
  std::filesystem::path examples;  // acts.txt
  std::filesystem::path data;      // folder that holds attribution/train.jsonl
  std::filesystem::path models;    // folder that holds the models of the stages before
  std::filesystem::path wordnet;   // folder of WordNet 3.0's index and data files
  std::filesystem::path output;    // the model file to write
  int epochs = 15;
  float rate = 0.1f;
  float dropout = 0.5f;
  float distant_weight = 0.2f;  // of an attribution of the corpus, labelled by its cue alone
  int min_count = 2;
  int bits = 16;  // rows of the table: 2^bits
  std::uint64_t seed = 1;
};

// Deterministic: the same input gives the same bytes. Takes half a minute. Reports the
// accuracy on examples left out of the training. Fails with not_found or io if a file is
// missing or cannot be read or written, corrupt_model or invalid_input if one does not
// hold what it should.
Result<Success> train_acts(const ActTraining& training,
                           const std::function<void(std::string_view)>& progress);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_TRAIN_ACTS_H_
