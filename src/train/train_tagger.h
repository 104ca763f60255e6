// Fits the tagger and the lemmatiser.
//
// Cost:    about a minute for 280,000 words on one core
// Threads: one; the same data gives the same model
#ifndef HEARSAY_SRC_TRAIN_TRAIN_TAGGER_H_
#define HEARSAY_SRC_TRAIN_TRAIN_TAGGER_H_

#include <cstdint>
#include <filesystem>
#include <vector>

#include "train/treebank.h"

namespace hearsay {

struct TaggerTraining {
  std::filesystem::path data;    // laid out as data/README.md says; its treebank/ is read
  std::filesystem::path output;  // the model is written to output/tagger.model
  int iterations = 8;
  int fold_iterations = 5;
  int bits = 18;  // 2^bits rows a table
  int min_mistakes = 2;
  float scale = 0.15f;  // weights are stored as multiples of this; less than half of it is dropped
  std::uint64_t seed = 1;
};

// Fails as read_training_treebanks() does, and with io if the model cannot be written.
Result<Success> train_tagger(const TaggerTraining& options, const Progress& progress);

// The documents with gold tags replaced by those of a tagger that has not seen the
// document (kFolds-fold jackknifing), so that what is trained on them meets the
// tagger's errors. Lemmas stay gold.
void jackknife_tags(const TaggerTraining& options, std::vector<Document>& docs, const Progress& progress);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_TRAIN_TAGGER_H_
