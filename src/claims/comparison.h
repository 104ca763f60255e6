// What two statements have in common, slot by slot.
#ifndef HEARSAY_SRC_CLAIMS_COMPARISON_H_
#define HEARSAY_SRC_CLAIMS_COMPARISON_H_

#include "claims/speakers.h"
#include "claims/statement.h"

namespace hearsay {

struct Comparison {
  Kinship kinship = Kinship::unknown;
  bool one_article = false;
  bool points = false;         // the later one's content means the earlier statement
  bool names_speaker = false;  // the later one's content names the earlier one's speaker
  bool opposed = false;        // one holds true what the other holds false
  int earlier_weight = 0;      // of all words of the earlier one
  int shared = 0;              // weight of the words that both have
  int shared_words = 0;        // their number; those of little weight left out, and all names one
  int cover = 0;               // shared weight in percent of the lighter content's
  int inherited = 0;           // weight of the earlier one's words that the later one points to, in percent
  const Quantity* later_count = nullptr;    // the first pair that counts one thing
  const Quantity* earlier_count = nullptr;  //   differently; null where there is none
  bool refuses_count = false;               // "not two", where the earlier one has two
  bool takes_figure = false;          // its "figure" was no words of its article, and the earlier one has one
  bool same_story = false;            // one article, or the articles' main names agree
  int inherited_weight = 0;           // what `inherited` is a share of
  bool same_count = false;            // some quantity is the same in both
  bool times_differ = false;          // both have dates, and none in common
  const ContentWord* best = nullptr;  // the weightiest word they share; null for none
};

// Points into the two, which must outlive it. O(slots).
Comparison compare(const PlacedStatement& later, const PlacedStatement& earlier);

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_COMPARISON_H_
