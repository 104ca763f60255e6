// What a chain without a name stands for, by its nouns and pronouns.
#ifndef HEARSAY_SRC_ENTITIES_ENTITY_KINDS_H_
#define HEARSAY_SRC_ENTITIES_ENTITY_KINDS_H_

#include <optional>

#include "entities/antecedents.h"
#include "hearsay/document.h"

namespace hearsay {

// The kind that one mention speaks for; nothing where it speaks for none.
std::optional<EntityKind> kind_of_mention(const Document& doc, const CandidateMention& m);

// True where a mention may stand for an entity alone: no part of a compound, no
// pronoun but "he" and "she", no place and no event.
bool stands_alone(const CandidateMention& m, EntityKind kind);

// How many persons a plural mention counts ("two officials": 2); 0 where it does not say.
std::uint32_t count_of_mention(const Document& doc, const CandidateMention& m);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ENTITIES_ENTITY_KINDS_H_
