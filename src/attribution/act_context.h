// What the rest of an article tells of an act: who else speaks of whom, what was said
// before by this source and by others, and whether that is said again or not.
//
// Cost: O(tokens + attributions x (kActNear + words of the content)).
#ifndef HEARSAY_SRC_ATTRIBUTION_ACT_CONTEXT_H_
#define HEARSAY_SRC_ATTRIBUTION_ACT_CONTEXT_H_

#include <cstdint>
#include <vector>

#include "attribution/act_clues.h"
#include "attribution/facts.h"
#include "attribution/features.h"
#include "hearsay/document.h"

namespace hearsay {

// How many attributions before and after are looked at.
inline constexpr std::uint32_t kActNear = 64;

// One attribution, as the others see it. Windows lead into ActScene::values.
struct ActPart {
  std::uint32_t cue = 0;         // lemma of its main word
  std::uint32_t sentence = 0;    // that the cue stands in
  std::uint32_t entity = kNone;  // who speaks
  Window words;                  // lemmas of what the content speaks of, sorted
  Window figures;                // its numbers, sorted
  Window named;                  // entities that it mentions, sorted
  bool negated = false;          // it holds a "not", "never" or the like
};

struct ActScene {
  std::vector<ActPart> parts;            // one an attribution
  std::vector<std::uint32_t> entity_of;  // one a token: the entity of the innermost mention over it
  std::vector<std::uint32_t> values;     // that the parts' windows lead to
  ActFrame frame;
};

// Requires: `facts` are those of `doc`, and source_entities has an element for each attribution.
void collect_scene(const Document& doc, const Facts& facts, ActScene& out);

// Appends to `out` the clues of attribution `number`, whose tokens are in `frame`.
void find_context_clues(const Document& doc, const Facts& facts, const ActScene& scene, const ActFrame& frame,
                        std::uint32_t number, std::vector<ActClue>& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_ACT_CONTEXT_H_
