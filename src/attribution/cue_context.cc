#include <algorithm>
#include <array>
#include <cassert>

#include "attribution/features.h"

namespace hearsay {
namespace {

// How far the tree is climbed. Real trees are seldom deeper; a hostile one must not
// cost its depth for every token.
constexpr std::uint32_t kMaxClimb = 32;
constexpr std::uint32_t kMaxUp = 10;

// Paths to tokens that the tree does not connect to the cue.
constexpr std::uint32_t kFarPath = 7;
constexpr std::uint32_t kCuePath = 8;

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

}  // namespace

bool ends_window(const Facts& facts, std::uint32_t i, bool after_cue) {
  const TokenFacts& before = facts.tokens[i - 1];
  if (before.paragraph == facts.tokens[i].paragraph) {
    if (before.sentence == facts.tokens[i].sentence) return false;
    const bool is_quoted = facts.quotes[i - 1].depth > 0 || facts.quotes[i].depth > 0;
    return !is_quoted && !(after_cue && before.is_colon);
  }
  if (facts.is_unread(before.paragraph) || facts.is_unread(facts.tokens[i].paragraph)) return true;
  const std::uint32_t quote = facts.quotes[i - 1].quote;
  if (quote != kNone && quote == facts.quotes[i].quote) return false;
  return !(after_cue && before.is_colon);
}

Window window_of(const Facts& facts, const std::vector<std::uint32_t>& cue_at, const Cue& cue) {
  Window w{cue.first, cue.last};
  const auto is_edge = [&](std::uint32_t i, std::uint32_t before) {
    return cue_at[i] != kNone && cue_at[i] != cue_at[before];
  };
  int crossed = 0;
  while (w.first > 0 && cue.first - w.first < kReach && crossed <= kMaxCuesCrossed &&
         !ends_window(facts, w.first, false)) {
    --w.first;
    crossed += is_edge(w.first, w.first + 1);
  }
  crossed = 0;
  const auto end = static_cast<std::uint32_t>(facts.tokens.size());
  while (w.last < end && w.last - cue.last < kReach && crossed <= kMaxCuesCrossed &&
         !ends_window(facts, w.last, true)) {
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

}  // namespace hearsay
