// Who is meant by the words of a source, where they are no pronoun.
#ifndef HEARSAY_SRC_ENTITIES_SOURCE_PHRASES_H_
#define HEARSAY_SRC_ENTITIES_SOURCE_PHRASES_H_

#include "entities/source_index.h"

namespace hearsay {

// The entity that the tokens of a source name or describe, or kNone: "the mayor, Ada
// Holm", "figures published by Nordlinje", "City engineer Paula Holm". O(tokens of it).
// Requires: the range is not empty.
std::uint32_t speaker_in(const SourceIndex& index, TokenRange range);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ENTITIES_SOURCE_PHRASES_H_
