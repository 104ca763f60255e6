// "The company" after Nordlinje: descriptions of businesses that coreference tied to nothing
// go to the last organisation that they may describe.
#ifndef HEARSAY_SRC_ENTITIES_BARE_DESCRIPTIONS_H_
#define HEARSAY_SRC_ENTITIES_BARE_DESCRIPTIONS_H_

#include <cstdint>
#include <span>

#include "entities/antecedents.h"
#include "hearsay/document.h"

namespace hearsay {

// Rewrites state.chain_of: a chain without a name whose first mention is "the" and a noun for
// a business joins the chain of the last named organisation before it that is not called by
// another such noun. "The ferry company" and "the watchdog" do so only where one alone is
// named nearby. O(mentions x some tens). Requires: the walk over state.mentions is over.
void tie_bare_descriptions(std::span<const NounEntry> nouns, const Document& doc, ChainState& state);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ENTITIES_BARE_DESCRIPTIONS_H_
