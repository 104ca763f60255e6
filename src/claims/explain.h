// What a relation is about, and why it was given, in words that a reader can check.
//
// Cost:     O(slots)
// Threads:  any number
#ifndef HEARSAY_SRC_CLAIMS_EXPLAIN_H_
#define HEARSAY_SRC_CLAIMS_EXPLAIN_H_

#include <string>

#include "claims/comparison.h"
#include "claims/relation.h"

namespace hearsay {

// What a disagreement is about: the slot in which figures, phrases or dates differ, else whether
// something was done; none for what agrees.
RelationDetail find_detail(RelationType type, const Comparison& c);

// With both phrases, where the two have one each for the detail.
std::string explain(RelationType type, RelationDetail detail, const Comparison& c, const Statement& later,
                    const Statement& earlier);

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_EXPLAIN_H_
