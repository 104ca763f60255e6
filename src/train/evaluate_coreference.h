// Scores coreference against a treebank file with marked mentions: gold tokens,
// everything else predicted.
#ifndef HEARSAY_SRC_TRAIN_EVALUATE_COREFERENCE_H_
#define HEARSAY_SRC_TRAIN_EVALUATE_COREFERENCE_H_

#include <filesystem>

#include "entities/coreference.h"
#include "hearsay/result.h"
#include "train/coreference_corpus.h"
#include "train/score_coreference.h"

namespace hearsay {

struct CoreferenceEvaluation {
  CoreferenceScore heads;                  // chains of two or more; mentions match by head word
  CoreferenceScore spans;                  // the same; mentions match by their first and last word
  CoreferenceScore heads_with_singletons;  // all chains; by head word
};

// Adds one document. Requires: `scratch.state` holds the chains found in it.
void add_document(const CoreferenceDocument& gold, const ChainState& state,
                  CoreferenceEvaluation& evaluation);

// Reads `gold` with the models in `models`. Fails as the loaders of both do.
Result<CoreferenceEvaluation> evaluate_coreference(const std::filesystem::path& gold,
                                                   const std::filesystem::path& models);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_EVALUATE_COREFERENCE_H_
