// Entities: what the chains of mentions stand for. A chain with a name is an entity of
// that name's kind; one without is an entity if its nouns or pronouns say that it is a
// person, an organisation or a group, and, mentioned twice or more, a place or an event.
//
// Reads:    text, strings, blocks, sentences, tokens, tags, arcs, names
// Writes:   entities, mentions
// Cost:     that of find_chains(), and O(tokens); allocates in doc and `scratch`
// Threads:  one CoreferenceModel may serve any number of threads; one scratch each
#ifndef HEARSAY_SRC_ENTITIES_ENTITIES_H_
#define HEARSAY_SRC_ENTITIES_ENTITIES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "entities/coreference.h"
#include "hearsay/document.h"

namespace hearsay {

inline constexpr std::size_t kMostAliases = 64;  // of one entity; further names are mentions only
inline constexpr std::size_t kMostRoles = 16;    // likewise roles

struct EntityScratch {
  CoreferenceScratch coreference;
  std::vector<std::uint32_t> entity_of_chain;  // or kNone
  std::vector<std::uint32_t> mention_at;       // of each token: the mention that it heads, or kNone
  std::vector<std::string> words;
};

// Cannot fail. Requires: doc.entities and doc.mentions are empty, doc.tags and doc.arcs have
// one element a token.
void find_entities(const CoreferenceModel& model, Document& doc, EntityScratch& scratch);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ENTITIES_ENTITIES_H_
