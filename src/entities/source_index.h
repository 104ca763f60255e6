// What the linking of sources knows of each token and entity of a document.
#ifndef HEARSAY_SRC_ENTITIES_SOURCE_INDEX_H_
#define HEARSAY_SRC_ENTITIES_SOURCE_INDEX_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/token_range.h"
#include "entities/coreference.h"
#include "hearsay/document.h"

namespace hearsay {

// What a pronoun says of its entity.
enum class Referent : std::uint8_t { unknown, man, woman, thing, several };

// By the form of a pronoun; unknown for all other words.
Referent referent_of(std::string_view form);

// "I" and its forms: 1, "we" and its forms: 2; 0: none of them.
int first_person(std::string_view form);

struct SourceIndex {
  const CoreferenceModel& model;
  Document& doc;
  std::vector<std::uint32_t> head_entity = {};  // of each token: the entity of the mention that it heads
  std::vector<std::uint32_t> name_entity = {};  // of each token: the entity of the name over it
  std::vector<std::uint32_t> quoted_in = {};    // of each token: the innermost attribution around it
  std::vector<Referent> referent = {};          // of each entity, by the pronouns and names for it

  // Fills the vectors. O(tokens + mentions + tokens in contents).
  void build();

  // The first token of the range that hangs on none of the others.
  std::uint32_t head_of(TokenRange range) const;

  std::string_view form(std::uint32_t token) const { return doc.at(doc.tokens[token].span); }
  std::string_view xpos(std::uint32_t token) const { return doc.strings[doc.tags[token].xpos]; }
  NounClass noun_of(std::uint32_t token) const;
  std::uint32_t entity_at(std::uint32_t token) const {
    return head_entity[token] != kNone ? head_entity[token] : name_entity[token];
  }
  bool is_person(std::uint32_t entity) const {
    return entity != kNone && doc.entities[entity].kind == EntityKind::person;
  }

 private:
  void index_mentions();
  void read_genders();
  void index_contents();
  Referent referent_of_name(std::string_view name) const;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_ENTITIES_SOURCE_INDEX_H_
