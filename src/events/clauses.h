// What is said of an event, read off the tree: its clause and who takes part.
#ifndef HEARSAY_SRC_EVENTS_CLAUSES_H_
#define HEARSAY_SRC_EVENTS_CLAUSES_H_

#include <cstdint>
#include <vector>

#include "hearsay/document.h"

namespace hearsay {

// Of the tokens of one sentence, from its first.
struct ClauseScratch {
  std::vector<std::uint32_t> begin;    // first token of the subtree, without side clauses
  std::vector<std::uint32_t> last;     // and its last
  std::vector<std::uint32_t> subject;  // token, or kNone
  std::vector<std::uint32_t> waiting;  // children not yet read
  std::vector<std::uint32_t> ready;
  std::vector<std::uint32_t> event;  // index of the event that the token is, or takes part in; or kNone
};

// Fills clause, entity and participants of the events of one sentence: doc.events from
// `first` on, one for each of `tokens`, the words that name them. O(tokens of the sentence).
void read_clauses(Sentence sentence, const std::vector<std::uint32_t>& tokens, std::uint32_t first,
                  Document& doc, ClauseScratch& scratch);

}  // namespace hearsay

#endif  // HEARSAY_SRC_EVENTS_CLAUSES_H_
