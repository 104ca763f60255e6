// Fits the classifier of sentence ends to treebanks.
//
// Logistic regression over hashed features of the gaps between our own tokens
// (AdaGrad, fixed seed), rounded to 8-bit weights.
#ifndef HEARSAY_SRC_TRAIN_TRAIN_SENTENCES_H_
#define HEARSAY_SRC_TRAIN_TRAIN_SENTENCES_H_

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

#include "hearsay/result.h"
#include "tokenizer/lexicon.h"

namespace hearsay {

// The weights, by hash of the feature. Reads `treebank`/{ewt,gum}-{train,dev}.conllu;
// the dev parts only for the progress that is reported. Fails with not_found or io if one
// is missing or cannot be read, invalid_input if it is no CoNLL-U.
Result<std::vector<std::int8_t>> train_sentences(const Lexicon& lexicon,
                                                 const std::filesystem::path& treebank,
                                                 const std::function<void(std::string_view)>& progress);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_TRAIN_SENTENCES_H_
