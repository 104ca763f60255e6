// Whom a pronoun stands for that is a source.
#ifndef HEARSAY_SRC_ENTITIES_SOURCE_PRONOUNS_H_
#define HEARSAY_SRC_ENTITIES_SOURCE_PRONOUNS_H_

#include "entities/source_index.h"

namespace hearsay {

// The entity of the pronoun at `head`, the source of attribution `i`, where coreference
// says `entity` or kNone. What coreference says holds unless it cannot be meant, or is
// nameless; then it is the subject of what was said before, or who spoke last. `entity`
// as it is for what is no pronoun of the third person. Requires: doc.source_entities has
// those of the attributions before `i`. O(1): some hundred tokens are looked at.
std::uint32_t resolve_pronoun(const SourceIndex& index, std::uint32_t i, std::uint32_t head,
                              std::uint32_t entity);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ENTITIES_SOURCE_PRONOUNS_H_
