#include "parser/transition.h"

#include <cassert>

#include "document/unicode.h"
#include "document/utf8.h"
#include "model/feature_hash.h"

namespace hearsay {
namespace {

// Hashes of the words that are none.
constexpr std::uint64_t kRootHash = 0x726F6F74;
constexpr std::uint64_t kNullHash = 0x6E756C6C;

ParserWord special_word(std::uint64_t hash) {
  return {.word = hash, .tag = hash, .upos = hash, .word_tag = hash};
}

std::uint64_t hash_word(std::string_view form, std::string& buffer) {
  buffer.clear();
  for (std::size_t i = 0; i < form.size();) {
    const CodePoint c = decode_utf8(form, i);
    append_utf8(char_class(c.value) == CharClass::digit ? U'0' : to_lower(c.value), buffer);
    i += c.length;
  }
  return hash_bytes(buffer);
}

// Notes for the words that follow that one of this kind stands before them.
void count_kind(Upos upos, std::string_view form, ParserWord& word) {
  if (upos == Upos::VERB || upos == Upos::AUX) ++word.verbs_before;
  if (form == ",") ++word.commas_before;
  if (upos == Upos::CCONJ) ++word.conjunctions_before;
}

void add_relation(std::uint64_t& set, std::uint8_t relation) { set |= std::uint64_t{1} << (relation & 63); }

void add_left(ParserNode& head, std::uint32_t dependent, std::uint8_t relation) {
  head.left2 = head.left;
  head.left = dependent;
  if (head.left_count < 255) ++head.left_count;
  add_relation(head.left_relations, relation);
}

void add_right(ParserNode& head, std::uint32_t dependent, std::uint8_t relation) {
  head.right2 = head.right;
  head.right = dependent;
  if (head.right_count < 255) ++head.right_count;
  add_relation(head.right_relations, relation);
}

void make_arc(ParserState& state, std::uint32_t head, std::uint32_t dependent, std::uint8_t relation) {
  state.nodes[dependent].head = head;
  state.nodes[dependent].relation = relation;
  const auto add = dependent < head ? add_left : add_right;
  add(state.nodes[head], dependent, relation);
}

}  // namespace

void start_state(const Document& doc, Sentence s, std::string& buffer, ParserState& state) {
  const std::uint32_t count = s.last_token - s.first_token;
  state.words.clear();
  ParserWord word;
  for (std::uint32_t t = s.first_token; t < s.last_token; ++t) {
    const std::string_view form = doc.at(doc.tokens[t].span);
    const Tag& tag = doc.tags[t];
    word.word = hash_word(form, buffer);
    word.upos = static_cast<std::uint64_t>(tag.upos);
    word.tag = mix(word.upos, hash_bytes(doc.strings[tag.xpos]));
    word.word_tag = mix(word.word, word.tag);
    state.words.push_back(word);
    count_kind(tag.upos, form, word);
  }
  state.words.push_back(special_word(kRootHash));
  state.words.push_back(special_word(kNullHash));
  const std::uint32_t null = count + 1;
  state.nodes.assign(count + 2, {.head = null, .left = null, .left2 = null, .right = null, .right2 = null});
  state.stack.clear();
  state.next = 0;
}

unsigned legal_actions(const ParserState& state) {
  const auto bit = [](Action action) { return 1u << static_cast<unsigned>(action); };
  const bool has_next = state.next < state.root();
  unsigned legal = has_next ? bit(Action::shift) : 0;
  if (state.stack.empty()) return legal;
  if (has_next) legal |= bit(Action::right);
  return legal | (state.has_head(state.stack.back()) ? bit(Action::reduce) : bit(Action::left));
}

void take_action(ParserState& state, Action action, std::uint8_t relation) {
  assert(legal_actions(state) >> static_cast<unsigned>(action) & 1);
  switch (action) {
    case Action::shift:
      state.stack.push_back(state.next++);
      break;
    case Action::right:
      make_arc(state, state.stack.back(), state.next, relation);
      state.stack.push_back(state.next++);
      break;
    case Action::left:
      make_arc(state, state.next, state.stack.back(), relation);
      state.stack.pop_back();
      break;
    case Action::reduce:
      state.stack.pop_back();
      break;
  }
}

}  // namespace hearsay
