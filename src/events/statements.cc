#include "events/statements.h"

#include <algorithm>

#include "events/token_spans.h"

namespace hearsay {
namespace {

// Times of one word that are looked at, words beside a cue, and words up the tree.
// What a time at the head of a clause costs that goes on with the cue: it dates both.
constexpr int kFronted = 7;
constexpr int kMostLinks = 8, kMostBeside = 8, kMostSteps = 4;

bool overlaps(const std::vector<Span>& spans, Span span) {
  return std::ranges::any_of(spans, [&](Span s) { return s.begin < span.end && span.begin < s.end; });
}

class Dater {
 public:
  Dater(const TimeLinks& links, const Document& doc, const Attribution& a)
      : links_(links), doc_(doc), a_(a) {}

  std::uint32_t find() {
    const TokenRange cue = tokens_under(doc_, a_.cue[0]);
    if (cue.first == cue.last) return kNone;
    for (const Span span : a_.cue) try_words(span, 0);
    for (const Span span : a_.source) try_source(span);
    climb();
    if (best_ == kNone) try_beside();
    return best_;
  }

  bool dates_more() const { return cost_ == kFronted; }

 private:
  void offer(std::uint32_t time, int cost) {
    if (cost >= cost_ || overlaps(a_.content, doc_.times[time].span)) return;
    best_ = time;
    cost_ = cost;
  }

  // The links of a word; those from further away cost more than `cost`.
  void try_word(std::uint32_t token, int cost) {
    std::uint32_t at = links_.first[token];
    for (int count = 0; at != kNone && count < kMostLinks; ++count, at = links_.links[at].next) {
      offer(links_.links[at].time, cost + 8 * static_cast<int>(links_.links[at].distance));
    }
  }

  void try_words(Span span, int cost) {
    const TokenRange range = tokens_under(doc_, span);
    for (std::uint32_t i = range.first; i < range.last; ++i) try_word(i, cost);
  }

  // "Monday's statement said", "police on Monday denied".
  void try_source(Span span) {
    const TokenRange range = tokens_under(doc_, span);
    if (range.first == range.last) return;
    const std::uint32_t head = head_of(doc_, range);
    std::uint32_t at = links_.first[head];
    for (int count = 0; at != kNone && count < kMostLinks; ++count, at = links_.links[at].next) {
      if (links_.links[at].distance == TimeDistance::direct) offer(links_.links[at].time, 1);
    }
  }

  // The verbs that the cue is a part of: "issued a denial on Friday", "refused on Friday to
  // comment"; and "on Friday she resigned and said".
  void climb() {
    const TokenRange range = tokens_under(doc_, a_.cue[0]);
    std::uint32_t at = head_of(doc_, range);
    for (int steps = 1; steps <= kMostSteps; ++steps) {
      const Arc arc = doc_.arcs[at];
      const bool noun = doc_.tags[at].upos == Upos::NOUN;
      const bool passive = arc.deprel == Deprel::nsubj && arc.subtype == DeprelSubtype::pass;
      const bool part = arc.deprel == Deprel::xcomp || (noun && (arc.deprel == Deprel::obj || passive));
      if (arc.head == kNone || (!part && arc.deprel != Deprel::conj)) return;
      at = arc.head;
      if (part) {
        try_word(at, 1 + steps);
      } else {
        return try_fronted(at);
      }
    }
  }

  void try_fronted(std::uint32_t verb) {
    std::uint32_t at = links_.first[verb];
    for (int count = 0; at != kNone && count < kMostLinks; ++count, at = links_.links[at].next) {
      const TimeLink& link = links_.links[at];
      if (link.distance == TimeDistance::direct && links_.tokens[link.time].last <= verb)
        offer(link.time, kFronted);
    }
  }

  bool is_own(std::uint32_t token) const {
    const Span span = doc_.tokens[token].span;
    return overlaps(a_.cue, span) || overlaps(a_.source, span);
  }

  bool is_between(std::uint32_t token) const {
    const Upos upos = doc_.tags[token].upos;
    return upos == Upos::ADP || upos == Upos::DET ||
           (upos == Upos::ADV && !overlaps(a_.content, doc_.tokens[token].span));
  }

  // "police said on Friday", "on Friday police said", whatever the tree makes of it.
  void try_beside() {
    const TokenRange range = tokens_under(doc_, a_.cue[0]);
    const Sentence sentence = sentence_of(doc_, range.first);
    std::uint32_t at = range.last;
    for (int count = 0; count < kMostBeside && at < sentence.last_token && (is_own(at) || is_between(at));
         ++count)
      ++at;
    offer_at(at, 40);
    at = range.first;
    const auto may_skip = [&](std::uint32_t i) { return is_own(i) || doc_.tags[i].upos == Upos::AUX; };
    for (int count = 0; count < kMostBeside && at > sentence.first_token && may_skip(at - 1); ++count) --at;
    if (at > sentence.first_token && doc_.at(doc_.tokens[at - 1].span) == ",") --at;
    if (at > sentence.first_token && is_fronted(at - 1, sentence)) offer_at(at - 1, 41);
  }

  // Whether the time that ends at the token begins its clause: "And on Friday she said",
  // not "the firm said on Friday it had agreed".
  bool is_fronted(std::uint32_t token, Sentence sentence) const {
    const std::uint32_t time = time_at(token);
    if (time == kNone) return false;
    std::uint32_t before = links_.tokens[time].first;
    if (before > sentence.first_token && doc_.tags[before - 1].upos == Upos::ADP) --before;
    if (before <= sentence.first_token) return true;
    const Upos upos = doc_.tags[before - 1].upos;
    return upos == Upos::PUNCT || upos == Upos::CCONJ;
  }

  // The time expression with a date that covers the token, or kNone.
  std::uint32_t time_at(std::uint32_t token) const {
    const Span span = doc_.tokens[token].span;
    const auto time = std::ranges::partition_point(
        doc_.times, [&](const TimeExpression& t) { return t.span.end <= span.begin; });
    const auto index = static_cast<std::uint32_t>(time - doc_.times.begin());
    if (time == doc_.times.end() || time->span.begin >= span.end) return kNone;
    return links_.tokens[index].first < links_.tokens[index].last ? index : kNone;
  }

  void offer_at(std::uint32_t token, int cost) {
    const std::uint32_t time = token < doc_.tokens.size() ? time_at(token) : kNone;
    if (time != kNone) offer(time, cost);
  }

  const TimeLinks& links_;
  const Document& doc_;
  const Attribution& a_;
  std::uint32_t best_ = kNone;
  int cost_ = 1000;
};

}  // namespace

void date_statements(const TimeLinks& links, Document& doc, std::vector<bool>& dates_cue) {
  dates_cue.assign(doc.times.size(), false);
  doc.statement_times.reserve(doc.attributions.size());
  for (const Attribution& a : doc.attributions) {
    Dater dater(links, doc, a);
    const std::uint32_t time = dater.find();
    doc.statement_times.push_back(time);
    if (time != kNone && !dater.dates_more()) dates_cue[time] = true;
  }
}

}  // namespace hearsay
