#include "events/time_links.h"

#include <algorithm>

#include "document/timex3.h"

namespace hearsay {
namespace {

// Longer ways through a tree say nothing.
constexpr int kMostSteps = 6;

class Linker {
 public:
  Linker(const EventWords& words, const Document& doc, TimeLinks& out)
      : words_(words), doc_(doc), out_(out) {}

  void run() {
    const std::size_t n = doc_.tokens.size();
    out_.first.assign(n, kNone);
    out_.links.clear();
    out_.tokens.assign(doc_.times.size(), {});
    out_.event.assign(doc_.times.size(), kNone);
    out_.has_copula.assign(n, 0);
    out_.has_auxiliary.assign(n, 0);
    out_.subject.assign(n, kNone);
    out_.clause.assign(n, kNone);
    for (std::uint32_t i = 0; i < n; ++i) read_arc(i, doc_.arcs[i]);
    std::uint32_t token = 0;
    auto name = doc_.names.begin();
    for (std::uint32_t t = 0; t < doc_.times.size(); ++t) {
      const Span span = doc_.times[t].span;
      while (name != doc_.names.end() && (name->inner || name->span.end <= span.begin)) ++name;
      if (name != doc_.names.end() && is_part_of(*name, span)) continue;
      while (token < n && doc_.tokens[token].span.end <= span.begin) ++token;
      if (!is_dated(doc_.times[t]) || token == n || doc_.tokens[token].span.begin >= span.end) continue;
      out_.tokens[t] = tokens_of(token, span);
      link(t);
    }
  }

 private:
  // "Today" of a newspaper's name; but "Easter" is a time.
  static bool is_part_of(const Name& name, Span span) {
    const bool is_own = name.kind != EntityKind::organization && name.span == span;
    return name.span.begin <= span.begin && span.end <= name.span.end && !is_own;
  }

  void read_arc(std::uint32_t i, Arc arc) {
    if (arc.head == kNone) return;
    if (arc.deprel == Deprel::cop) out_.has_copula[arc.head] = 1;
    if (arc.deprel == Deprel::aux) out_.has_auxiliary[arc.head] = 1;
    if (arc.deprel == Deprel::nsubj) out_.subject[arc.head] = i;
    const bool clause = arc.deprel == Deprel::acl || arc.deprel == Deprel::advcl ||
                        arc.deprel == Deprel::ccomp || arc.deprel == Deprel::csubj;
    if (clause && out_.clause[arc.head] == kNone) out_.clause[arc.head] = i;
  }

  TimeTokens tokens_of(std::uint32_t first, Span span) const {
    TimeTokens tokens{.first = first, .last = first, .head = first};
    while (tokens.last < doc_.tokens.size() && doc_.tokens[tokens.last].span.begin < span.end) ++tokens.last;
    for (std::uint32_t i = tokens.last; i-- > first;) {
      const std::uint32_t head = doc_.arcs[i].head;
      if (head == kNone || head < tokens.first || head >= tokens.last) tokens.head = i;
    }
    return tokens;
  }

  unsigned classes(std::uint32_t token) const {
    return classes_of(words_, doc_.strings[doc_.tags[token].lemma]);
  }

  bool is_verb(std::uint32_t i) const {
    const Deprel relation = doc_.arcs[i].deprel;
    const bool function_word = relation == Deprel::case_ || relation == Deprel::mark ||
                               relation == Deprel::fixed || relation == Deprel::amod;
    return doc_.tags[i].upos == Upos::VERB && !function_word;
  }

  bool is_event(std::uint32_t i) const {
    // "A hearing is set", "had been since March".
    if (is_verb(i) || out_.has_copula[i] != 0 || out_.has_auxiliary[i] != 0) return true;
    return is_event_noun(i);
  }

  bool is_event_noun(std::uint32_t i) const {
    return doc_.tags[i].upos == Upos::NOUN && (classes(i) & (kEventNoun | kSpeechNoun)) != 0;
  }

  // "the 2011 report", "Monday's report", "the report of Monday": part of the noun phrase
  // for good, unlike "the report on Monday", whatever the tree makes of that.
  bool is_fixed(std::uint32_t i, std::uint32_t time) const {
    const std::uint32_t first = out_.tokens[time].first;
    if (first > 0 && doc_.tags[first - 1].upos == Upos::ADP) {
      if (doc_.strings[doc_.tags[first - 1].lemma] == "of") return true;
      // "In February thieves took it": the parser may take that for "February thieves".
      if (first == 1 || doc_.tags[first - 2].upos == Upos::PUNCT) return false;
    }
    const Arc arc = doc_.arcs[i];
    return arc.deprel == Deprel::compound || arc.deprel == Deprel::amod || arc.deprel == Deprel::nummod ||
           arc.deprel == Deprel::flat || arc.deprel == Deprel::appos || arc.deprel == Deprel::nsubj ||
           arc.subtype == DeprelSubtype::poss;
  }

  // Words that only say when: "late on Tuesday", "shortly after midnight".
  bool is_transparent(std::uint32_t i) const {
    const Upos upos = doc_.tags[i].upos;
    const bool verb_in_name = upos == Upos::VERB && !is_verb(i);
    return upos == Upos::ADV || upos == Upos::ADP || upos == Upos::SCONJ || upos == Upos::NUM || verb_in_name;
  }

  void add(std::uint32_t token, std::uint32_t time, TimeDistance distance) {
    out_.links.push_back({.time = time, .next = out_.first[token], .distance = distance});
    out_.first[token] = static_cast<std::uint32_t>(out_.links.size() - 1);
  }

  void link(std::uint32_t time) {
    std::uint32_t below = out_.tokens[time].head;
    if (out_.has_copula[below] != 0) return link_predicate(below, time);
    std::uint32_t at = doc_.arcs[below].head;
    int steps = 0;
    for (; at != kNone && is_transparent(at) && out_.has_copula[at] == 0 && steps < kMostSteps; ++steps) {
      below = at;
      at = doc_.arcs[at].head;
    }
    if (at == kNone) return;
    out_.event[time] = find_event(below, at, time);
    add(at, time, TimeDistance::direct);
    link_above(below, at, time);
  }

  // "It was in 2011 that the mast fell", "the last time it fell was in 2011".
  void link_predicate(std::uint32_t below, std::uint32_t time) {
    const std::uint32_t subject = out_.subject[below];
    for (const std::uint32_t of : {below, subject}) {
      if (of == kNone || out_.clause[of] == kNone || !is_verb(out_.clause[of])) continue;
      out_.event[time] = out_.clause[of];
      return;
    }
  }

  std::uint32_t find_event(std::uint32_t below, std::uint32_t at, std::uint32_t time) const {
    if (const std::uint32_t subject = subject_before(at, time); subject != kNone) return subject;
    for (int steps = 0; at != kNone && steps < kMostSteps; ++steps) {
      if (is_event(at)) return is_fixed(below, time) ? at : verb_above(below, at);
      if (is_fixed(below, time)) return kNone;
      below = at;
      at = doc_.arcs[at].head;
    }
    return kNone;
  }

  // "Found in a search on Tuesday", "withdrew the figure yesterday": of the verb and a noun that
  // only says how or what, the verb.
  std::uint32_t verb_above(std::uint32_t below, std::uint32_t at) const {
    const Arc arc = doc_.arcs[at];
    if (is_verb(at) || arc.head == kNone || out_.has_copula[at] != 0) return at;
    const bool is_loose = doc_.arcs[below].subtype == DeprelSubtype::unmarked && arc.deprel == Deprel::obj;
    return (is_loose || arc.deprel == Deprel::obl) && is_verb(arc.head) ? arc.head : at;
  }

  // "An earlier recall, in 2020, was caused by a label": what stands between commas before the
  // verb dates its subject. kNone where that is no event.
  std::uint32_t subject_before(std::uint32_t verb, std::uint32_t time) const {
    const std::uint32_t subject = out_.subject[verb];
    const TimeTokens& t = out_.tokens[time];
    if (subject == kNone || subject >= t.first || t.last > verb || !is_event_noun(subject)) return kNone;
    std::uint32_t before = t.first - 1;
    if (before > subject && doc_.tags[before].upos == Upos::ADP) --before;
    const bool between = doc_.at(doc_.tokens[before].span) == "," && doc_.at(doc_.tokens[t.last].span) == ",";
    return between ? subject : kNone;
  }

  // Words above `at`, on which the time hangs by way of `below`.
  void link_above(std::uint32_t below, std::uint32_t at, std::uint32_t time) {
    if (is_verb(at)) {
      const bool of_saying = doc_.arcs[at].deprel == Deprel::advcl && (classes(at) & kSpeechVerb) != 0;
      if (of_saying && doc_.arcs[at].head != kNone) add(doc_.arcs[at].head, time, TimeDistance::in_clause);
      return;
    }
    auto distance = TimeDistance::in_speech;
    bool fixed = is_fixed(below, time);
    for (int steps = 0; steps < kMostSteps && !is_verb(at); ++steps) {
      if ((classes(at) & kSpeechNoun) == 0) {
        if (fixed) return;
        distance = TimeDistance::misattached;
      }
      if (doc_.arcs[at].head == kNone || is_clause(doc_.arcs[at].deprel)) return;
      fixed = fixed || doc_.arcs[at].deprel == Deprel::compound;
      at = doc_.arcs[at].head;
      add(at, time, distance);
    }
  }

  static bool is_clause(Deprel relation) {
    return relation == Deprel::acl || relation == Deprel::advcl || relation == Deprel::ccomp ||
           relation == Deprel::csubj || relation == Deprel::parataxis || relation == Deprel::xcomp ||
           relation == Deprel::conj;
  }

  const EventWords& words_;
  const Document& doc_;
  TimeLinks& out_;
};

}  // namespace

void link_times(const EventWords& words, const Document& doc, TimeLinks& out) {
  Linker(words, doc, out).run();
}

}  // namespace hearsay
