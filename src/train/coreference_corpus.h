// Articles with marked coreference: GUM's treebank files, which keep it in the MISC
// column ("Entity=(1-person-new-... ... 1)").
#ifndef HEARSAY_SRC_TRAIN_COREFERENCE_CORPUS_H_
#define HEARSAY_SRC_TRAIN_COREFERENCE_CORPUS_H_

#include <cstdint>
#include <filesystem>
#include <vector>

#include "hearsay/document.h"
#include "hearsay/result.h"

namespace hearsay {

struct GoldMention {
  std::uint32_t first = 0, last = 0;  // tokens [first, last)
  std::uint32_t head = 0;             // the one among them that hangs on none of the others
  std::uint32_t entity = 0;           // the same number: the same entity
  bool operator==(const GoldMention&) const = default;
};

struct CoreferenceDocument {
  Document doc;                       // with gold tokens, tags and trees
  std::vector<GoldMention> mentions;  // by first token, then the longer one first
};

// Fails with not_found or io if the file cannot be read, invalid_input if it does not
// hold what it should or marks no mention.
Result<std::vector<CoreferenceDocument>> read_coreference_corpus(const std::filesystem::path& path);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_COREFERENCE_CORPUS_H_
