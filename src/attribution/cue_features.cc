#include <algorithm>
#include <cstdlib>

#include "attribution/features.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kFirstCueFeature = 1000;

// Stands for the tokens outside the paragraph.
const TokenFacts kOutside = [] {
  TokenFacts t;
  t.word = t.lemma = t.xpos = 1;
  return t;
}();
const TokenFacts kMissing = {};

// The tokens around one, within its paragraph, and its relatives in the tree.
struct View {
  const Facts& facts;
  std::uint32_t i;
  std::uint32_t begin;
  std::uint32_t end;

  const TokenFacts& at(std::int64_t d) const {
    const std::int64_t k = i + d;
    return k >= begin && k < end ? facts.tokens[static_cast<std::size_t>(k)] : kOutside;
  }
  QuoteState state(std::int64_t d) const {
    const std::int64_t k = i + d;
    return k >= begin && k < end ? facts.quotes[static_cast<std::size_t>(k)].state : QuoteState::none;
  }
  const TokenFacts& relative(std::uint32_t index) const {
    return index == kNone ? kMissing : facts.tokens[index];
  }
};

// Verbs and nouns have classes; a word's part of speech decides which counts.
std::uint32_t class_of(const TokenFacts& t) {
  if (t.upos == Upos::VERB || t.upos == Upos::AUX) return t.word_class.verb;
  if (t.upos == Upos::NOUN) return t.word_class.noun;
  return t.upos == Upos::PROPN ? 100 : 101 + static_cast<std::uint32_t>(t.upos);
}

void emit_words(const View& v, Emitter& emit) {
  const TokenFacts& t = v.at(0);
  emit(0);
  emit(t.word);
  emit(t.lemma, t.upos);
  emit(t.lemma, t.xpos);
  emit(t.xpos);
  emit(t.shape);
  emit(t.suffix2, t.upos);
  emit(t.suffix3, t.upos);
  for (const int d : {-3, -2, -1, 1, 2, 3}) emit(v.at(d).lemma);
  for (const int d : {-2, -1, 1, 2}) {
    emit(v.at(d).word);
    emit(v.at(d).xpos);
    emit(v.at(d).xpos, t.lemma);
  }
  emit(v.at(-1).lemma, t.lemma);
  emit(t.lemma, v.at(1).lemma);
  emit(v.at(-1).lemma, v.at(1).lemma);
  emit(v.at(-2).lemma, v.at(-1).lemma);
  emit(v.at(1).lemma, v.at(2).lemma);
  emit(v.at(-2).lemma, v.at(-1).lemma, t.lemma);
  emit(t.lemma, v.at(1).lemma, v.at(2).lemma);
  emit(v.at(-1).lemma, t.lemma, v.at(1).lemma);
  emit(v.at(-1).xpos, t.xpos);
  emit(t.xpos, v.at(1).xpos);
  emit(v.at(-2).xpos, v.at(-1).xpos, t.xpos);
  emit(v.at(-1).xpos, t.xpos, v.at(1).xpos);
  emit(t.xpos, v.at(1).xpos, v.at(2).xpos);
}

void emit_tree(const View& v, Emitter& emit) {
  const TokenFacts& t = v.at(0);
  const TokenFacts& head = v.relative(t.head);
  const TokenFacts& grandparent = v.relative(head.head);
  emit(t.deprel, t.subtype);
  emit(t.lemma, t.deprel);
  emit(t.xpos, t.deprel);
  emit(head.lemma);
  emit(head.lemma, t.deprel);
  emit(head.lemma, t.lemma);
  emit(head.upos, t.deprel, t.upos);
  emit(grandparent.lemma, t.deprel);
  emit(grandparent.upos, head.deprel, t.deprel);
  emit(t.children);
  emit(t.lemma, t.children);
  emit(t.xpos, t.children);
  emit(head.children, t.deprel);
  emit(head.deprel, t.deprel, t.upos);
  const std::uint32_t shown = t.children & (kHasSubject | kHasCcomp | kHasXcomp | kHasObject | kHasParataxis);
  emit(t.lemma, shown);
  emit(shown, t.upos, t.deprel);
  const TokenFacts& subject = v.relative(t.subject);
  emit(subject.lemma);
  emit(subject.xpos, t.xpos);
  emit(t.lemma, subject.xpos);
  emit(subject.word_class.noun, subject.upos, class_of(t));
  const TokenFacts& head_subject = v.relative(head.subject);
  emit(head_subject.upos, head_subject.word_class.noun, t.deprel);
  const TokenFacts& object = v.relative(t.object);
  emit(object.lemma);
  emit(object.lemma, t.lemma);
  emit(class_of(object), class_of(t));
  emit(t.lemma, object.deprel, class_of(object));
  const TokenFacts& clause = v.relative(t.clause);
  emit(clause.mark_lemma, t.upos);
  emit(clause.mark_lemma, t.lemma);
  emit(clause.deprel, clause.upos, t.lemma);
  emit(clause.children, t.upos);
  emit(t.case_lemma, t.lemma);
  emit(t.mark_lemma, t.lemma);
  emit(t.mark_lemma, head.lemma, t.deprel);
}

void emit_quotes(const View& v, Emitter& emit) {
  const TokenFacts& t = v.at(0);
  const auto state = static_cast<std::uint32_t>(v.state(0));
  const std::uint32_t next = bucket_of(t.to_next_mark);
  const std::uint32_t last = bucket_of(t.to_last_mark);
  emit(state);
  emit(v.state(-1), state, v.state(1));
  emit(v.state(-2), v.state(-1), state, v.state(1), v.state(2), t.upos);
  emit(t.lemma, state);
  emit(t.lemma, next, state);
  emit(t.lemma, last, state);
  emit(next, state, t.xpos);
  emit(last, state, t.xpos);
  emit(next, last, state, t.upos);
  emit(class_of(t), next, state);
  emit(class_of(t), last, state);
  emit(v.facts.quotes[v.i].depth, t.upos);
}

void emit_classes(const View& v, Emitter& emit) {
  const TokenFacts& t = v.at(0);
  const std::uint32_t own = class_of(t);
  emit(own, t.upos);
  emit(t.word_class.flags, t.upos);
  emit(t.word_class.flags, t.children);
  emit(own, t.children, t.xpos);
  emit(own, t.deprel);
  emit(own, class_of(v.at(-1)));
  emit(own, class_of(v.at(1)));
  emit(own, class_of(v.relative(t.head)), t.deprel);
  emit(own, v.at(1).lemma);
  emit(own, v.at(-1).lemma);
  emit(own, v.at(-1).lemma, v.at(1).lemma);
  emit(own, v.relative(t.clause).mark_lemma, v.relative(t.clause).deprel);
}

void emit_place(const View& v, Emitter& emit) {
  const TokenFacts& t = v.at(0);
  const Sentence s = v.facts.sentences[t.sentence];
  const std::uint32_t from_start = bucket_of(v.i - s.first_token);
  const std::uint32_t to_end = bucket_of(s.last_token - 1 - v.i);
  const bool is_title = t.paragraph == 0;
  emit(from_start, t.upos);
  emit(to_end, t.upos);
  emit(t.lemma, from_start < 3, to_end < 3);
  emit(is_title, t.xpos);
  emit(is_title, t.lemma);
  emit(bucket_of(v.i - v.begin), bucket_of(v.end - v.i), t.upos);
  emit(s.first_token == v.begin, s.last_token == v.end, t.upos);
  emit(v.at(-1).shape, t.word, v.at(1).shape);
}

}  // namespace

std::uint8_t level_of(double probability) {
  constexpr double kSteps[] = {0.005, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.97};
  std::uint8_t level = 0;
  while (level < std::size(kSteps) && probability >= kSteps[level]) ++level;
  return level;
}

std::uint32_t bucket_of(std::uint32_t n) {
  constexpr std::uint32_t kSteps[] = {1, 2, 3, 4, 5, 6, 8, 11, 16, 23, 34, 50, 80};
  std::uint32_t bucket = 0;
  while (bucket < std::size(kSteps) && n >= kSteps[bucket]) ++bucket;
  return bucket;
}

std::uint32_t head_of(const Facts& facts, std::uint32_t first, std::uint32_t last) {
  std::uint32_t top = kNone;
  for (std::uint32_t i = first; i < last; ++i) {
    const TokenFacts& t = facts.tokens[i];
    if (t.head != kNone && t.head >= first && t.head < last) continue;
    if (t.upos == Upos::VERB) return i;
    if (top == kNone) top = i;
  }
  return top == kNone ? first : top;
}

void cue_features(const Facts& facts, std::uint32_t i, std::vector<std::uint64_t>& out) {
  const std::uint32_t p = facts.tokens[i].paragraph;
  const View view{facts, i, facts.paragraph_begin(p), facts.paragraph_end(p)};
  Emitter emit(kFirstCueFeature, out);
  emit_words(view, emit);
  emit_tree(view, emit);
  emit_quotes(view, emit);
  emit_classes(view, emit);
  emit_place(view, emit);
}

}  // namespace hearsay
