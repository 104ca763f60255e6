// What nouns and given names stand for: WordNet's classes and our own list.
#ifndef HEARSAY_SRC_TRAIN_PEOPLE_LIST_H_
#define HEARSAY_SRC_TRAIN_PEOPLE_LIST_H_

#include <filesystem>
#include <vector>

#include "entities/noun_knowledge.h"
#include "hearsay/result.h"

namespace hearsay {

// Entries of WordNet's single-word nouns (index.noun and data.noun in `wordnet`) and of
// the words in `list` (models/en/people.txt), sorted. Fails with not_found if a file is
// missing, invalid_input if a line of the list names no known class.
Result<std::vector<NounEntry>> read_nouns(const std::filesystem::path& wordnet,
                                          const std::filesystem::path& list);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_PEOPLE_LIST_H_
