#include "attribution/network_keys.h"

#include <algorithm>
#include <cassert>
#include <cstddef>

namespace hearsay {
namespace {

constexpr std::uint32_t kFirstTokenKey = 3000;
constexpr std::uint32_t kFirstRoleKey = 3500;

const TokenFacts kMissing = {};
const RoleFacts kUnrelated = {};

// Paragraphs are read together up to so many tokens.
constexpr std::uint32_t kJoined = 128;

// Fills an array with keys, each under the next number.
template <std::size_t N>
class KeyList {
 public:
  explicit KeyList(std::uint32_t first_number) : number_(first_number) {}

  template <typename... Values>
  void operator()(Values... values) {
    keys_[size_++] = feature(number_++, values...);
  }

  std::array<std::uint64_t, N> take() const {
    assert(size_ == N);
    return keys_;
  }

 private:
  std::uint32_t number_;
  std::size_t size_ = 0;
  std::array<std::uint64_t, N> keys_{};
};

const TokenFacts& relative(const Facts& facts, std::uint32_t index) {
  return index == kNone ? kMissing : facts.tokens[index];
}

std::uint32_t relation_of(const TokenFacts& t) {
  return static_cast<std::uint32_t>(t.deprel) * 16 + static_cast<std::uint32_t>(t.subtype);
}

// Verbs and nouns have classes; for other words the part of speech stands in.
std::uint32_t class_of(const TokenFacts& t) {
  if (t.upos == Upos::VERB || t.upos == Upos::AUX) return t.word_class.verb;
  return t.upos == Upos::NOUN ? t.word_class.noun : 100 + static_cast<std::uint32_t>(t.upos);
}

// To the head, with its side; 0 for a root.
std::uint32_t head_distance(const TokenFacts& t, std::uint32_t i) {
  if (t.head == kNone) return 0;
  return t.head < i ? 1 + bucket_of(i - t.head) : 20 + bucket_of(t.head - i);
}

std::uint32_t state_of(const Facts& facts, std::uint32_t i) {
  return static_cast<std::uint32_t>(facts.quotes[i].state);
}

bool reaches(std::span<const std::uint8_t> levels, Window window, std::uint8_t least) {
  return std::any_of(levels.begin() + window.first, levels.begin() + window.last,
                     [&](std::uint8_t level) { return level >= least; });
}

// Behind the last of the paragraphs from number p on between which roles may reach.
std::uint32_t end_of_group(const Facts& facts, std::uint32_t p) {
  std::uint32_t end = p + 1;
  while (end + 1 < facts.paragraphs.size() && !ends_window(facts, facts.paragraph_begin(end), true)) ++end;
  return end;
}

void append_in_parts(Window window, std::vector<Window>& out) {
  for (; window.last - window.first > kMaxEncoded; window.first += kMaxEncoded) {
    out.push_back({window.first, window.first + kMaxEncoded});
  }
  out.push_back(window);
}

}  // namespace

TokenKeys token_keys(const Facts& facts, const std::vector<std::uint8_t>& cue_level, std::uint32_t i) {
  const TokenFacts& t = facts.tokens[i];
  const TokenFacts& head = relative(facts, t.head);
  const TokenFacts& above = relative(facts, head.head);
  const TokenFacts& subject = relative(facts, t.subject);
  const TokenFacts& object = relative(facts, t.object);
  const TokenFacts& clause = relative(facts, t.clause);
  const Sentence s = facts.sentences[t.sentence];
  const std::uint32_t begin = facts.paragraph_begin(t.paragraph);
  const std::uint32_t end = facts.paragraph_end(t.paragraph);
  const std::uint32_t state = state_of(facts, i);
  const std::uint32_t shown = t.children & (kHasSubject | kHasCcomp | kHasXcomp | kHasObject | kHasParataxis);
  KeyList<kTokenKeys> key(kFirstTokenKey);
  key(t.word);
  key(t.lemma, t.upos);
  key(t.suffix3);
  key(t.suffix2);
  key(t.shape, i == s.first_token);
  key(t.xpos);
  key(relation_of(t));
  key(head.lemma);
  key(head.upos, relation_of(t));
  key(head_distance(t, i));
  key(head.lemma, relation_of(t));
  key(above.upos, relation_of(head), relation_of(t));
  key(state, facts.quotes[i].depth, i == begin);
  key(bucket_of(t.to_next_mark), state);
  key(bucket_of(t.to_last_mark), state);
  key(class_of(t), t.upos);
  key(t.word_class.flags, t.upos);
  key(t.children);
  key(t.lemma, shown);
  key(subject.lemma);
  key(class_of(subject), subject.xpos, class_of(t));
  key(object.lemma);
  key(class_of(object), class_of(t));
  key(clause.mark_lemma, clause.deprel, clause.upos);
  key(t.mark_lemma);
  key(t.case_lemma);
  key(bucket_of(i - s.first_token), bucket_of(s.last_token - 1 - i));
  key(std::min(t.paragraph, 2u), bucket_of(i - begin), t.is_colon);
  key(bucket_of(end - 1 - i), i + 1 == end);
  key(cue_level[i]);
  key(cue_level[i], t.upos);
  key(i > begin ? facts.tokens[i - 1].lemma : 1u, t.lemma);
  return key.take();
}

RoleKeys role_keys(const Facts& facts, const std::vector<std::uint32_t>& cue_at, const Cue& cue,
                   Window window, const RoleScratch& scratch, std::uint32_t i) {
  const auto role = [&](std::uint32_t k) -> const RoleFacts& {
    return k >= window.first && k < window.last ? scratch.tokens[k - window.first] : kUnrelated;
  };
  const TokenFacts& t = facts.tokens[i];
  const TokenFacts& c = facts.tokens[cue.head];
  const RoleFacts& r = role(i);
  const TokenFacts& branch = relative(facts, r.branch_token);
  const std::uint32_t side = i < cue.first ? 0u : i < cue.last ? 1u : 2u;
  const auto from_cue = static_cast<std::int64_t>(t.sentence) - c.sentence;
  const auto step = static_cast<std::uint32_t>(std::clamp<std::int64_t>(from_cue, -3, 3) + 3);
  const bool same_paragraph = t.paragraph == c.paragraph;
  const bool as_before = i > 0 && role(i - 1).branch_token == r.branch_token;
  const bool as_after = role(i + 1).branch_token == r.branch_token;
  const std::uint32_t in_cue = cue_at[i] == kNone ? 0u : cue_at[i] == cue_at[cue.first] ? 1u : 2u;
  const std::uint32_t state = state_of(facts, i);
  KeyList<kRoleKeys> key(kFirstRoleKey);
  key(bucket_of(r.distance), side);
  key(std::min<std::uint32_t>(r.distance, 3u), side, c.lemma);
  key(step, side, same_paragraph);
  key(r.path);
  key(r.path, c.lemma);
  key(r.path, c.xpos);
  key(r.branch);
  key(r.branch, c.lemma);
  key(r.branch, c.children);
  key(r.branch, branch.mark_lemma, branch.case_lemma);
  key(r.branch, branch.children & (kHasMark | kHasSubject | kHasCase), branch.upos);
  key(as_before, as_after, r.branch);
  key(r.marks, state, state_of(facts, cue.head), side);
  key(r.marks, state, side, class_of(c));
  key(r.cues, side, step);
  key(r.commas, side, t.is_comma);
  key(in_cue, side);
  key(side, c.lemma, c.children & (kHasSubject | kHasCcomp | kHasXcomp | kHasObject | kHasParataxis));
  return key.take();
}

void find_stretches(const Facts& facts, std::span<const std::uint8_t> cue_level, std::uint8_t least,
                    std::vector<Window>& out) {
  out.clear();
  std::uint32_t begin = 0;  // of what is read together
  for (std::uint32_t p = 0, end = 0; p + 1 < facts.paragraphs.size(); p = end) {
    end = p + 1;
    if (!cue_level.empty()) {
      end = end_of_group(facts, p);
      const Window group{facts.paragraph_begin(p), facts.paragraph_end(end - 1)};
      if (facts.is_unread(p) || !reaches(cue_level, group, least)) continue;
    }
    for (std::uint32_t k = p; k < end; ++k) {
      const Window own{facts.paragraph_begin(k), facts.paragraph_end(k)};
      if (!out.empty() && out.back().last == own.first && own.last - begin <= kJoined) {
        out.back().last = own.last;
      } else {
        append_in_parts(own, out);
        begin = out.back().first;
      }
    }
  }
}

}  // namespace hearsay
