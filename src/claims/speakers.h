// Who speaks, and for whom: comparable across articles by name.
//
// Reads:    text, tokens, tags, arcs, entities, mentions, attributions, source_entities
// Cost:     O(tokens + mentions + attributions)
// Threads:  any number
#ifndef HEARSAY_SRC_CLAIMS_SPEAKERS_H_
#define HEARSAY_SRC_CLAIMS_SPEAKERS_H_

#include <vector>

#include "claims/statement.h"
#include "hearsay/document.h"

namespace hearsay {

// One for each attribution. The source's entity where it is known; for "he", "she", "it"
// without one, whoever spoke last; for "I" and "we" inside somebody's words, that somebody.
std::vector<Speaker> find_speakers(const Document& doc);

// How two speakers belong together.
enum class Kinship : std::uint8_t {
  unknown,  // one of them is nobody we know
  other,    // different ones, as far as their names tell
  side,     // one speaks for the other, or both for a third
  same,
};

// True when two folded names may name one: equal, or the words of one all in the other.
bool names_agree(std::string_view a, std::string_view b);

// Unnamed sources of different articles are never one, but for institutions ("police").
Kinship kinship_of(const Speaker& a, const Speaker& b, bool one_article);

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_SPEAKERS_H_
