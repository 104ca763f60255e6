// Coreference as a walk over the mentions in text order: each joins the chain of an
// antecedent or begins a chain of its own. This is the state of that walk: chains so
// far, and which earlier mentions come into question for the next one.
#ifndef HEARSAY_SRC_ENTITIES_ANTECEDENTS_H_
#define HEARSAY_SRC_ENTITIES_ANTECEDENTS_H_

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <vector>

#include "entities/candidate_mentions.h"
#include "entities/name_groups.h"
#include "hearsay/document.h"

namespace hearsay {

inline constexpr std::uint32_t kMostAntecedents = 40;  // candidates for one mention

// Mentions of one thing, and what they say of it together.
struct Chain {
  std::uint32_t name_group = kNone;  // of its names
  std::uint32_t last_mention = 0;
  std::uint32_t size = 0;
  Gender gender = Gender::unknown;
  Number number = Number::unknown;
  std::uint8_t kind = kEntityKindCount;  // of its names; kEntityKindCount: none
  NounClass noun;                        // of its first nominal
  std::uint64_t modifiers = 0;
};

// What the walk keeps from one document to the next.
struct ChainState {
  std::vector<CandidateMention> mentions;
  NameGroups names;
  std::vector<std::uint32_t> chain_of;  // of each mention that was passed
  std::vector<Chain> chains;
  std::vector<std::uint32_t> chain_of_group;
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> last_of_word;    // last mention with this word
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> last_of_phrase;  // last one with these words
  std::vector<std::uint32_t> antecedents;  // of the mention under way, last first
};

// Starts over. Requires: state.mentions and state.names are those of one document.
void begin_chains(ChainState& state);

// state.antecedents becomes the mentions that `m` may refer back to, at most
// kMostAntecedents. Empty for a name that was named before: it joins its group.
void gather_antecedents(const Document& doc, std::uint32_t m, ChainState& state);

// `m` joins the chain of `antecedent`, or for kNone the one of its name, or begins one.
void join_chain(const Document& doc, std::uint32_t m, std::uint32_t antecedent, ChainState& state);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ENTITIES_ANTECEDENTS_H_
