// Where the acts are learnt from: our own marked sentences and annotated stories, and
// annotated articles labelled from afar.
#ifndef HEARSAY_SRC_TRAIN_ACT_CORPUS_H_
#define HEARSAY_SRC_TRAIN_ACT_CORPUS_H_

#include <vector>

#include "attribution/act_clues.h"
#include "hearsay/result.h"
#include "train/train_acts.h"

namespace hearsay {

// An attribution whose act is known.
struct MarkedAct {
  std::vector<ActClue> clues;
  std::uint32_t cue = 0;  // hash of the cue's main lemma
  Act act = Act::assert_;
  bool negated = false;
  float weight = 1;
  bool is_ours = true;
  std::uint32_t story = kNone;  // that it stands in
};

struct ActCorpus {
  std::vector<MarkedAct> marked;  // our sentences first, then those labelled from afar, then stories
  std::size_t ours = 0;
  std::size_t stories = 0;         // statements in them
  std::vector<SenseEntry> senses;  // those that our examples' words have, of all words
};

// Fails with not_found or io if a file is missing or cannot be read, corrupt_model or
// invalid_input if one does not hold what it should.
Result<ActCorpus> read_act_corpus(const ActTraining& training);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_ACT_CORPUS_H_
