#include "times/tense.h"

#include <algorithm>

namespace hearsay {
namespace {

constexpr int kMaxAncestors = 20;
constexpr std::uint32_t kAuxiliaryReach = 8;  // tokens from a verb to its auxiliaries

class TenseReader {
 public:
  TenseReader(const TimeRules& rules, const Document& doc) : rules_(rules), doc_(doc) {}

  // Climbs to the nearest verb whose tense shows.
  Tense read(std::uint32_t first, std::uint32_t last) const {
    std::uint32_t at = top_of(first, last);
    for (int steps = 0; at != kNone && steps < kMaxAncestors; ++steps) {
      if (const Tense tense = tense_at(at); tense != Tense::unknown) return tense;
      at = doc_.arcs[at].head;
    }
    return Tense::unknown;
  }

 private:
  // The head of the expression: its head lies outside.
  std::uint32_t top_of(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = last + 1; i-- > first;) {
      const std::uint32_t head = doc_.arcs[i].head;
      if (head == kNone || head < first || head > last) return i;
    }
    return last;
  }

  bool xpos_in(TenseList list, std::uint32_t token) const {
    return rules_.lists(list, doc_.strings[doc_.tags[token].xpos]);
  }
  bool lemma_in(TenseList list, std::uint32_t token) const {
    return rules_.lists(list, doc_.strings[doc_.tags[token].lemma]);
  }

  // Of a verb, by its auxiliaries and its own form; of a noun or an adjective with
  // a copula, by the copula.
  Tense tense_at(std::uint32_t verb) const {
    const Upos upos = doc_.tags[verb].upos;
    const bool is_verb = upos == Upos::VERB || upos == Upos::AUX;
    bool any = false, past = false, future = false, infinitive = false, perfect = false;
    const std::uint32_t begin = verb > kAuxiliaryReach ? verb - kAuxiliaryReach : 0;
    for (std::uint32_t i = begin; i < verb; ++i) {
      if (doc_.arcs[i].head != verb) continue;
      const Deprel deprel = doc_.arcs[i].deprel;
      infinitive |= deprel == Deprel::mark && doc_.tags[i].upos == Upos::PART;
      if (deprel != Deprel::aux && deprel != Deprel::cop) continue;
      any = true;
      future |= lemma_in(TenseList::future, i);
      past |= xpos_in(TenseList::past, i);
      perfect |= lemma_in(TenseList::perfect, i);
    }
    if (future || (is_verb && infinitive)) return Tense::future;
    if (xpos_in(TenseList::past, verb)) return Tense::past;
    if (lemma_in(TenseList::ahead, verb)) return Tense::future;
    if (past || (perfect && xpos_in(TenseList::participle, verb))) return Tense::past;
    if (any) return Tense::present;
    return is_verb ? tense_of_form(verb) : Tense::unknown;
  }

  // Without auxiliaries: "held on Friday" looks back, "meeting on Friday" says
  // nothing of itself.
  Tense tense_of_form(std::uint32_t verb) const {
    if (xpos_in(TenseList::past, verb) || xpos_in(TenseList::participle, verb)) return Tense::past;
    if (xpos_in(TenseList::continuing, verb)) return Tense::unknown;
    return Tense::present;
  }

  const TimeRules& rules_;
  const Document& doc_;
};

}  // namespace

Tense tense_of(const TimeRules& rules, const Document& doc, std::uint32_t first, std::uint32_t last) {
  if (doc.tags.empty() || doc.arcs.empty()) return Tense::unknown;
  return TenseReader(rules, doc).read(first, last);
}

}  // namespace hearsay
