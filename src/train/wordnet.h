// WordNet 3.0's files (Debian: wordnet-base), read for the classes of its lemmas.
#ifndef HEARSAY_SRC_TRAIN_WORDNET_H_
#define HEARSAY_SRC_TRAIN_WORDNET_H_

#include <filesystem>
#include <vector>

#include "attribution/word_classes.h"
#include "hearsay/result.h"

namespace hearsay {

// Entries of all single-word nouns and verbs, sorted. Reads index.noun, data.noun,
// index.verb and data.verb in `folder`; fails with not_found if one is missing.
Result<std::vector<WordClassEntry>> read_word_classes(const std::filesystem::path& folder);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_WORDNET_H_
