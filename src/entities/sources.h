// Which entity speaks: the one whose name is the head of an attribution's source, or
// stands in apposition to it ("the mayor, Ada Holm"). A pronoun or a description
// alone ("she", "the ministry's spokesman") is linked to nobody.
//
// Reads:    tokens, arcs, entities, mentions, attributions
// Writes:   source_entities
// Cost:     O(attributions x (log tokens + tokens of the source))
// Threads:  any number
#ifndef HEARSAY_SRC_ENTITIES_SOURCES_H_
#define HEARSAY_SRC_ENTITIES_SOURCES_H_

#include "hearsay/document.h"

namespace hearsay {

// Cannot fail. Requires: doc.source_entities is empty, doc.arcs has one element a
// token.
void link_sources(Document& doc);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ENTITIES_SOURCES_H_
