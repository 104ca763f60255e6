#include "parser/parse_features.h"

#include <algorithm>
#include <cassert>

#include "model/feature_hash.h"

namespace hearsay {
namespace {

// Writes features one after the other, numbering their templates. The list's length
// is a constant, so a template too many is caught by the first call in a debug
// build and a template too few by the assert at the end.
template <std::size_t kSize>
struct FeatureWriter {
  std::array<std::uint64_t, kSize>& out;
  std::uint32_t base = 0;
  std::uint32_t count = 0;

  template <typename... Values>
  void operator()(Values... values) {
    assert(count < kSize);
    out[count] = feature(base + count, values...);
    ++count;
  }
  ~FeatureWriter() { assert(count == kSize); }
};

// Distances that matter: 1 to 4, then in classes.
std::uint64_t distance_class(std::uint32_t from, std::uint32_t to) {
  const std::uint32_t distance = to - from;
  if (distance <= 4) return distance;
  return distance <= 6 ? 5 : distance <= 10 ? 6 : 7;
}

// Whether a verb, a comma or a conjunction stands between two words (the first
// one included), as bits.
std::uint64_t between(const ParserWord& from, const ParserWord& to) {
  return (to.verbs_before != from.verbs_before ? 1u : 0u) +
         (to.commas_before != from.commas_before ? 2u : 0u) +
         (to.conjunctions_before != from.conjunctions_before ? 4u : 0u);
}

// What the templates of actions look at: the three topmost words of the stack (s),
// the next four of the buffer (n), and around the first of each its head (h) and its
// outermost dependents (l, r).
struct Around {
  const ParserWord &s0, &s1, &s2, &n0, &n1, &n2, &n3;
  const ParserWord &s0h, &s0h2, &s0l, &s0l2, &s0r, &s0r2, &n0l, &n0l2;
  const ParserWord &before_s0, &after_s0, &before_n0;
  const ParserNode &s0_node, &n0_node;
  std::uint64_t distance, gap;
};

Around look_around(const ParserState& state) {
  const std::uint32_t null = state.null();
  const auto word = [&](std::uint32_t i) -> const ParserWord& { return state.words[i]; };
  const auto from_top = [&](std::size_t i) -> std::uint32_t {
    return i < state.stack.size() ? state.stack[state.stack.size() - 1 - i] : null;
  };
  const auto ahead = [&](std::uint32_t i) -> const ParserWord& {
    return word(state.next + i <= state.root() ? state.next + i : null);
  };
  const std::uint32_t s0 = from_top(0);
  const std::uint32_t n0 = state.next;
  const ParserNode& s = state.nodes[s0];
  const ParserNode& n = state.nodes[n0];
  return {
      .s0 = word(s0),
      .s1 = word(from_top(1)),
      .s2 = word(from_top(2)),
      .n0 = word(n0),
      .n1 = ahead(1),
      .n2 = ahead(2),
      .n3 = ahead(3),
      .s0h = word(s.head),
      .s0h2 = word(state.nodes[s.head].head),
      .s0l = word(s.left),
      .s0l2 = word(s.left2),
      .s0r = word(s.right),
      .s0r2 = word(s.right2),
      .n0l = word(n.left),
      .n0l2 = word(n.left2),
      .before_s0 = word(s0 > 0 ? s0 - 1 : null),
      .after_s0 = word(s0 + 1),
      .before_n0 = word(n0 - 1),
      .s0_node = s,
      .n0_node = n,
      .distance = n0 == state.root() ? 0 : distance_class(s0, n0),
      .gap = between(word(s0), word(n0)),
  };
}

using ActionWriter = FeatureWriter<kActionTemplates>;

// The words themselves and their neighbours.
void add_words(const Around& a, ActionWriter& add) {
  for (const ParserWord* w : {&a.s0, &a.n0, &a.n1, &a.n2}) add(w->word_tag), add(w->word), add(w->tag);
  add(a.s0.word_tag, a.n0.word_tag), add(a.s0.word_tag, a.n0.word), add(a.s0.word, a.n0.word_tag);
  add(a.s0.word_tag, a.n0.tag), add(a.s0.tag, a.n0.word_tag), add(a.s0.word, a.n0.word);
  add(a.s0.tag, a.n0.tag), add(a.n0.tag, a.n1.tag);
  add(a.n0.tag, a.n1.tag, a.n2.tag), add(a.s0.tag, a.n0.tag, a.n1.tag);
  add(a.s0.upos, a.n0.upos, a.n1.upos, a.n2.upos), add(a.n0.tag, a.n1.tag, a.n2.tag, a.n3.tag);
  add(a.s0.tag, a.after_s0.tag, a.n0.tag), add(a.before_s0.tag, a.s0.tag, a.n0.tag);
  add(a.s0.tag, a.before_n0.tag, a.n0.tag), add(a.before_s0.tag, a.s0.tag, a.before_n0.tag, a.n0.tag);
  add(a.s0.word, a.n0.tag, a.n1.tag), add(a.s0.tag, a.n0.word, a.n1.tag), add(a.s0.tag, a.n0.tag, a.n1.word);
  add(a.n0.word, a.n1.word), add(a.s0.word, a.n1.word);
}

void add_distances(const Around& a, ActionWriter& add) {
  add(a.s0.word, a.distance), add(a.s0.tag, a.distance), add(a.n0.word, a.distance);
  add(a.n0.tag, a.distance), add(a.s0.word, a.n0.word, a.distance), add(a.s0.tag, a.n0.tag, a.distance);
  add(a.s0.upos, a.n0.upos, a.distance, a.gap), add(a.s0.tag, a.n0.tag, a.gap),
      add(a.s0.word, a.n0.tag, a.gap);
}

// The tree around the top of the stack and the next word.
void add_relatives(const Around& a, ActionWriter& add) {
  for (const ParserWord* w : {&a.s0h, &a.s0l, &a.s0r, &a.n0l, &a.s0h2, &a.s0l2, &a.s0r2, &a.n0l2}) {
    add(w->word), add(w->tag);
  }
  add(a.s0h.tag, a.s0.tag, a.n0.tag), add(a.s0.tag, a.s0l.tag, a.n0.tag);
  add(a.s0.tag, a.s0r.tag, a.n0.tag), add(a.s0.tag, a.n0.tag, a.n0l.tag);
  add(a.s0.tag, a.s0l.tag, a.s0l2.tag), add(a.s0.tag, a.s0r.tag, a.s0r2.tag);
  add(a.s0.tag, a.s0h.tag, a.s0h2.tag), add(a.n0.tag, a.n0l.tag, a.n0l2.tag);
  add(a.s0h.word, a.n0.tag, a.s0.tag), add(a.s0h.tag, a.n0.word, a.s0.tag);
}

// Relations and numbers of dependents.
void add_relations(const ParserState& state, const Around& a, ActionWriter& add) {
  const ParserNode& s = a.s0_node;
  const ParserNode& n = a.n0_node;
  const auto relation = [&](std::uint32_t i) { return state.nodes[i].relation; };
  add(s.relation), add(relation(s.left)), add(relation(s.right)), add(relation(n.left));
  add(relation(s.head)), add(relation(s.left2)), add(relation(s.right2)), add(relation(n.left2));
  add(a.s0.word, s.right_count), add(a.s0.tag, s.right_count), add(a.s0.word, s.left_count);
  add(a.s0.tag, s.left_count), add(a.n0.word, n.left_count), add(a.n0.tag, n.left_count);
  add(a.s0.word, s.right_relations), add(a.s0.tag, s.right_relations);
  add(a.s0.word, s.left_relations), add(a.s0.tag, s.left_relations);
  add(a.n0.word, n.left_relations), add(a.n0.tag, n.left_relations);
  add(s.relation, a.s0.tag, a.n0.tag), add(s.relation, a.s0.word, a.n0.tag);
  add(a.s0.tag, a.n0.tag, s.right_relations), add(a.s0.tag, a.n0.tag, n.left_relations);
}

void add_deeper_stack(const Around& a, ActionWriter& add) {
  add(a.s1.word), add(a.s1.tag), add(a.s1.word_tag, a.n0.tag), add(a.s1.tag, a.n0.word_tag);
  add(a.s1.tag, a.s0.tag, a.n0.tag), add(a.s1.tag, a.n0.tag), add(a.s2.tag, a.s1.tag, a.s0.tag, a.n0.tag);
  add(a.s1.tag, a.s0.word, a.n0.tag), add(a.s1.upos, a.s0.upos, a.n0.upos, a.n1.upos);
}

// What the templates of relations look at: the arc's head (h) and dependent (d), and
// around each the words beside it, its own head and its outermost dependents.
struct ArcAround {
  const ParserWord &h, &d, &dl, &dl2, &dr, &hl, &hr, &hh;
  const ParserWord &before_d, &after_d, &after_d2, &before_h, &after_h;
  const ParserNode &h_node, &d_node;
  std::uint64_t side, distance, gap;
};

ArcAround look_around_arc(const ParserState& state, std::uint32_t head, std::uint32_t dependent) {
  const std::uint32_t null = state.null();
  const auto word = [&](std::uint32_t i) -> const ParserWord& { return state.words[i]; };
  const ParserNode& h = state.nodes[head];
  const ParserNode& d = state.nodes[dependent];
  const std::uint32_t first = std::min(head, dependent);
  const std::uint32_t last = std::max(head, dependent);
  const std::uint64_t side = dependent < head;
  return {
      .h = word(head),
      .d = word(dependent),
      .dl = word(d.left),
      .dl2 = word(d.left2),
      .dr = word(d.right),
      .hl = word(h.left),
      .hr = word(h.right),
      .hh = word(h.head),
      .before_d = word(dependent > 0 ? dependent - 1 : null),
      .after_d = word(dependent + 1),
      .after_d2 = word(dependent + 2 < state.root() ? dependent + 2 : null),
      .before_h = word(head > 0 ? head - 1 : null),
      .after_h = word(head < state.root() ? head + 1 : null),
      .h_node = h,
      .d_node = d,
      .side = side,
      .distance = 2 * distance_class(first, last) + side,
      .gap = between(word(first), word(last)),
  };
}

using RelationWriter = FeatureWriter<kRelationTemplates>;

void add_arc(const ArcAround& a, RelationWriter& add) {
  add(a.h.word, a.side), add(a.h.tag, a.side), add(a.h.word_tag, a.side);
  add(a.d.word, a.side), add(a.d.tag, a.side), add(a.d.word_tag, a.side);
  add(a.h.tag, a.d.tag, a.side), add(a.h.word, a.d.tag, a.side);
  add(a.h.tag, a.d.word, a.side), add(a.h.word, a.d.word, a.side);
  add(a.h.tag, a.d.tag, a.distance), add(a.h.upos, a.d.upos, a.distance, a.gap);
  add(a.d.word, a.distance), add(a.h.word, a.distance);
}

void add_arc_neighbours(const ArcAround& a, RelationWriter& add) {
  add(a.before_d.word, a.d.tag, a.side), add(a.before_d.tag, a.d.tag, a.h.tag);
  add(a.after_d.word, a.d.tag, a.side), add(a.after_d.tag, a.d.tag, a.h.tag);
  add(a.before_h.tag, a.h.tag, a.d.tag, a.side), add(a.after_h.tag, a.h.tag, a.d.tag, a.side);
  add(a.before_d.tag, a.d.tag, a.after_d.tag, a.side), add(a.after_d.tag, a.after_d2.tag, a.d.tag, a.side);
}

void add_arc_relatives(const ArcAround& a, RelationWriter& add) {
  add(a.dl.word, a.d.tag, a.side), add(a.dl.tag, a.d.tag, a.h.tag), add(a.dl.word, a.h.word, a.side);
  add(a.dl.word, a.h.tag, a.d.word), add(a.dr.tag, a.d.tag, a.h.tag), add(a.dl2.word, a.d.tag, a.h.tag);
  add(a.dl.tag, a.dl2.tag, a.d.tag, a.side), add(a.dl.word, a.d.word, a.side);
  add(a.hl.tag, a.h.tag, a.d.tag, a.side), add(a.hr.tag, a.h.tag, a.d.tag, a.side);
  add(a.hr.word, a.h.word, a.d.tag), add(a.hh.tag, a.h.tag, a.d.tag, a.side);
}

void add_arc_relations(const ArcAround& a, RelationWriter& add) {
  const ParserNode& h = a.h_node;
  const ParserNode& d = a.d_node;
  add(d.left_relations, a.d.tag, a.side), add(d.left_relations, a.d.tag, a.h.tag);
  add(d.right_relations, a.d.tag, a.side), add(h.left_relations, a.h.tag, a.d.tag, a.side);
  add(h.right_relations, a.h.tag, a.d.tag, a.side), add(h.left_relations, a.h.word, a.d.tag, a.side);
  add(h.right_relations, a.h.word, a.d.tag, a.side), add(h.relation, a.h.tag, a.d.tag);
  add(h.relation, a.h.word, a.d.word), add(h.left_count, h.right_count, a.h.tag, a.d.tag, a.side);
}

}  // namespace

void action_features(const ParserState& state, ActionFeatureList& out) {
  const Around around = look_around(state);
  ActionWriter add{out, 200};
  add_words(around, add);
  add_distances(around, add);
  add_relatives(around, add);
  add_relations(state, around, add);
  add_deeper_stack(around, add);
}

void relation_features(const ParserState& state, std::uint32_t head, std::uint32_t dependent,
                       RelationFeatureList& out) {
  const ArcAround around = look_around_arc(state, head, dependent);
  RelationWriter add{out, 400};
  add_arc(around, add);
  add_arc_neighbours(around, add);
  add_arc_relatives(around, add);
  add_arc_relations(around, add);
}

}  // namespace hearsay
