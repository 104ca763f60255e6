// What each time expression hangs on in the tree: the words that it may date.
#ifndef HEARSAY_SRC_EVENTS_TIME_LINKS_H_
#define HEARSAY_SRC_EVENTS_TIME_LINKS_H_

#include <cstdint>
#include <vector>

#include "events/event_words.h"
#include "hearsay/document.h"

namespace hearsay {

// How far a time is from a word that it may date: the nearer, the surer.
enum class TimeDistance : std::uint8_t {
  direct,      // hangs on it: "said on Friday"
  in_speech,   // on something said that hangs on it: "said in a statement on Friday"
  in_clause,   // on a clause of saying that hangs on it: "speaking on Friday, she said"
  misattached  // on another noun that hangs on it: "told the meeting on Friday"
};

// One such word of one time.
struct TimeLink {
  std::uint32_t time = 0;
  std::uint32_t next = kNone;  // the next link of the same word, as an index into links
  TimeDistance distance = TimeDistance::direct;
};

// The tokens under a time expression, [first, last), and the word of them that hangs on
// none of the others.
struct TimeTokens {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t head = 0;
};

struct TimeLinks {
  std::vector<std::uint32_t> first;  // of each token: index into links, or kNone
  std::vector<TimeLink> links;
  std::vector<TimeTokens> tokens;           // of each time; empty ranges for those without a date
  std::vector<std::uint32_t> event;         // of each time: the verb or noun that it dates, or kNone
  std::vector<std::uint8_t> has_copula;     // of each token: "was the second this year"
  std::vector<std::uint8_t> has_auxiliary;  // of each token: "is set for"
  std::vector<std::uint32_t> subject;       // of each token: its subject, or kNone
  std::vector<std::uint32_t> clause;        // of each token: the first clause on it, or kNone
};

// Fills `out` for the times with a date. O(tokens + times); allocates only in `out`.
// Requires: doc.arcs and doc.tags have one element a token.
void link_times(const EventWords& words, const Document& doc, TimeLinks& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_EVENTS_TIME_LINKS_H_
