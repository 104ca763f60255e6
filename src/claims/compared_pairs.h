// The pairs of statements of two articles, or of one, that may have to do with each
// other, compared and ranked among each other.
//
// Cost:     next to nothing for a pair that has no word in common (clues.h), one or two
//           microseconds for the others
// Threads:  any number
#ifndef HEARSAY_SRC_CLAIMS_COMPARED_PAIRS_H_
#define HEARSAY_SRC_CLAIMS_COMPARED_PAIRS_H_

#include <cstdint>
#include <vector>

#include "claims/article_claims.h"
#include "claims/comparison.h"
#include "claims/pair_features.h"

namespace hearsay {

struct ComparedPair {
  std::uint32_t later = 0;    // index into the statements of the later article
  std::uint32_t earlier = 0;  // likewise
  Comparison comparison;      // points into both articles
  PairFeatures features{};
};

// Of two articles: requires that all statements of `earlier` come before those of `later`. Of
// one article, given twice: the earlier statement of each pair comes before the later one.
// In the order of `later`, then of `earlier`.
std::vector<ComparedPair> compare_articles(const ArticleClaims& later, const ArticleClaims& earlier);

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_COMPARED_PAIRS_H_
