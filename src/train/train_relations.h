// Trains the model of relations (claims/relation_model.h) on annotated stories.
#ifndef HEARSAY_SRC_TRAIN_TRAIN_RELATIONS_H_
#define HEARSAY_SRC_TRAIN_TRAIN_RELATIONS_H_

#include <filesystem>
#include <functional>
#include <string_view>

#include "hearsay/result.h"
#include "train/boosting.h"
#include "train/train_acts.h"

namespace hearsay {

struct RelationsTraining {
  std::filesystem::path stories;  // folder of annotated stories
  std::filesystem::path models;   // the other stages, as they are shipped
  ActTraining acts;               // the same stories teach acts: each is read with acts that have not seen it
  std::filesystem::path wordnet;  // folder of WordNet's files
  std::filesystem::path output;   // the model file to write
  std::filesystem::path check{};  // folder of stories that only say how good it is; or ""
  std::size_t folds = 5;          // of cross-validation
  Boosting related = {.trees = 220, .smoothing = 5, .feature_share = 0.4F};
  Boosting type = {.trees = 80};
};

// Fits trees to the pairs of all stories. Bounds and confidence come from cross-validation,
// some stories left out in turn, whose figures are reported. Fails as the readers do, and with io
// if the model cannot be written.
Result<Success> train_relations(const RelationsTraining& training,
                                const std::function<void(std::string_view)>& report);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_TRAIN_RELATIONS_H_
