// Fits the lemmatiser.
#ifndef HEARSAY_SRC_TRAIN_TRAIN_LEMMATIZER_H_
#define HEARSAY_SRC_TRAIN_TRAIN_LEMMATIZER_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/model_file.h"

namespace hearsay {

// One word of the treebank. The views outlive the call that takes them.
struct LemmaExample {
  std::string_view form;
  std::string_view lemma;
  std::uint8_t tag_class = 0;
  bool keeps_case = false;  // of two edits that fit, take the one that keeps the case
};

// Finds for each suffix (and class) the most frequent edit, drops those that the
// next shorter suffix says already, and adds the table to `writer`.
void train_lemmatizer(const std::vector<LemmaExample>& examples, ModelWriter& writer);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_TRAIN_LEMMATIZER_H_
