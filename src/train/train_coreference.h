// Fits coreference on texts whose mentions are marked.
#ifndef HEARSAY_SRC_TRAIN_TRAIN_COREFERENCE_H_
#define HEARSAY_SRC_TRAIN_TRAIN_COREFERENCE_H_

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>

#include "hearsay/result.h"

namespace hearsay {

struct CoreferenceTraining {
  std::filesystem::path list;     // people.txt
  std::filesystem::path data;     // folder that holds treebank/gum-{train,dev}.conllu
  std::filesystem::path models;   // folder that holds the models of the stages before
  std::filesystem::path wordnet;  // folder of WordNet 3.0's index and data files
  std::filesystem::path output;   // the model file to write
  int epochs = 15;
  float rate = 0.08f;
  float dropout = 0.4f;
  // What an error costs: a mention linked that is not, not linked that is, linked to
  // the wrong one (Durrett & Klein 2013).
  float false_link = 0.1f;
  float false_new = 4.5f;
  float wrong_link = 1.0f;
  std::uint64_t seed = 1;
};

// Deterministic: the same input gives the same bytes. Takes a minute. Reports the score
// on gum-dev after each epoch. Fails with not_found or io if a file is missing or cannot be
// read or written, corrupt_model or invalid_input if one does not hold what it should.
Result<Success> train_coreference(const CoreferenceTraining& training,
                                  const std::function<void(std::string_view)>& progress);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_TRAIN_COREFERENCE_H_
