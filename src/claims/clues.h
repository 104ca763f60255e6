// Which pairs of statements of two articles can have anything in common, found by going
// once over the words of both articles, not over those of every pair: nine pairs of ten
// have nothing.
//
// Cost:     O(words of both articles + words that they share, once for each pair of statements)
// Threads:  any number
#ifndef HEARSAY_SRC_CLAIMS_CLUES_H_
#define HEARSAY_SRC_CLAIMS_CLUES_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "claims/article_claims.h"

namespace hearsay {

// Of an article of thousands of statements, so many are compared with those of others.
inline constexpr std::uint32_t kMostCompared = 400;

// Requires: everything but `clues` is there.
ArticleClues collect_clues(const ArticleClaims& claims);

// Pairs of statements that may share a word with weight, a sense, a word of what one of them points
// to, or a figure. All others share none of these.
class PossiblePairs {
 public:
  PossiblePairs(const ArticleClaims& later, const ArticleClaims& earlier);

  // By index, both below kMostCompared.
  bool holds(std::size_t later, std::size_t earlier) const { return marks_[later * width_ + earlier] != 0; }

 private:
  template <typename Accept>
  void mark(const std::vector<Clue>& later, const std::vector<Clue>& earlier, Accept accept);
  void mark_figures(const ArticleClaims& later, const ArticleClaims& earlier);

  std::size_t width_ = 0;
  std::vector<std::uint8_t> marks_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_CLUES_H_
