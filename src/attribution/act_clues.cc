#include "attribution/act_clues.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "attribution/token_spans.h"

namespace hearsay {
namespace {

const TokenFacts kMissing = {};

// How far from a verb its modifiers are looked for.
constexpr std::uint32_t kNear = 8;

class Clues {
 public:
  Clues(std::span<const SenseEntry> senses, const Facts& facts, const ActFrame& frame,
        std::vector<ActClue>& out)
      : senses_(senses), facts_(facts), frame_(frame), out_(out), said_(at(frame.cue.head).lemma) {}

  void find() {
    add(ClueKind::always, 0, 0, 0);
    find_cue();
    find_modifiers();
    find_relatives();
    find_content();
  }

 private:
  template <typename... Values>
  void add(ClueKind kind, std::uint32_t first, std::uint32_t last, Values... values) {
    out_.push_back({feature(static_cast<std::uint32_t>(kind), values...), kind, first, last});
  }
  template <typename... Values>
  void add_word(ClueKind kind, std::uint32_t i, Values... values) {
    add(kind, i, i + 1, values...);
  }

  const TokenFacts& at(std::uint32_t i) const { return i == kNone ? kMissing : facts_.tokens[i]; }
  const Cue& cue() const { return frame_.cue; }
  bool in_cue(std::uint32_t i) const { return i >= cue().first && i < cue().last; }
  bool in_content(std::uint32_t i) const {
    return std::any_of(frame_.content.begin(), frame_.content.end(),
                       [&](Window w) { return i >= w.first && i < w.last; });
  }

  void find_senses_of(std::uint32_t i, std::uint32_t place) {
    for (const SenseEntry s : find_senses(senses_, at(i).lemma)) {
      add_word(ClueKind::cue_sense, i, place, synset_of(s));
    }
  }

  void find_cue() {
    const TokenFacts& head = at(cue().head);
    add_word(ClueKind::cue_word, cue().head, 1, head.lemma);
    add_word(ClueKind::cue_word, cue().head, 2, head.lemma, head.upos);
    for (std::uint32_t i = cue().first; i < cue().last; ++i) {
      add_word(ClueKind::cue_word, i, 3, at(i).lemma);
      if (i > cue().first) add(ClueKind::cue_phrase, i - 1, i + 1, at(i - 1).lemma, at(i).lemma);
      if (i != cue().head && at(i).upos != Upos::AUX) find_senses_of(i, 2);
    }
    find_senses_of(cue().head, 1);
    add_word(ClueKind::cue_shape, cue().head, 1, head.xpos);
    add_word(ClueKind::cue_shape, cue().head, 2, head.upos, head.word_class.verb, head.word_class.noun);
    add_word(ClueKind::cue_shape, cue().head, 3, head.deprel, head.subtype, head.upos);
    add_word(ClueKind::cue_shape, cue().head, 4,
             head.children & (kHasPassiveSubject | kHasObject | kHasXcomp), head.upos);
    for (std::uint32_t d = 1; d <= 2; ++d) {
      if (cue().first >= d && !in_content(cue().first - d)) {
        add_word(ClueKind::around_cue, cue().first - d, d, at(cue().first - d).lemma);
        add(ClueKind::around_cue, cue().first - d, cue().first, d + 2, at(cue().first - d).lemma, head.lemma);
      }
    }
    const std::uint32_t next = cue().last;
    if (next < facts_.tokens.size() && !in_content(next)) {
      add_word(ClueKind::around_cue, next, 5, at(next).lemma);
      add(ClueKind::around_cue, cue().head, next + 1, 6, at(next).lemma, head.lemma);
    }
  }

  // What depends on the cue's verb and is neither subject nor object: "did", "not".
  void find_modifiers() {
    const std::uint32_t head = cue().head;
    const Sentence s = facts_.sentences[at(head).sentence];
    const std::uint32_t first = std::max(s.first_token, head - std::min(head, kNear));
    const std::uint32_t last = std::min(s.last_token, head + kNear);
    for (std::uint32_t i = first; i < last; ++i) {
      const TokenFacts& t = at(i);
      const bool modifies = t.deprel == Deprel::aux || t.deprel == Deprel::advmod ||
                            t.deprel == Deprel::cop || t.deprel == Deprel::det || t.deprel == Deprel::cc;
      if (t.head != head || !modifies || in_content(i)) continue;
      add_word(ClueKind::auxiliary, i, 1, t.lemma);
      add_word(ClueKind::auxiliary, i, 2, t.lemma, at(head).lemma);
    }
  }

  void find_relatives() {
    const TokenFacts& head = at(cue().head);
    const TokenFacts& above = at(head.head);
    if (head.head != kNone && !in_content(head.head)) {
      add_word(ClueKind::governor, head.head, 1, above.lemma, head.deprel);
      if (head.deprel == Deprel::xcomp || head.deprel == Deprel::advcl) {
        for (const SenseEntry e : find_senses(senses_, above.lemma)) {
          add_word(ClueKind::governor, head.head, 2, head.deprel, synset_of(e));
        }
      }
    }
    // A verb under another shares its subject: "refused to say".
    const std::uint32_t subject = head.subject == kNone ? above.subject : head.subject;
    if (subject != kNone && !in_content(subject)) {
      const TokenFacts& s = at(subject);
      add_word(ClueKind::subject, subject, 1, s.lemma);
      add_word(ClueKind::subject, subject, 2, s.upos, s.word_class.noun);
      for (std::uint32_t i = subject - std::min(subject, 3u); i < subject; ++i) {
        if (at(i).head == subject && at(i).deprel == Deprel::det)
          add_word(ClueKind::subject, i, 3, at(i).lemma);
      }
    }
    if (head.object != kNone) {
      const TokenFacts& o = at(head.object);
      add_word(ClueKind::object, head.object, 1, o.lemma);
      add_word(ClueKind::object, head.object, 2, o.lemma, head.lemma);
      add_word(ClueKind::object, head.object, 3, o.upos, o.word_class.noun, head.lemma);
    }
  }

  // The token that governs the content: the first whose head lies outside.
  std::uint32_t content_root() const {
    std::uint32_t top = kNone;
    for (const Window w : frame_.content) {
      for (std::uint32_t i = w.first; i < w.last; ++i) {
        const TokenFacts& t = at(i);
        if (t.upos == Upos::PUNCT || (t.head != kNone && in_content(t.head))) continue;
        if (t.upos == Upos::VERB || t.upos == Upos::ADJ) return i;
        if (top == kNone) top = i;
      }
    }
    return top;
  }

  void find_content() {
    std::size_t n = 0;
    for (const Window w : frame_.content) {
      for (std::uint32_t i = w.first; i < w.last && n < kActWords; ++i) {
        if (at(i).upos != Upos::PUNCT) word_list_[n++] = i;
      }
    }
    words_ = std::span(word_list_).first(n);
    find_content_form();
    if (words_.empty()) return;
    std::uint32_t before = kNone;
    for (const std::uint32_t i : words_) {
      add_word(ClueKind::content_word, i, 1, at(i).lemma);
      add_word(ClueKind::content_word, i, 2, at(i).lemma, said_);
      add(ClueKind::content_phrase, before == kNone ? i : before, i + 1, at(before).lemma, at(i).lemma);
      before = i;
    }
    find_content_start();
    find_content_clause();
  }

  void find_content_form() {
    if (words_.empty()) return add(ClueKind::content_form, 0, 0, 1, said_);
    const bool quoted = facts_.quotes[words_[0]].depth > 0;
    const bool is_after = words_[0] >= cue().last;
    add(ClueKind::content_form, 0, 0, 2, quoted, said_);
    add(ClueKind::content_form, 0, 0, 3, quoted, is_after);
    add(ClueKind::content_form, 0, 0, 4, bucket_of(static_cast<std::uint32_t>(words_.size())), quoted);
    for (const Window w : frame_.content) {
      for (std::uint32_t i = w.last - std::min(2u, w.last - w.first); i < w.last; ++i) {
        if (at(i).upos == Upos::PUNCT) add_word(ClueKind::content_form, i, 5, at(i).word);
      }
    }
  }

  void find_content_start() {
    const TokenFacts& first = at(words_[0]);
    const TokenFacts& second = words_.size() > 1 ? at(words_[1]) : kMissing;
    add_word(ClueKind::content_start, words_[0], 1, first.lemma);
    add_word(ClueKind::content_start, words_[0], 2, first.lemma, said_);
    add_word(ClueKind::content_start, words_[0], 3, first.xpos, second.xpos);
    if (words_.size() > 1) {
      add(ClueKind::content_start, words_[0], words_[1] + 1, 4, first.lemma, second.lemma);
    }
  }

  void find_content_clause() {
    const std::uint32_t root = content_root();
    if (root == kNone) return;
    const TokenFacts& r = at(root);
    const TokenFacts& subject = at(r.subject);
    const std::uint32_t shown = r.children & (kHasSubject | kHasPassiveSubject | kHasCopula);
    add_word(ClueKind::content_verb, root, 1, r.lemma);
    add_word(ClueKind::content_verb, root, 2, r.lemma, said_);
    add_word(ClueKind::content_verb, root, 3, r.xpos, shown);
    add_word(ClueKind::content_verb, root, 4, r.xpos, shown, said_);
    add_word(ClueKind::content_verb, root, 5, r.word_class.verb, r.word_class.noun, r.upos);
    for (const SenseEntry e : find_senses(senses_, r.lemma)) {
      add_word(ClueKind::content_verb, root, 6, synset_of(e));
    }
    if (r.subject != kNone) {
      add_word(ClueKind::content_subject, r.subject, 1, subject.lemma);
      add_word(ClueKind::content_subject, r.subject, 2, subject.lemma, said_);
      add_word(ClueKind::content_subject, r.subject, 3, subject.upos, r.xpos);
    }
    for (const std::uint32_t i : words_) {
      const TokenFacts& t = at(i);
      if (t.head != root || (t.deprel != Deprel::aux && t.deprel != Deprel::advmod)) continue;
      add(ClueKind::content_verb, i, i + 1, 7, t.lemma);
      add(ClueKind::content_verb, i, i + 1, 8, t.lemma, said_);
      add(ClueKind::content_verb, i, i + 1, 9, t.lemma, subject.lemma);
      add(ClueKind::content_verb, i, i + 1, 10, t.lemma, r.lemma);
    }
  }

  std::span<const SenseEntry> senses_;
  const Facts& facts_;
  const ActFrame& frame_;
  std::vector<ActClue>& out_;
  std::uint32_t said_;  // the cue's lemma
  std::array<std::uint32_t, kActWords> word_list_{};
  std::span<const std::uint32_t> words_;  // of the content, without punctuation
};

}  // namespace

void find_frame(const Document& doc, const Facts& facts, const Attribution& a, ActFrame& out) {
  const Window first = tokens_under(doc, a.cue.front());
  const Window last = tokens_under(doc, a.cue.back());
  out.cue = {first.first, last.last, 0};
  out.content.clear();
  if (first.first == last.last) return;
  out.cue.head = head_of(facts, out.cue.first, out.cue.last);
  for (const Span s : a.content) out.content.push_back(tokens_under(doc, s));
}

void find_act_clues(std::span<const SenseEntry> senses, const Facts& facts, const ActFrame& frame,
                    std::vector<ActClue>& out) {
  out.clear();
  Clues(senses, facts, frame, out).find();
}

}  // namespace hearsay
