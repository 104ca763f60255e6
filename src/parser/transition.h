// The arc-eager transition system (Nivre 2003) over one sentence, with the root as
// the last item of the buffer (Ballesteros & Nivre 2013).
//
// Words are numbered from 0; word_count is the root, word_count + 1 ("null") stands for any
// place where there is no word. Nodes exist for both, so nothing needs a bounds check.
#ifndef HEARSAY_SRC_PARSER_TRANSITION_H_
#define HEARSAY_SRC_PARSER_TRANSITION_H_

#include <cstdint>
#include <string>
#include <vector>

#include "hearsay/document.h"

namespace hearsay {

// Values are stored in model files: never renumber.
enum class Action : std::uint8_t {
  shift,   // push the next word
  right,   // make it a dependent of the stack's top and push it
  left,    // make the top a dependent of the next word and pop it
  reduce,  // pop the top
};
inline constexpr std::size_t kActionCount = 4;

// Relations are numbered as the model lists them.
inline constexpr std::uint8_t kNoRelation = 255;

// What the templates ask of a word, as hashes.
struct ParserWord {
  std::uint64_t word = 0;  // in lower case, digits as 0
  std::uint64_t tag = 0;   // UPOS and XPOS
  std::uint64_t upos = 0;
  std::uint64_t word_tag = 0;  // both
  // Words of a kind before this one: a difference says whether one stands between.
  std::uint16_t verbs_before = 0;
  std::uint16_t commas_before = 0;
  std::uint16_t conjunctions_before = 0;
};

// The part of the tree that is built.
struct ParserNode {
  std::uint32_t head = 0;  // null until known
  std::uint32_t left = 0;  // leftmost dependent, second leftmost
  std::uint32_t left2 = 0;
  std::uint32_t right = 0;  // rightmost, second rightmost
  std::uint32_t right2 = 0;
  std::uint8_t relation = kNoRelation;
  std::uint8_t left_count = 0;  // dependents on each side, up to 255
  std::uint8_t right_count = 0;
  std::uint64_t left_relations = 0;  // sets of their relations
  std::uint64_t right_relations = 0;
};

struct ParserState {
  std::vector<ParserWord> words;  // word_count + 2
  std::vector<ParserNode> nodes;  // word_count + 2
  std::vector<std::uint32_t> stack;
  std::uint32_t next = 0;  // first of the buffer

  std::uint32_t root() const { return static_cast<std::uint32_t>(words.size()) - 2; }
  std::uint32_t null() const { return static_cast<std::uint32_t>(words.size()) - 1; }
  bool is_finished() const { return next == root() && stack.empty(); }
  bool has_head(std::uint32_t word) const { return nodes[word].head != null(); }
};

// Begins the sentence of tokens [s.first_token, s.last_token). Requires: doc.tags.
void start_state(const Document& doc, Sentence s, std::string& buffer, ParserState& state);

// The actions that may be taken, as bits. Never 0 before the state is finished; every
// sequence of them ends after at most two a word, with a head for each word.
unsigned legal_actions(const ParserState& state);

// Takes an action. `relation` is that of the arc that `right` and `left` make.
// Requires: the action is legal.
void take_action(ParserState& state, Action action, std::uint8_t relation);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PARSER_TRANSITION_H_
