// Fits the tokenizer: word lists from a readable file, and (from treebanks) the
// classifier of sentence ends.
#ifndef HEARSAY_SRC_TRAIN_TRAIN_TOKENIZER_H_
#define HEARSAY_SRC_TRAIN_TRAIN_TOKENIZER_H_

#include <filesystem>
#include <functional>
#include <string_view>

#include "hearsay/result.h"

namespace hearsay {

struct TokenizerTraining {
  std::filesystem::path lists;   // word lists, as models/en/tokenizer.txt
  std::filesystem::path data;    // folder that holds treebank/*-train.conllu
  std::filesystem::path output;  // the model file to write
};

// Deterministic: the same input gives the same bytes. Fails with not_found or io
// if a file is missing or cannot be read or written, invalid_input if one does not
// hold what it should.
Result<Success> train_tokenizer(const TokenizerTraining& training,
                                const std::function<void(std::string_view)>& progress);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_TRAIN_TOKENIZER_H_
