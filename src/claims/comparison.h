// What two statements have in common, slot by slot.
#ifndef HEARSAY_SRC_CLAIMS_COMPARISON_H_
#define HEARSAY_SRC_CLAIMS_COMPARISON_H_

#include "claims/article_claims.h"
#include "claims/circumstances.h"
#include "claims/speakers.h"
#include "claims/statement.h"

namespace hearsay {

// The rarity of a word is that in its article (WeighedStatement); names do not count.
struct WordsInCommon {
  int weight = 0;  // sum of the rarity of words that both have
  int words = 0;   // their number
  int names = 0;   // words of names that both have
  int best = 0;    // the greatest rarity, and the next one
  int second = 0;
  const ContentWord* best_word = nullptr;  // null for none
  int alike = 0;                           // sum of the rarity of other words that have a sense in common
  int alike_words = 0;                     // their number
  int opposite_words = 0;                  // words that mean the opposite of each other
};

struct Comparison {
  Kinship kinship = Kinship::unknown;
  bool one_article = false;
  bool points = false;         // the later one's content means the earlier statement
  bool names_speaker = false;  // the later one's content names the earlier one's speaker or its side
  bool is_named = false;       // the earlier one's content names the later one's speaker or its side
  bool opposed = false;        // one holds true what the other holds false
  WordsInCommon shared;
  int inherited = 0;                      // percent of what the later one points to that the earlier one has
  int inherited_by_earlier = 0;           // likewise the other way round
  const Quantity* later_count = nullptr;  // the first pair that counts one thing
  const Quantity* earlier_count = nullptr;  //   differently; null where there is none
  bool refuses_count = false;               // "not two", where the earlier one has two
  bool same_count = false;                  // some quantity is the same in both
  bool takes_figure = false;  // its "figure" was no words of its article, and the earlier one has one
  bool times_differ = false;  // both have dates, and none in common
  bool times_shared = false;  // both have one date
  DifferingPhrases differing;
  int story_names = 0;  // main names that both articles have; 16 in one article
};

// A statement and what is known of its words.
struct Compared {
  const PlacedStatement& placed;
  const WeighedStatement& weighed;
};

// What the contents have in common: words, figures, dates. Points into the two, which must
// outlive it. Some 100 nanoseconds.
Comparison compare_contents(const Compared& later, const Compared& earlier);

// All the rest: who speaks and who is named.
void compare_speakers(const Compared& later, const Compared& earlier, Comparison& found);

inline Comparison compare(const Compared& later, const Compared& earlier) {
  Comparison found = compare_contents(later, earlier);
  compare_speakers(later, earlier, found);
  return found;
}

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_COMPARISON_H_
