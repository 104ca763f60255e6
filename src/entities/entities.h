// Entities: names of one document that belong together. Equal names of one kind
// are one entity; a surname or first name alone belongs to the person of that name
// who was named last; an acronym belongs to the organisation whose initials it has.
//
// Reads:    text, tokens, names
// Writes:   entities, mentions
// Cost:     O(names); allocates in doc and `scratch`
// Threads:  any number; one scratch each
#ifndef HEARSAY_SRC_ENTITIES_ENTITIES_H_
#define HEARSAY_SRC_ENTITIES_ENTITIES_H_

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "hearsay/document.h"

namespace hearsay {

struct EntityScratch {
  using Index = std::unordered_map<std::string, std::uint32_t>;  // name: the last entity of that name
  std::array<Index, kEntityKindCount> full;
  Index persons_by_part;
  Index by_initials;
  std::vector<std::string> words;
};

// Groups the outer names of `doc` into entities. Cannot fail.
// Requires: doc.entities and doc.mentions are empty.
void find_entities(Document& doc, EntityScratch& scratch);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ENTITIES_ENTITIES_H_
