// Forms of verbs and plurals of nouns, made by English spelling from WordNet's lemmas, so
// that words that no treebank has get the lemma that exists: "declined" is of "decline".
#ifndef HEARSAY_SRC_TRAIN_INFLECTIONS_H_
#define HEARSAY_SRC_TRAIN_INFLECTIONS_H_

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/document.h"
#include "hearsay/result.h"

namespace hearsay {

struct Inflection {
  std::string form;
  std::string lemma;
  Upos upos = Upos::VERB;
  std::string_view xpos;  // "VBD", "VBN", "VBG", "VBZ" or "NNS"
};

// The regular forms of a verb in small letters: past, "-ing" and "-s". A last consonant
// is doubled in verbs of one syllable ("planned"); longer ones are formed both ways.
std::vector<Inflection> inflect_verb(std::string_view lemma);

// The regular plural of a noun in small letters.
Inflection inflect_noun(std::string_view lemma);

// All forms, sorted, that just one lemma has under a tag. Reads index.verb, verb.exc,
// index.noun and noun.exc in `folder`; fails with not_found if one is missing.
Result<std::vector<Inflection>> read_inflections(const std::filesystem::path& folder);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_INFLECTIONS_H_
