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

RelationDetail find_detail(RelationType type, const Comparison& c, const Statement& later,
                           const Statement& earlier);

std::string explain(RelationType type, const Comparison& c, const Statement& later, const Statement& earlier);

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_EXPLAIN_H_
