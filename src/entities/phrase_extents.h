// How far the noun phrase under each token reaches.
#ifndef HEARSAY_SRC_ENTITIES_PHRASE_EXTENTS_H_
#define HEARSAY_SRC_ENTITIES_PHRASE_EXTENTS_H_

#include "entities/candidate_mentions.h"

namespace hearsay {

// Fills left and right (the phrase: first and last token), core_left and core_right
// (without clauses and appositions), tree_left and tree_right (the whole subtree) of
// every token. O(tokens). Requires: doc.arcs has one element a token.
void find_extents(const Document& doc, CandidateScratch& scratch);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ENTITIES_PHRASE_EXTENTS_H_
