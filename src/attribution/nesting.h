// Nesting: attributions inside another one's content.
//
// The taggers learnt from outermost attributions only, and so pass over what stands in
// another's content. Every content is therefore read once more as a text of its own, and
// the contents found there, too.
//
// Reads:    text, strings, sentences, tokens, tags, arcs, attributions
// Writes:   attributions: adds nested ones, and the parent of every one
// Cost:     O(tokens)
#ifndef HEARSAY_SRC_ATTRIBUTION_NESTING_H_
#define HEARSAY_SRC_ATTRIBUTION_NESTING_H_

#include "attribution/attribution.h"

namespace hearsay {

// How often contents are read for what stands within them.
inline constexpr int kMaxNesting = 2;

// Cannot fail. Requires: doc.attributions holds outermost attributions in text order, and
// scratch.facts those of `doc`; they are the same afterwards. With `explain`, says why.
void find_nested(const AttributionModel& model, Document& doc, AttributionScratch& scratch,
                 bool explain = false);

// Fills the parent of each attribution whose cue and content lie within one span of
// another's content: that with the smallest such span. O(attributions).
void find_parents(Document& doc);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_NESTING_H_
