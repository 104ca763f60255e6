// Annotated stories as examples of acts: statements as they are found in an article, with
// the clues that the whole article gives, and what a reader says that each of them does.
#ifndef HEARSAY_SRC_TRAIN_ACT_STORIES_H_
#define HEARSAY_SRC_TRAIN_ACT_STORIES_H_

#include <filesystem>
#include <span>
#include <vector>

#include "hearsay/result.h"
#include "train/act_corpus.h"

namespace hearsay {

// Reads every story (*.json, numbered by name) of `folder` with the stages in `models`;
// weights stay 1. Fails with not_found if there is none or a model is missing,
// invalid_input if one is no story.
Result<std::vector<MarkedAct>> read_act_stories(const std::filesystem::path& folder,
                                                const std::filesystem::path& models,
                                                std::span<const WordClassEntry> classes,
                                                std::span<const SenseEntry> senses);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_ACT_STORIES_H_
