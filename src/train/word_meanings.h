// What linking knows of words: what they mean.
#ifndef HEARSAY_SRC_TRAIN_WORD_MEANINGS_H_
#define HEARSAY_SRC_TRAIN_WORD_MEANINGS_H_

#include <filesystem>
#include <vector>

#include "claims/relation_model.h"
#include "hearsay/result.h"

namespace hearsay {

struct WordMeanings {
  std::vector<KnownWord> words;  // sorted by key
  std::vector<Concept> concepts;
};

// By WordNet 3.0 (Debian: wordnet-base) in the folder `wordnet`: the synsets of a word's most
// frequent senses, what they are kinds of, the verbs that a noun is derived from, and, marked,
// their opposites. Fails with not_found if a file is missing.
Result<WordMeanings> read_word_meanings(const std::filesystem::path& wordnet);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_WORD_MEANINGS_H_
