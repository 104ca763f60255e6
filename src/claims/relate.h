// How the statements of a later article relate to those of an earlier one, or of the same:
// compares slots, and asks trees that were trained on annotated stories.
//
// Precision comes first: a pair without a relation is the rule. docs/claims.md has method
// and figures.
//
// Cost:     a pair that nothing speaks for a tenth of a microsecond, others some microseconds
// Threads:  any number
#ifndef HEARSAY_SRC_CLAIMS_RELATE_H_
#define HEARSAY_SRC_CLAIMS_RELATE_H_

#include <vector>

#include "claims/article_claims.h"
#include "claims/relation.h"

namespace hearsay {

struct RelationModel;

// Indices are into later.statements and earlier.statements. Nothing for most pairs; a pure
// function of the three. Of one article, given twice, its statements among themselves.
// Requires: all statements of `earlier` come before those of another article `later`.
std::vector<LinkedPair> relate(const RelationModel& model, const ArticleClaims& later,
                               const ArticleClaims& earlier);

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_RELATE_H_
