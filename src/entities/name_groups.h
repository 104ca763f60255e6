// Names that belong together by their form and the title before them: equal names of one kind; a surname or
// first name alone and the person of that name who was named last; an acronym and the
// organisation whose initials it has; the beginning or end of a longer name. "Mr." and
// "Ms." tell persons of one surname apart, and what has such a title is a person.
//
// Reads:    text, tokens, names
// Writes:   scratch only
// Cost:     O(tokens + names)
// Threads:  any number; one scratch each
#ifndef HEARSAY_SRC_ENTITIES_NAME_GROUPS_H_
#define HEARSAY_SRC_ENTITIES_NAME_GROUPS_H_

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "entities/noun_knowledge.h"
#include "hearsay/document.h"

namespace hearsay {

struct NameGroupScratch {
  using Index = std::unordered_map<std::string, std::uint32_t>;  // name: the last group of that name
  std::array<Index, kEntityKindCount> full;
  Index persons_by_part;
  Index by_initials;
  Index by_edge;  // the beginnings and ends of longer names of organisations, places and events
  std::vector<std::string> words;
  std::vector<bool> is_short;                // of each group: no name of it has two words
  std::vector<Gender> titles;                // of each name: by the honorific before it
  std::vector<std::uint32_t> office_before;  // of each name: the token "President" before it, or kNone
  std::unordered_set<std::string> titled;    // names that stand after a title somewhere
};

// What is known of the names of one document.
struct NameGroups {
  std::vector<Name> names;              // in text order
  std::vector<std::uint32_t> group_of;  // of each; kNone for inner names
  std::uint32_t count = 0;              // of groups
};

// The words of a name as they stand in the text, whatever lies between them.
void split_name(std::string_view name, std::vector<std::string>& words);

// The words with one space between them.
std::string join_name(const std::vector<std::string>& words);

// Groups are numbered from 0 in text order. Kinds in out.names are corrected by
// titles. Cannot fail. Requires: `nouns` is sorted; out.names are names of `doc`.
void group_names(std::span<const NounEntry> nouns, const Document& doc, NameGroupScratch& scratch,
                 NameGroups& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ENTITIES_NAME_GROUPS_H_
