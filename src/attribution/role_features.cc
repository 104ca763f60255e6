#include <algorithm>
#include <array>
#include <cassert>

#include "attribution/features.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kFirstRoleFeature = 2000;
constexpr std::uint32_t kFirstRoleGuess = 2500;

// How far the tree is climbed. Real trees are seldom deeper; a hostile one must not
// cost its depth for every token.
constexpr std::uint32_t kMaxClimb = 32;
constexpr std::uint32_t kMaxUp = 10;

// Paths to tokens that the tree does not connect to the cue.
constexpr std::uint32_t kFarPath = 7;
constexpr std::uint32_t kCuePath = 8;

const TokenFacts kOutside = [] {
  TokenFacts t;
  t.word = t.lemma = t.xpos = 1;
  return t;
}();
const TokenFacts kMissing = {};
const RoleFacts kUnrelated = {};

std::uint32_t hash32(std::uint64_t h) { return static_cast<std::uint32_t>(h >> 32); }

std::uint32_t relation_of(const TokenFacts& t) {
  return static_cast<std::uint32_t>(t.deprel) * 16 + static_cast<std::uint32_t>(t.subtype);
}

// The line from the cue's head to its root: steps up, or -1 when not on it.
struct Spine {
  std::array<std::uint32_t, kMaxUp> tokens{};
  std::uint32_t size = 0;

  int find(std::uint32_t token) const {
    const auto* end = tokens.begin() + size;
    const auto* found = std::find(tokens.begin(), end, token);
    return found == end ? -1 : static_cast<int>(found - tokens.begin());
  }
};

Spine spine_of(const Facts& facts, std::uint32_t head) {
  Spine spine;
  for (std::uint32_t at = head; at != kNone && spine.size < kMaxUp; at = facts.tokens[at].head) {
    spine.tokens[spine.size++] = at;
  }
  return spine;
}

// Finds the way from the spine down to token i.
void find_path(const Facts& facts, const Spine& spine, std::uint32_t i, RoleFacts& out) {
  std::uint32_t branch = i;
  std::uint32_t down = 0;
  int up = spine.find(i);
  if (up >= 0) {
    out.path = hash32(feature(1, up));
    out.branch = out.path;
    out.branch_token = i;
    return;
  }
  while (down < kMaxClimb) {
    const std::uint32_t head = facts.tokens[branch].head;
    ++down;
    if (head == kNone) break;
    up = spine.find(head);
    if (up >= 0) break;
    branch = head;
  }
  if (up < 0) {
    out.path = out.branch = kFarPath;
    return;
  }
  const std::uint32_t relation = relation_of(facts.tokens[branch]);
  const std::uint32_t last = down <= 2 ? relation_of(facts.tokens[i]) : 0;
  out.branch = hash32(feature(2, up, relation, branch < spine.tokens[0]));
  out.branch_token = branch;
  out.path = hash32(feature(3, up, relation, branch < spine.tokens[0], std::min(down, 3u), last));
}

// Counts stop at three.
std::uint8_t next_up(std::uint8_t n) { return static_cast<std::uint8_t>(n + (n < 3)); }

struct Crossing {
  std::uint8_t marks = 0;
  std::uint8_t cues = 0;
  std::uint8_t commas = 0;
};

void cross(const Facts& facts, const std::vector<std::uint32_t>& cue_at, std::uint32_t i, bool starts_cue,
           Crossing& c) {
  const QuoteState state = facts.quotes[i].state;
  if (state == QuoteState::open || state == QuoteState::close) {
    c.marks = next_up(c.marks);
  }
  if (facts.tokens[i].is_comma) c.commas = next_up(c.commas);
  if (cue_at[i] != kNone && starts_cue) c.cues = next_up(c.cues);
}

// What lies between the cue and a token is what was crossed so far, without the
// token itself.
void relate(std::uint32_t distance, const Crossing& c, RoleFacts& out) {
  out.distance = static_cast<std::uint16_t>(distance);
  out.marks = c.marks;
  out.cues = c.cues;
  out.commas = c.commas;
}

struct RoleView {
  const Facts& facts;
  const Guess* guess;
  const Cue& cue;
  Window window;
  std::uint32_t own;
  const std::vector<RoleFacts>& related;
  std::uint32_t i;

  bool has(std::int64_t d) const {
    const std::int64_t k = i + d;
    return k >= window.first && k < window.last;
  }
  const TokenFacts& at(std::int64_t d) const {
    return has(d) ? facts.tokens[static_cast<std::size_t>(i + d)] : kOutside;
  }
  const RoleFacts& role(std::int64_t d) const {
    return has(d) ? related[static_cast<std::size_t>(i + d - window.first)] : kUnrelated;
  }
  std::uint32_t state(std::int64_t d) const {
    return has(d) ? static_cast<std::uint32_t>(facts.quotes[static_cast<std::size_t>(i + d)].state) : 9u;
  }
  std::uint32_t side() const { return i < cue.first ? 0u : i < cue.last ? 1u : 2u; }
  const TokenFacts& relative(std::uint32_t index) const {
    return index == kNone ? kMissing : facts.tokens[index];
  }
  // Sentences from the cue's, -3 to 3, as 0 to 6.
  std::uint32_t sentence_step(const TokenFacts& t) const {
    const auto d = static_cast<std::int64_t>(t.sentence) - facts.tokens[cue.first].sentence;
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(d, -3, 3) + 3);
  }
  // First-pass role of a neighbour with this very cue; 9 where there is none.
  std::uint32_t own_label(std::int64_t d) const {
    if (own == kNone) return 9;
    const GuessedCue& g = guess->cues[own];
    const std::int64_t k = i + d;
    if (k < g.window.first || k >= g.window.last) return 8;
    return guess->labels[g.labels_begin + static_cast<std::size_t>(k - g.window.first)];
  }
};

void emit_word(const RoleView& v, Emitter& emit) {
  const TokenFacts& t = v.at(0);
  const std::uint32_t side = v.side();
  emit(0);
  emit(t.word);
  emit(t.lemma, side);
  emit(t.xpos, side);
  emit(t.shape);
  emit(t.suffix3);
  for (const int d : {-2, -1, 1, 2}) {
    emit(v.at(d).lemma);
    emit(v.at(d).xpos, t.xpos);
  }
  emit(v.at(-1).word, t.word);
  emit(t.word, v.at(1).word);
  emit(v.at(-1).xpos, t.xpos, v.at(1).xpos);
  emit(v.at(-2).xpos, v.at(-1).xpos, t.xpos);
  emit(t.xpos, v.at(1).xpos, v.at(2).xpos);
  emit(relation_of(t), t.upos);
  emit(v.relative(t.head).lemma, relation_of(t));
  emit(t.word_class.noun, t.upos, side);
  emit(t.word_class.verb, t.upos, side);
}

void emit_place(const RoleView& v, Emitter& emit) {
  const TokenFacts& t = v.at(0);
  const TokenFacts& c = v.facts.tokens[v.cue.head];
  const RoleFacts& r = v.role(0);
  const std::uint32_t distance = bucket_of(r.distance) * 4 + v.side();
  const std::uint32_t step = v.sentence_step(t);
  emit(distance);
  emit(distance, t.xpos);
  emit(distance, c.lemma);
  emit(distance, c.xpos, t.upos);
  emit(distance, r.branch);
  emit(v.side(), c.lemma);
  emit(v.side(), c.lemma, t.upos);
  emit(v.side(), c.xpos, c.deprel);
  emit(v.side(), c.word_class.verb, c.word_class.noun, c.upos);
  emit(step, v.side());
  emit(step, v.state(0), v.state(-1));
  emit(step, c.lemma);
  emit(r.commas, v.side(), t.upos);
  emit(r.commas, v.at(-1).word, t.upos, v.side());
  emit(r.cues, v.side());
  emit(r.cues, step, v.side());
  emit(r.cues, r.branch);
  emit(r.cues, v.state(0), r.marks);
  const Sentence s = v.facts.sentences[t.sentence];
  emit(v.i == s.first_token, v.i + 1 == s.last_token, t.upos, step);
  emit(v.i + 1 == s.last_token, t.word, v.state(0));
  emit(v.facts.tokens[v.cue.last - 1].word, v.side(), r.distance < 3 ? r.distance : 3);
  emit(v.at(-1).word, v.at(1).upos, v.side(), t.upos);
}

void emit_path(const RoleView& v, Emitter& emit) {
  const TokenFacts& t = v.at(0);
  const TokenFacts& c = v.facts.tokens[v.cue.head];
  const RoleFacts& r = v.role(0);
  const TokenFacts& branch = v.relative(r.branch_token);
  emit(r.path);
  emit(r.path, c.lemma);
  emit(r.path, c.xpos);
  emit(r.path, t.lemma);
  emit(r.path, t.upos);
  emit(r.path, c.word_class.verb, c.upos);
  emit(r.path, c.children);
  emit(v.role(-1).path, r.path);
  emit(r.path, v.role(1).path);
  emit(r.branch);
  emit(r.branch, c.lemma);
  emit(r.branch, c.xpos, v.side());
  emit(r.branch, c.children);
  emit(r.branch, branch.children & (kHasMark | kHasSubject | kHasCase));
  emit(r.branch, branch.mark_lemma, c.lemma);
  emit(r.branch, branch.case_lemma);
  emit(r.branch, branch.case_lemma, c.lemma);
  emit(r.branch, branch.upos, branch.word_class.noun);
  emit(v.role(-1).branch, r.branch);
  emit(r.branch, v.role(1).branch);
  emit(v.role(-1).branch, r.branch, t.upos, t.is_comma);
  emit(v.role(-1).branch_token == r.branch_token, v.role(1).branch_token == r.branch_token, t.upos, v.side());
  emit(v.role(-1).branch_token == r.branch_token, r.branch, v.at(-1).is_comma);
  emit(r.branch, t.word);
  emit(r.branch, r.commas);
  emit(r.branch, v.at(-1).is_comma, v.at(-1).xpos);
}

void emit_quotes(const RoleView& v, Emitter& emit) {
  const TokenFacts& t = v.at(0);
  const RoleFacts& r = v.role(0);
  const std::uint32_t state = v.state(0);
  const auto at_cue = static_cast<std::uint32_t>(v.facts.quotes[v.cue.head].state);
  const TokenFacts& c = v.facts.tokens[v.cue.head];
  emit(state, at_cue);
  emit(r.marks, state, at_cue);
  emit(r.marks, state, v.side());
  emit(r.marks, state, r.branch);
  emit(v.state(-1), state, v.state(1), v.side());
  emit(v.state(-2), v.state(-1), state, v.state(1), v.state(2));
  emit(state, v.side(), c.lemma);
  emit(r.marks, state, c.word_class.verb, v.side());
  emit(bucket_of(t.to_next_mark), state, v.side());
  emit(bucket_of(t.to_last_mark), state, v.side());
  emit(v.state(-1), state, t.word);
  emit(v.state(-1), v.at(-1).word, state, v.side());
  emit(v.state(1), state, v.at(1).word, t.upos);
  emit(r.marks, state, v.sentence_step(t), v.side());
  emit(v.facts.quotes[v.i].depth, v.facts.quotes[v.cue.head].depth);
  emit(bucket_of(c.to_next_mark), bucket_of(c.to_last_mark), v.side(), state);
}

void emit_guess(const RoleView& v, Emitter& emit) {
  const Guess& guess = *v.guess;
  const std::uint32_t label = v.own_label(0);
  const bool in_content = label == 3 || label == 4;
  const bool in_source = label == 1 || label == 2;
  const GuessedCue none;
  const GuessedCue& g = v.own == kNone ? none : guess.cues[v.own];
  const std::uint32_t contents = std::min(2, guess.in_content[v.i] - (in_content ? 1 : 0));
  const std::uint32_t sources = std::min(2, guess.in_source[v.i] - (in_source ? 1 : 0));
  const std::uint32_t here = contents * 3 + sources;
  const std::uint32_t at_cue = std::min<std::uint32_t>(guess.in_content[v.cue.head], 2);
  const TokenFacts& t = v.at(0);
  emit(label, v.side());
  emit(v.own_label(-1), label, v.own_label(1));
  emit(v.own_label(-2), v.own_label(-1), label, v.own_label(1), v.own_label(2));
  emit(label, t.xpos);
  emit(label, level_of(g.role_probability));
  emit(label, v.role(0).branch);
  emit(label, v.state(0), v.state(-1));
  emit(label, g.content_side, g.source_side);
  emit(g.content_side, g.source_side, v.side(), t.upos);
  emit(g.content_length, label);
  emit(here, v.side());
  emit(here, label);
  emit(here, at_cue, v.state(0));
  emit(here, v.role(0).branch);
  emit(here, v.role(0).cues, v.state(0));
  emit(at_cue, label, v.side());
  emit(guess.cue_at[v.i] != kNone, label, v.side());
  emit(guess.cue_level[v.i], v.side(), contents);
}

}  // namespace

Window window_of(const Facts& facts, const std::vector<std::uint32_t>& cue_at, const Cue& cue) {
  const std::uint32_t p = facts.tokens[cue.first].paragraph;
  Window w{cue.first, cue.last};
  const auto is_edge = [&](std::uint32_t i, std::uint32_t before) {
    return cue_at[i] != kNone && cue_at[i] != cue_at[before];
  };
  int crossed = 0;
  const std::uint32_t begin = facts.paragraph_begin(p);
  while (w.first > begin && cue.first - w.first < kReach && crossed <= kMaxCuesCrossed) {
    --w.first;
    crossed += is_edge(w.first, w.first + 1);
  }
  crossed = 0;
  const std::uint32_t end = facts.paragraph_end(p);
  while (w.last < end && w.last - cue.last < kReach && crossed <= kMaxCuesCrossed) {
    crossed += is_edge(w.last, w.last - 1);
    ++w.last;
  }
  return w;
}

void relate_to_cue(const Facts& facts, const std::vector<std::uint32_t>& cue_at, const Cue& cue,
                   Window window, RoleScratch& scratch) {
  assert(window.first <= cue.first && cue.last <= window.last);
  scratch.tokens.assign(window.last - window.first, {});
  const Spine spine = spine_of(facts, cue.head);
  const std::uint32_t sentence = facts.tokens[cue.head].sentence;
  for (std::uint32_t i = window.first; i < window.last; ++i) {
    RoleFacts& r = scratch.tokens[i - window.first];
    if (i >= cue.first && i < cue.last) {
      r.path = r.branch = kCuePath;
    } else if (facts.tokens[i].sentence != sentence) {
      r.path = hash32(feature(4, facts.tokens[i].sentence < sentence, facts.tokens[i].deprel));
      r.branch = hash32(feature(5, facts.tokens[i].sentence < sentence));
    } else {
      find_path(facts, spine, i, r);
    }
  }
  Crossing c;
  for (std::uint32_t i = cue.first; i-- > window.first;) {
    relate(cue.first - i, c, scratch.tokens[i - window.first]);
    cross(facts, cue_at, i, cue_at[i] != cue_at[i + 1], c);
  }
  c = {};
  for (std::uint32_t i = cue.last; i < window.last; ++i) {
    relate(i - cue.last + 1, c, scratch.tokens[i - window.first]);
    cross(facts, cue_at, i, cue_at[i] != cue_at[i - 1], c);
  }
}

void role_features(const Facts& facts, const Guess* guess, const Cue& cue, Window window, std::uint32_t own,
                   const RoleScratch& scratch, std::uint32_t i, std::vector<std::uint64_t>& out) {
  const RoleView view{facts, guess, cue, window, own, scratch.tokens, i};
  Emitter emit(kFirstRoleFeature, out);
  emit_word(view, emit);
  emit_place(view, emit);
  emit_path(view, emit);
  emit_quotes(view, emit);
  if (guess == nullptr) return;
  Emitter emit_more(kFirstRoleGuess, out);
  emit_guess(view, emit_more);
}

}  // namespace hearsay
