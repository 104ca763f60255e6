// When things were said and when they happened. Each time expression with a date is
// followed up the tree to the words that it hangs on: a cue, then it says when that was
// said; another verb, or a noun that WordNet files under acts and events, then that is
// an event.
//
// Reads:    text, strings, sentences, tokens, tags, arcs, entities, mentions, times, attributions
// Writes:   statement_times, events
// Cost:     O(tokens); once `scratch` is warm, allocates only in doc
// Threads:  one EventWords may serve any number of threads; one scratch each
#ifndef HEARSAY_SRC_EVENTS_EVENTS_H_
#define HEARSAY_SRC_EVENTS_EVENTS_H_

#include <cstdint>
#include <vector>

#include "events/clauses.h"
#include "events/event_words.h"
#include "events/time_links.h"
#include "hearsay/document.h"

namespace hearsay {

struct EventScratch {
  // A token that is an event, and when.
  struct Found {
    std::uint32_t token = 0;
    std::uint32_t time = 0;
  };
  TimeLinks links;
  ClauseScratch clauses;
  std::vector<Found> found;
  std::vector<bool> is_statement;     // of each token: part of a cue
  std::vector<bool> dates_cue;        // of each time
  std::vector<std::uint32_t> tokens;  // the events of one sentence
};

// Cannot fail. Requires: doc.events and doc.statement_times are empty; doc.arcs and
// doc.tags have one element a token.
void find_events(const EventWords& words, Document& doc, EventScratch& scratch);

}  // namespace hearsay

#endif  // HEARSAY_SRC_EVENTS_EVENTS_H_
