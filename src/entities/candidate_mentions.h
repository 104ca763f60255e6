// Candidates for mentions: every name, noun phrase and pronoun of a document, with
// what can be said of it alone. A mention is known by its head word: no two share one.
//
// Reads:    text, strings, sentences, tokens, tags, arcs, names, blocks
// Writes:   scratch only
// Cost:     O(tokens x log of the noun list)
// Threads:  any number; one scratch each
#ifndef HEARSAY_SRC_ENTITIES_CANDIDATE_MENTIONS_H_
#define HEARSAY_SRC_ENTITIES_CANDIDATE_MENTIONS_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "entities/noun_knowledge.h"
#include "hearsay/document.h"

namespace hearsay {

// How a mention is determined. Values are stored in weights: never renumber.
enum class Determination : std::uint8_t {
  name,
  definite,       // "the company"
  possessed,      // "its company"
  demonstrative,  // "this company"
  indefinite,     // "a company"
  quantified,     // "three companies", "some companies"
  bare,           // "companies"
  modifier,       // "company" in "company rules"
  number,         // "2012"
  pronoun,
};

enum class GrammaticalRole : std::uint8_t {
  subject,
  passive_subject,
  object,
  oblique,
  possessor,
  noun_modifier,
  apposition,
  conjunct,
  predicate,
  other,
};

enum class Number : std::uint8_t { unknown, singular, plural };

// One mention. Tokens are indices into Document::tokens.
struct CandidateMention {
  std::uint32_t head = 0;
  std::uint32_t first = 0, last = 0;            // the whole phrase: [first, last)
  std::uint32_t core_first = 0, core_last = 0;  // without clauses and appositions
  std::uint32_t sentence = 0;
  std::uint32_t paragraph = 0;
  std::uint32_t name = kNone;            // index into NameGroups::names
  EntityKind kind = EntityKind::person;  // of the name
  std::uint32_t honorific = kNone;       // the token "Ms." before a name
  std::uint64_t head_key = 0;            // hash of the head's lemma in lower case
  std::uint64_t phrase_key = 0;          // hash of the core's words from after the determiner
  std::uint64_t modifiers = 0;           // 64-bit set of hashed modifiers
  NounClass noun;                        // of the head
  MentionForm form = MentionForm::nominal;
  Determination determination = Determination::bare;
  GrammaticalRole role = GrammaticalRole::other;
  Number number = Number::unknown;
  Gender gender = Gender::unknown;
  std::uint8_t person = 3;  // 1, 2 or 3, of a pronoun
  std::uint8_t word = 0;    // of a pronoun: 1 + its place in the list; 0: no pronoun
  bool quoted = false;      // stands in quotation marks
  // Sum of 1 (governed by nothing) or of 2 (its governor is a root), 4 (subject of a verb
  // that reports speech) and 8 (a subject).
  std::uint8_t standing = 0;
  bool adjectival = false;  // a name used as an adjective: "Norwegian"
  bool possessive = false;  // "his", "whose"
};

struct CandidateScratch {
  std::vector<std::uint32_t> left, right;            // of the phrase under each token
  std::vector<std::uint32_t> core_left, core_right;  // of the same without clauses
  std::vector<std::uint32_t> tree_left, tree_right;  // of the subtree under each token
  std::vector<std::uint32_t> children, order;
  std::vector<std::uint32_t> determiner;  // of each token, or kNone
  std::vector<std::uint32_t> name_at;     // of each token: index of its outer name, or kNone
  std::vector<std::uint64_t> lemma_key;   // of each string, 0: not computed
  std::vector<std::uint64_t> modifiers;   // of each token
  std::vector<std::uint8_t> quantified;   // of each token: has a number or quantifier
  std::vector<std::uint8_t> quoted;       // of each token
  std::string lower;
};

// `out` becomes the mentions, ordered by head. Cannot fail. Requires: doc.tags and
// doc.arcs have one element a token; `nouns` is sorted; `names` are in text order.
void find_candidate_mentions(std::span<const NounEntry> nouns, std::span<const Name> names,
                             const Document& doc, CandidateScratch& scratch,
                             std::vector<CandidateMention>& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ENTITIES_CANDIDATE_MENTIONS_H_
