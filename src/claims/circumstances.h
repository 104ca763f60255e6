// Who did it, why, where, and who is what: slots of a content in which two accounts may
// differ, read off its tree.
//
//   "the militia fired the missile"      a deed, by its actor
//   "he died of a heart attack"          a cause
//   "the ship lay in the harbour"        a place
//   "Ada Holm is an engineer"            a trait
//
// Cost:     O(tokens of the content)
// Threads:  any number
#ifndef HEARSAY_SRC_CLAIMS_CIRCUMSTANCES_H_
#define HEARSAY_SRC_CLAIMS_CIRCUMSTANCES_H_

#include <cstdint>
#include <vector>

#include "claims/statement.h"
#include "hearsay/document.h"

namespace hearsay {

// Fills causes, places, deeds and traits. `content` are the tokens of the content, rising;
// requires doc.tags and doc.arcs to have one element a token.
void read_circumstances(const Document& doc, const std::vector<std::uint32_t>& content, Statement& statement);

// A phrase of each statement in one slot, which cannot both be right; null where there are none.
struct PhrasePair {
  const Phrase* later = nullptr;
  const Phrase* earlier = nullptr;
  explicit operator bool() const { return later != nullptr; }
};

struct DifferingPhrases {
  PhrasePair cause, actor, role, place;
};

// Points into the two, which must outlive it. O(phrases^2), of which there are few.
DifferingPhrases find_differing(const Statement& later, const Statement& earlier);

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_CIRCUMSTANCES_H_
