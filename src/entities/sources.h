// Which entity speaks: the one that the head of an attribution's source mentions, by
// name, description or pronoun, or that a relative pronoun refers back to; else the one
// whose name ends the source ("engineer Paula Holm"). A pronoun beside a quotation goes on
// with whoever was quoted last, if nobody else was named since. "I" inside a quotation is whoever is
// quoted. A source that is no mention of any entity becomes one without a name ("the
// report").
//
// Reads:    text, sentences, tokens, tags, arcs, entities, mentions, attributions
// Writes:   source_entities; adds entities for sources that have none, and mentions
// Cost:     O(attributions x (log tokens + tokens of the source) + quoted tokens)
// Threads:  any number
#ifndef HEARSAY_SRC_ENTITIES_SOURCES_H_
#define HEARSAY_SRC_ENTITIES_SOURCES_H_

#include "entities/coreference.h"
#include "hearsay/document.h"

namespace hearsay {

// Cannot fail. Requires: doc.source_entities is empty, doc.tags and doc.arcs have one element
// a token.
void link_sources(const CoreferenceModel& model, Document& doc);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ENTITIES_SOURCES_H_
