// What tells a speech act: clues in and around the cue and in the content. What the rest
// of the article tells is in act_context.h.
//
// A clue's kind is part of its hash, so any change of the order of kinds or of what is
// hashed needs new weights and a new kActVersion.
#ifndef HEARSAY_SRC_ATTRIBUTION_ACT_CLUES_H_
#define HEARSAY_SRC_ATTRIBUTION_ACT_CLUES_H_

#include <cstdint>
#include <span>
#include <vector>

#include "attribution/features.h"
#include "attribution/word_senses.h"

namespace hearsay {

// Stored in model files as part of hashes: never renumber.
enum class ClueKind : std::uint8_t {
  always,           // no clue: how common the act is
  cue_word,         // a word of the cue
  cue_phrase,       // two of its words, one beside the other
  cue_sense,        // what the cue is a way of doing, by WordNet
  cue_shape,        // its tag, class or relation
  around_cue,       // a word beside it
  auxiliary,        // "would", "not", "never": what modifies the cue's verb
  subject,          // who does it: "nobody", "I"
  object,           // what it is done to
  governor,         // the verb above: "declined" of "declined to say"
  content_word,     // a word of the content
  content_phrase,   // two, one beside the other
  content_start,    // how the content begins
  content_verb,     // its main verb, with what modifies it
  content_subject,  // its subject
  content_form,     // quoted, asked, its length, its place
  context,          // what the rest of the article tells
};

// A clue: tokens [first, last) show it; none where it is no matter of words.
struct ActClue {
  std::uint64_t feature = 0;
  ClueKind kind = ClueKind::always;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

// The tokens of one attribution.
struct ActFrame {
  Cue cue;
  std::vector<Window> content;  // in text order
};

// The tokens under the spans of `a`. O(log tokens + its spans).
void find_frame(const Document& doc, const Facts& facts, const Attribution& a, ActFrame& out);

// Fills `out`. O(words of cue and content), at most kActWords of the latter.
inline constexpr std::uint32_t kActWords = 48;
void find_act_clues(std::span<const SenseEntry> senses, const Facts& facts, const ActFrame& frame,
                    std::vector<ActClue>& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_ACT_CLUES_H_
