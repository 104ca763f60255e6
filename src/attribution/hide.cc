#include "attribution/hide.h"

#include <algorithm>

namespace hearsay {
namespace {

bool holds(const std::vector<std::uint32_t>& tokens, std::uint32_t i) {
  return std::binary_search(tokens.begin(), tokens.end(), i);
}

bool holds(Window w, std::uint32_t i) { return i >= w.first && i < w.last; }

bool is_mark(const QuoteToken& q) { return q.state == QuoteState::open || q.state == QuoteState::close; }

void hide_word(TokenFacts& t) {
  t.word = t.lemma = t.suffix2 = t.suffix3 = 0;
  t.word_class = {};
}

// Not even its part of speech is known.
void hide_token(TokenFacts& t) {
  hide_word(t);
  t.shape = t.xpos = 0;
  t.upos = Upos::X;
  t.is_comma = t.is_colon = false;
}

constexpr std::uint16_t kSubjects = kHasSubject | kHasPassiveSubject;
constexpr std::uint16_t kClauses = kHasCcomp | kHasXcomp | kHasParataxis | kHasAdvcl;

// Takes token i out of the tree: neither does it know its head, nor its head it.
void cut(const PartTokens& parts, std::uint32_t i, Facts& facts) {
  TokenFacts& t = facts.tokens[i];
  const std::uint32_t above = t.head;
  t.head = kNone;
  t.deprel = Deprel::dep;
  t.subtype = DeprelSubtype::none;
  if (above == kNone || !holds(parts.window, above)) return;
  TokenFacts& head = facts.tokens[above];
  if (head.subject == i) {
    head.subject = kNone;
    head.children = static_cast<std::uint16_t>(head.children & ~kSubjects);
  }
  if (head.object == i) {
    head.object = kNone;
    head.children = static_cast<std::uint16_t>(head.children & ~(kHasObject | kHasXcomp));
  }
  if (head.clause == i) {
    head.clause = kNone;
    head.children = static_cast<std::uint16_t>(head.children & ~kClauses);
  }
}

// The first token of the part that hangs on one outside; kNone if none does.
std::uint32_t top_of(const std::vector<std::uint32_t>& part, const Facts& facts) {
  const auto top = std::find_if(part.begin(), part.end(), [&](std::uint32_t i) {
    const TokenFacts& t = facts.tokens[i];
    return t.upos != Upos::PUNCT && t.head != kNone && !holds(part, t.head);
  });
  return top == part.end() ? kNone : *top;
}

bool hide_cue(const PartTokens& parts, Facts& facts, Window& shown) {
  for (std::uint32_t i = parts.cue.first; i < parts.cue.last; ++i) hide_word(facts.tokens[i]);
  shown = {parts.cue.first, parts.cue.last};
  return true;
}

bool hide_class(const PartTokens& parts, Facts& facts, Window& shown) {
  TokenFacts& head = facts.tokens[parts.cue.head];
  if (head.word_class == WordClass{}) return false;
  head.word_class = {};
  shown = {parts.cue.head, parts.cue.head + 1};
  return true;
}

bool is_subject(const PartTokens& parts, const TokenFacts& t) {
  return (t.deprel == Deprel::nsubj || t.deprel == Deprel::csubj) && t.head >= parts.cue.first &&
         t.head < parts.cue.last;
}

bool hide_source_tie(bool as_subject, const PartTokens& parts, Facts& facts, Window& shown) {
  const std::uint32_t top = top_of(parts.source, facts);
  if (top == kNone || is_subject(parts, facts.tokens[top]) != as_subject) return false;
  const std::uint32_t head = facts.tokens[top].head;
  shown = {head, head + 1};
  cut(parts, top, facts);
  return true;
}

// The content hangs on the cue, or the cue on the content.
bool hide_content_tie(const PartTokens& parts, Facts& facts, Window& shown) {
  std::uint32_t top = top_of(parts.content, facts);
  const std::uint32_t above = facts.tokens[parts.cue.head].head;
  const bool cue_hangs = above != kNone && holds(parts.content, above);
  if (cue_hangs) top = parts.cue.head;
  if (top == kNone) return false;
  const std::uint32_t end = cue_hangs ? above : facts.tokens[top].head;
  shown = {end, end + 1};
  cut(parts, top, facts);
  return true;
}

bool hide_source_words(const PartTokens& parts, Facts& facts, Window& shown) {
  if (parts.source.empty()) return false;
  for (const std::uint32_t i : parts.source) hide_token(facts.tokens[i]);
  shown = {parts.source.front(), parts.source.front() + 1};
  while (holds(parts.source, shown.last)) ++shown.last;
  return true;
}

// The word with which the content begins that follows the cue.
bool hide_opening(const PartTokens& parts, Facts& facts, Window& shown) {
  const auto first = std::find_if(parts.content.begin(), parts.content.end(),
                                  [&](std::uint32_t i) { return i >= parts.cue.last; });
  if (first == parts.content.end()) return false;
  TokenFacts& t = facts.tokens[*first];
  const bool links = t.upos == Upos::SCONJ || t.upos == Upos::PART || t.upos == Upos::ADP;
  if (!links) return false;
  if (t.head != kNone && holds(parts.window, t.head)) {
    TokenFacts& head = facts.tokens[t.head];
    head.mark_lemma = 0;
    head.children = static_cast<std::uint16_t>(head.children & ~kHasMark);
  }
  hide_token(t);
  shown = {*first, *first + 1};
  return true;
}

bool hide_marks(const PartTokens& parts, Facts& facts, Window& shown) {
  std::uint32_t first = kNone;
  for (std::uint32_t i = parts.window.first; i < parts.window.last; ++i) {
    if (is_mark(facts.quotes[i])) {
      hide_token(facts.tokens[i]);
      first = std::min(first, i);
    }
  }
  if (first == kNone) return false;
  for (std::uint32_t i = parts.window.first; i < parts.window.last; ++i) {
    facts.quotes[i] = {};
    facts.tokens[i].to_next_mark = facts.tokens[i].to_last_mark = kFar;
  }
  shown = {first, first + 1};
  return true;
}

bool hide_punctuation(const PartTokens& parts, Facts& facts, Window& shown) {
  for (const std::uint32_t i : {parts.cue.last, parts.cue.first - 1}) {
    if (!holds(parts.window, i)) continue;
    TokenFacts& t = facts.tokens[i];
    if (t.upos != Upos::PUNCT || is_mark(facts.quotes[i])) continue;
    hide_token(t);
    shown = {i, i + 1};
    return true;
  }
  return false;
}

}  // namespace

bool hide(ReasonKind kind, const PartTokens& parts, Facts& facts, Window& shown) {
  shown = {};
  switch (kind) {
    case ReasonKind::word:
      return hide_cue(parts, facts, shown);
    case ReasonKind::word_class:
      return hide_class(parts, facts, shown);
    case ReasonKind::subject:
      return hide_source_tie(true, parts, facts, shown);
    case ReasonKind::source_tie:
      return hide_source_tie(false, parts, facts, shown);
    case ReasonKind::content_tie:
      return hide_content_tie(parts, facts, shown);
    case ReasonKind::source_word:
      return hide_source_words(parts, facts, shown);
    case ReasonKind::opening:
      return hide_opening(parts, facts, shown);
    case ReasonKind::quotation:
      return hide_marks(parts, facts, shown);
    case ReasonKind::punctuation:
      return hide_punctuation(parts, facts, shown);
    default:
      return false;
  }
}

}  // namespace hearsay
