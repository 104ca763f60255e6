// Why an attribution has the act that it has: clues of one kind are left out, and the act
// scored again.
//
// Reads:    text, sentences, tokens, tags, arcs, attributions with their acts
// Writes:   explanations: adds what speaks for act and negation
// Cost:     O(attributions x clues)
// Threads:  one ActScratch each
#ifndef HEARSAY_SRC_ATTRIBUTION_EXPLAIN_ACTS_H_
#define HEARSAY_SRC_ATTRIBUTION_EXPLAIN_ACTS_H_

#include "attribution/acts.h"

namespace hearsay {

// Cannot fail. Requires: read_acts() was called with the same facts, and the document has
// an explanation for each attribution.
void explain_acts(const ActModel& model, const Facts& facts, Document& doc, ActScratch& scratch);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_EXPLAIN_ACTS_H_
