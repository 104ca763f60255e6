// Roles and memberships: what titles, appositions and copulas say of an entity, and
// whom possessives and "of", "for", "at" tie it to.
#ifndef HEARSAY_SRC_ENTITIES_ROLES_H_
#define HEARSAY_SRC_ENTITIES_ROLES_H_

#include "entities/entities.h"

namespace hearsay {

// Fills roles and member_of of doc.entities. O(tokens). Requires: scratch holds the
// chains of `doc`, which entity each is, and mention_at.
void find_roles(std::span<const NounEntry> nouns, Document& doc, const EntityScratch& scratch);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ENTITIES_ROLES_H_
