#include "events/clauses.h"

#include <algorithm>

namespace hearsay {
namespace {

// The entity whose mention covers the token, or kNone.
std::uint32_t entity_at(const Document& doc, std::uint32_t token) {
  const Span span = doc.tokens[token].span;
  const auto mention =
      std::ranges::partition_point(doc.mentions, [&](const Mention& m) { return m.span.end <= span.begin; });
  const bool covers = mention != doc.mentions.end() && mention->span.begin <= span.begin;
  return covers ? mention->entity : kNone;
}

bool is_predicate(Upos upos) { return upos == Upos::VERB || upos == Upos::AUX; }

class ClauseReader {
 public:
  ClauseReader(Sentence sentence, Document& doc, ClauseScratch& scratch)
      : sentence_(sentence), doc_(doc), s_(scratch) {}

  void read(const std::vector<std::uint32_t>& tokens, std::uint32_t first) {
    find_extents();
    const std::size_t size = sentence_.last_token - sentence_.first_token;
    s_.event.assign(size, kNone);
    for (std::uint32_t k = 0; k < tokens.size(); ++k) at(s_.event, tokens[k]) = first + k;
    for (std::uint32_t k = 0; k < tokens.size(); ++k) describe(tokens[k], doc_.events[first + k]);
    add_participants();
  }

 private:
  std::uint32_t& at(std::vector<std::uint32_t>& values, std::uint32_t token) const {
    return values[token - sentence_.first_token];
  }

  bool is_relative(std::uint32_t i) const {
    return doc_.arcs[i].deprel == Deprel::acl && doc_.arcs[i].subtype == DeprelSubtype::relcl;
  }

  // What a clause can do without: other clauses beside it, and marks at its edges.
  bool is_aside(std::uint32_t i) const {
    const Arc arc = doc_.arcs[i];
    switch (arc.deprel) {
      case Deprel::parataxis:
      case Deprel::advcl:
      case Deprel::punct:
      case Deprel::discourse:
      case Deprel::vocative:
      case Deprel::mark:
        return true;
      case Deprel::conj:
      case Deprel::cc:
        return is_predicate(doc_.tags[arc.head].upos) ||
               (arc.deprel == Deprel::conj && is_predicate(doc_.tags[i].upos));
      default:
        return is_relative(i) && is_cut_off(i);
    }
  }

  // "the ferry, which had no radar": unlike "the ferry that sank", not needed.
  bool is_cut_off(std::uint32_t i) const {
    const std::uint32_t begin = at(s_.begin, i);
    return begin > sentence_.first_token && doc_.tags[begin - 1].upos == Upos::PUNCT;
  }

  // Children before parents, so that each token is read once however deep the tree is.
  void find_extents() {
    const std::uint32_t first = sentence_.first_token, end = sentence_.last_token;
    s_.begin.resize(end - first);
    s_.last.resize(end - first);
    s_.subject.assign(end - first, kNone);
    s_.waiting.assign(end - first, 0);
    s_.ready.clear();
    for (std::uint32_t i = first; i < end; ++i) {
      at(s_.begin, i) = at(s_.last, i) = i;
      const Arc arc = doc_.arcs[i];
      if (arc.head == kNone) continue;
      ++at(s_.waiting, arc.head);
      const bool subject = arc.deprel == Deprel::nsubj;
      if (subject && at(s_.subject, arc.head) == kNone) at(s_.subject, arc.head) = i;
    }
    for (std::uint32_t i = first; i < end; ++i) {
      if (at(s_.waiting, i) == 0) s_.ready.push_back(i);
    }
    while (!s_.ready.empty()) {
      const std::uint32_t i = s_.ready.back();
      s_.ready.pop_back();
      const std::uint32_t head = doc_.arcs[i].head;
      if (head == kNone) continue;
      if (!is_aside(i)) {
        at(s_.begin, head) = std::min(at(s_.begin, head), at(s_.begin, i));
        at(s_.last, head) = std::max(at(s_.last, head), at(s_.last, i));
      }
      if (--at(s_.waiting, head) == 0) s_.ready.push_back(head);
    }
  }

  // Who or what does it: its own subject, the noun that it describes, or the subject of
  // the verb that it goes on from.
  std::uint32_t subject_of(std::uint32_t token) const {
    for (int steps = 0; steps < 4; ++steps) {
      if (at(s_.subject, token) != kNone) {
        // "the ferry that sank": the pronoun stands for the ferry.
        if (!is_relative(token)) return at(s_.subject, token);
        return doc_.arcs[token].head;
      }
      const Arc arc = doc_.arcs[token];
      if (arc.head == kNone) return kNone;
      if (arc.deprel == Deprel::acl) return arc.head;
      const bool goes_on = arc.deprel == Deprel::conj || arc.deprel == Deprel::xcomp;
      if (!goes_on || !is_predicate(doc_.tags[token].upos)) return kNone;
      token = arc.head;
    }
    return kNone;
  }

  Span words(std::uint32_t first, std::uint32_t last) const {
    return {doc_.tokens[first].span.begin, doc_.tokens[last].span.end};
  }

  // "in the 2011 inquiry": what relates a phrase to the rest is none of its own.
  std::uint32_t begin_of(std::uint32_t token) const {
    std::uint32_t begin = at(s_.begin, token);
    while (begin < token && doc_.arcs[begin].head == token && doc_.arcs[begin].deprel == Deprel::case_)
      ++begin;
    return begin;
  }

  // "began to move" is one event, named by its last verb.
  std::uint32_t begin_of_chain(std::uint32_t token) const {
    std::uint32_t begin = begin_of(token);
    for (int steps = 0; steps < 4 && doc_.arcs[token].deprel == Deprel::xcomp; ++steps) {
      token = doc_.arcs[token].head;
      begin = std::min(begin, begin_of(token));
    }
    return begin;
  }

  void describe(std::uint32_t token, Event& event) {
    const std::uint32_t subject = subject_of(token);
    const std::uint32_t begin = begin_of_chain(token), last = at(s_.last, token);
    event.clause = {words(begin, last)};
    event.entity = entity_at(doc_, token);
    const bool is_named = event.entity != kNone && doc_.entities[event.entity].kind == EntityKind::event;
    if (!is_named) event.entity = kNone;
    if (subject == kNone) return;
    add_participant(subject, event);
    const std::uint32_t subject_begin = begin_of(subject), subject_last = at(s_.last, subject);
    if (subject_begin < begin && subject_last + 1 >= begin) {
      event.clause = {words(subject_begin, last)};
    } else if (subject_last < begin) {
      event.clause = {words(subject_begin, subject_last), words(begin, last)};
    }
  }

  void add_participant(std::uint32_t token, Event& event) const {
    const std::uint32_t entity = entity_at(doc_, token);
    if (entity == kNone || std::ranges::count(event.participants, entity) > 0) return;
    if (event.participants.size() < kMostParticipants) event.participants.push_back(entity);
  }

  bool takes_part(std::uint32_t i) const {
    const Arc arc = doc_.arcs[i];
    switch (arc.deprel) {
      case Deprel::nsubj:
      case Deprel::obj:
      case Deprel::iobj:
        return true;
      case Deprel::obl:
        return arc.subtype == DeprelSubtype::agent;
      case Deprel::nmod:
      case Deprel::compound:
        return !is_predicate(doc_.tags[arc.head].upos);
      default:
        return false;
    }
  }

  // Subjects, objects and agents, what belongs to a noun, and those named along with them.
  void add_participants() {
    for (std::uint32_t i = sentence_.first_token; i < sentence_.last_token; ++i) {
      const Arc arc = doc_.arcs[i];
      if (arc.head == kNone || at(s_.event, arc.head) == kNone || at(s_.event, i) != kNone) continue;
      const std::uint32_t event = at(s_.event, arc.head);
      const bool part_of_event = doc_.events[event].span == doc_.tokens[arc.head].span;
      if (part_of_event ? !takes_part(i) : arc.deprel != Deprel::conj) continue;
      at(s_.event, i) = event;
      add_participant(i, doc_.events[event]);
    }
  }

  static constexpr std::size_t kMostParticipants = 16;
  const Sentence sentence_;
  Document& doc_;
  ClauseScratch& s_;
};

}  // namespace

void read_clauses(Sentence sentence, const std::vector<std::uint32_t>& tokens, std::uint32_t first,
                  Document& doc, ClauseScratch& scratch) {
  ClauseReader(sentence, doc, scratch).read(tokens, first);
}

}  // namespace hearsay
