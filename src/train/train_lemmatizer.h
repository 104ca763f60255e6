// Fits the lemmatiser.
#ifndef HEARSAY_SRC_TRAIN_TRAIN_LEMMATIZER_H_
#define HEARSAY_SRC_TRAIN_TRAIN_LEMMATIZER_H_

#include <filesystem>

#include "hearsay/result.h"
#include "train/treebank.h"

namespace hearsay {

struct LemmatizerTraining {
  std::filesystem::path data;     // holds treebank/{ewt,gum}-train.conllu
  std::filesystem::path output;   // the model file to write
  std::filesystem::path wordnet;  // folder of WordNet 3.0's index and exception files
};

// Finds for each suffix (and class) the most frequent edit and drops those that
// the next shorter suffix says already. Forms of WordNet's lemmas that no suffix gets
// right are kept as whole words. Fails as read_treebank() does, with not_found if a file
// of WordNet is missing, and with io if the model cannot be written.
Result<Success> train_lemmatizer(const LemmatizerTraining& training, const Progress& progress);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_TRAIN_LEMMATIZER_H_
