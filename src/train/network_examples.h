// What the network is trained on, as a file: what it reads of each token and beside
// each cue, and what it should answer. Fitted by tools/train_roles.py.
#ifndef HEARSAY_SRC_TRAIN_NETWORK_EXAMPLES_H_
#define HEARSAY_SRC_TRAIN_NETWORK_EXAMPLES_H_

#include <filesystem>
#include <vector>

#include "attribution/cues.h"
#include "hearsay/result.h"
#include "train/attribution_corpus.h"

namespace hearsay {

// What a tagger that never saw the article makes of it.
struct CueGuess {
  CueScores linear;
  Guess guess;
};

// Writes a file of sections (docs/model-format.md), kind "examples":
//   articles, paragraphs, stretches   first tokens of each, and the token count at the end
//   token.keys     [token][kTokenKeys]
//   token.scores   [token][3], by the linear cue tagger
//   token.cue      label of the cue tagger
//   token.role     0, or B and I of a source (1, 2), a cue (3, 4) or content (5, 6), of any gold attribution
//   cues           [cue][7]: first, last, head; first and last of the window; where its tokens begin in
//                  the sections below; 0 gold, 1 guessed and overlapping a gold one, 2 guessed and wrong
//   role.keys      [token of a window][kRoleKeys]
//   role.labels    one a token of a window; 0 for a wrong cue
// Fails with io if the file cannot be written.
Result<Success> write_network_examples(const std::vector<AnnotatedArticle>& articles,
                                       const std::vector<CueGuess>& guesses,
                                       const std::filesystem::path& path);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_NETWORK_EXAMPLES_H_
