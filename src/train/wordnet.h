// WordNet 3.0's files (Debian: wordnet-base), read for the classes of its lemmas.
#ifndef HEARSAY_SRC_TRAIN_WORDNET_H_
#define HEARSAY_SRC_TRAIN_WORDNET_H_

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "attribution/word_classes.h"
#include "attribution/word_senses.h"
#include "hearsay/result.h"

namespace hearsay {

// Entries of all single-word nouns and verbs, sorted. Reads index.noun, data.noun,
// index.verb and data.verb in `folder`; fails with not_found if one is missing.
Result<std::vector<WordClassEntry>> read_word_classes(const std::filesystem::path& folder);

// For each lemma, the synsets of its verb senses in the files of communication,
// cognition, emotion and social doing, and what those are kinds of; for a noun, those of
// the verbs that it is derived from. Sorted. Reads index.verb, data.verb, index.noun and
// data.noun in `folder`; fails with not_found if one is missing.
Result<std::vector<SenseEntry>> read_word_senses(const std::filesystem::path& folder);

// For each single-word lemma of a part of speech ("noun", "verb"), the lexicographer
// files of its senses, the most frequent first. Reads index.POS and data.POS in `folder`;
// fails with not_found if one is missing.
Result<std::map<std::string, std::vector<int>>> read_sense_files(const std::filesystem::path& folder,
                                                                 const std::string& pos);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_WORDNET_H_
