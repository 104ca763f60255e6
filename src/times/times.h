// Time expressions: what TIMEX3 calls dates, times, durations and sets, with their
// values. Rules in a file per language say what they look like (rules.h); dates
// are anchored on the publication date and on the date in focus, and left open
// (XXXX) where there is neither.
//
// Reads:    text, sentences, tokens, tags and arcs (for tense), metadata.published
// Writes:   times
// Cost:     O(tokens); once `scratch` is warm, allocates only in doc
// Threads:  one TimeRules may serve any number of threads; one scratch each
#ifndef HEARSAY_SRC_TIMES_TIMES_H_
#define HEARSAY_SRC_TIMES_TIMES_H_

#include "hearsay/document.h"
#include "times/match.h"
#include "times/rules_file.h"

namespace hearsay {

struct TimesScratch {
  MatchScratch match;
};

// Cannot fail. Requires: tokens are set, doc.times is empty.
void find_times(const TimeRules& rules, Document& doc, TimesScratch& scratch);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TIMES_TIMES_H_
