// Annotated stories as training examples of relations: the pairs that relate() would
// compare, with what the annotation says of them.
#ifndef HEARSAY_SRC_TRAIN_RELATION_CORPUS_H_
#define HEARSAY_SRC_TRAIN_RELATION_CORPUS_H_

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "claims/pair_features.h"
#include "claims/relation.h"
#include "claims/relation_model.h"
#include "hearsay/result.h"
#include "train/train_acts.h"

namespace hearsay {

inline constexpr int kUnrelated = -1;

struct MarkedPair {
  PairFeatures features{};
  int type = kUnrelated;       // a RelationType
  std::string later, earlier;  // "article a3: what was said": for those who look at errors
};

struct MarkedStory {
  std::string id;
  std::vector<MarkedPair> pairs;
  std::vector<int> relations;  // of each type in the annotation, found among the pairs or not
};

// Reads the stories (*.json, by name) of a folder, analyses their articles with the models, and
// matches what is found to the annotation: cues share a token, and half of the contents is
// common (Dice). Acts are read by the one of `acts` that has not seen the story, if there is one. Fails as
// the readers do, and with not_found for a folder without stories.
Result<std::vector<MarkedStory>> read_relation_corpus(const std::filesystem::path& folder,
                                                      const std::filesystem::path& models,
                                                      const RelationModel& words, const UnseenActs& acts);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_RELATION_CORPUS_H_
