// The lemma of a cue.
#ifndef HEARSAY_SRC_ATTRIBUTION_CUE_LEMMA_H_
#define HEARSAY_SRC_ATTRIBUTION_CUE_LEMMA_H_

#include <cstddef>

#include "attribution/features.h"
#include "hearsay/document.h"

namespace hearsay {

// Index of the lemma of the cue's head in doc.strings. A fixed expression ("according to") is
// its own lemma, as a dictionary has it: it is added to the strings unless it stands there
// from number `own` on. Requires: doc.tags has one element a token.
std::uint32_t cue_lemma(const Cue& cue, std::size_t own, Document& doc);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_CUE_LEMMA_H_
