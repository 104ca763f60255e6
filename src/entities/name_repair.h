// Names that were missed, cut short or given the wrong kind by the reading of single
// sentences, by what the whole article says of them: titles and given names make
// persons, what a name ends in and the nouns beside it make organisations, and a name is
// of one kind wherever it stands. A proper noun that nothing speaks for stays none.
//
// Reads:    text, strings, blocks, sentences, tokens, tags, arcs, names
// Writes:   `out` only
// Cost:     O(tokens + names x log of the noun list)
// Threads:  any number; one scratch each
#ifndef HEARSAY_SRC_ENTITIES_NAME_REPAIR_H_
#define HEARSAY_SRC_ENTITIES_NAME_REPAIR_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entities/name_evidence.h"
#include "hearsay/document.h"

namespace hearsay {

struct NameRepairScratch {
  std::vector<std::uint32_t> name_at;  // of each token: index into doc.names of its outer name, or kNone
  std::vector<ProperRun> runs;
  std::unordered_map<std::string_view, NameVotes> votes;  // by the words as they stand
  std::unordered_map<std::string_view, EntityKind> known;
  std::vector<bool> dropped;  // of each name
};

// `out` becomes the names of `doc`, completed, in text order. Cannot fail. Requires:
// doc.tags and doc.arcs have one element a token; `nouns` is sorted.
void repair_names(std::span<const NounEntry> nouns, const Document& doc, NameRepairScratch& scratch,
                  std::vector<Name>& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ENTITIES_NAME_REPAIR_H_
