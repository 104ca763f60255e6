// Gold trees for the trainers.
#ifndef HEARSAY_SRC_TRAIN_TREEBANK_H_
#define HEARSAY_SRC_TRAIN_TREEBANK_H_

#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

#include "hearsay/document.h"
#include "hearsay/result.h"

namespace hearsay {

// Told of each step of a training, in one line without a line end.
using Progress = std::function<void(std::string_view)>;

// All documents of a CoNLL-U file with their gold tags and arcs. Fails with
// not_found or io if it cannot be read, invalid_input if a line is wrong.
Result<std::vector<Document>> read_treebank(const std::filesystem::path& path);

// Those of data/treebank/{ewt,gum}-train.conllu, in that order.
Result<std::vector<Document>> read_training_treebanks(const std::filesystem::path& data);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_TREEBANK_H_
