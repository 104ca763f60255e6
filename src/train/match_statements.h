// Which statement of an annotated story each attribution that was found is.
#ifndef HEARSAY_SRC_TRAIN_MATCH_STATEMENTS_H_
#define HEARSAY_SRC_TRAIN_MATCH_STATEMENTS_H_

#include <string>
#include <vector>

#include "format/story_gold.h"
#include "hearsay/document.h"

namespace hearsay {

// For each attribution of `doc`: the statement of `article` whose cue shares a token with it
// and whose content half of it, those with most in common first, one to one; nullptr for
// none. The pointers lead into `gold`.
std::vector<const GoldStatement*> match_statements(const Document& doc,
                                                   const std::vector<GoldStatement>& gold,
                                                   const std::string& article);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_MATCH_STATEMENTS_H_
