#include "attribution/content_view.h"

#include <algorithm>
#include <utility>

#include "attribution/token_spans.h"

namespace hearsay {
namespace {

std::uint32_t length_of(const Attribution& a) {
  std::uint32_t bytes = 0;
  for (const Span s : a.content) bytes += s.end - s.begin;
  return bytes;
}

// Longest first; of equals, in text order.
void order_by_length(const Document& doc, std::size_t first, std::vector<std::uint32_t>& order) {
  order.clear();
  for (std::size_t i = first; i < doc.attributions.size(); ++i)
    order.push_back(static_cast<std::uint32_t>(i));
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return length_of(doc.attributions[a]) > length_of(doc.attributions[b]);
  });
}

bool is_free(const Document& doc, const Attribution& a, const std::vector<std::uint32_t>& place) {
  return std::all_of(a.content.begin(), a.content.end(), [&](Span s) {
    const Window w = tokens_under(doc, s);
    return std::all_of(place.begin() + w.first, place.begin() + w.last,
                       [](std::uint32_t at) { return at == kNone; });
  });
}

// Reading a content again costs as much as reading it did: worth it only where there is
// a verb of saying, thinking or feeling by its most frequent sense, one that can be of
// saying, or a noun of saying.
bool may_hold_cue(const TokenFacts& t) {
  // lexnames(5WN)
  constexpr std::uint8_t kNounCommunication = 10, kCognition = 31, kCommunication = 32, kEmotion = 37;
  if (t.upos == Upos::NOUN) return t.word_class.noun == kNounCommunication;
  if (t.upos != Upos::VERB) return false;
  const std::uint8_t verb = t.word_class.verb;
  return verb == kCognition || verb == kCommunication || verb == kEmotion ||
         (t.word_class.flags & kCanCommunicate) != 0;
}

bool may_hold_cue(const Document& doc, const Facts& facts, const Attribution& a) {
  return std::any_of(a.content.begin(), a.content.end(), [&](Span s) {
    const Window w = tokens_under(doc, s);
    return std::any_of(facts.tokens.begin() + w.first, facts.tokens.begin() + w.last,
                       [](const TokenFacts& t) { return may_hold_cue(t); });
  });
}

void add_content(const Document& doc, const Facts& facts, std::uint32_t index, ContentView& out) {
  const Attribution& a = doc.attributions[index];
  const auto begin = static_cast<std::uint32_t>(out.tokens.size());
  for (const Span s : a.content) {
    const Window w = tokens_under(doc, s);
    for (std::uint32_t i = w.first; i < w.last; ++i) {
      const QuoteState state = facts.quotes[i].state;
      const bool is_mark = state == QuoteState::open || state == QuoteState::close;
      if (is_mark && a.form == Form::direct) continue;
      out.place[i] = static_cast<std::uint32_t>(out.tokens.size());
      out.tokens.push_back(i);
      out.spans.push_back(doc.tokens[i]);
    }
  }
  if (out.tokens.size() == begin) return;
  out.facts.paragraphs.push_back(begin);
  out.owners.push_back(index);
}

// The token's place in the view if it stands in the same paragraph, else kNone.
std::uint32_t moved(const ContentView& view, std::uint32_t token, std::uint32_t begin, std::uint32_t end) {
  if (token == kNone) return kNone;
  const std::uint32_t at = view.place[token];
  return at >= begin && at < end ? at : kNone;
}

void move_token(const ContentView& view, std::uint32_t begin, std::uint32_t end, TokenFacts& t) {
  t.head = moved(view, t.head, begin, end);
  t.subject = moved(view, t.subject, begin, end);
  t.object = moved(view, t.object, begin, end);
  t.clause = moved(view, t.clause, begin, end);
  if (t.head != kNone) return;
  t.deprel = Deprel::root;
  t.subtype = DeprelSubtype::none;
}

void fill_facts(const Facts& facts, ContentView& out) {
  out.facts.tokens.clear();
  out.facts.sentences.clear();
  for (std::size_t p = 0; p + 1 < out.facts.paragraphs.size(); ++p) {
    const std::uint32_t begin = out.facts.paragraphs[p];
    const std::uint32_t end = out.facts.paragraphs[p + 1];
    std::uint32_t before = kNone;
    for (std::uint32_t i = begin; i < end; ++i) {
      TokenFacts t = facts.tokens[out.tokens[i]];
      if (t.sentence != before) out.facts.sentences.push_back({i, i});
      before = t.sentence;
      move_token(out, begin, end, t);
      t.paragraph = static_cast<std::uint32_t>(p);
      t.sentence = static_cast<std::uint32_t>(out.facts.sentences.size() - 1);
      out.facts.sentences.back().last_token = i + 1;
      out.facts.tokens.push_back(t);
    }
  }
}

}  // namespace

void view_contents(const Document& doc, const Facts& facts, std::size_t first, ContentView& out) {
  out.tokens.clear();
  out.owners.clear();
  out.spans.clear();
  out.facts.paragraphs.clear();
  out.place.assign(doc.tokens.size(), kNone);
  order_by_length(doc, first, out.order);
  for (const std::uint32_t i : out.order) {
    const Attribution& a = doc.attributions[i];
    if (may_hold_cue(doc, facts, a) && is_free(doc, a, out.place)) add_content(doc, facts, i, out);
  }
  match_quotes(doc.text, out.spans, out.facts.paragraphs, out.facts.quotes);
  out.facts.paragraphs.push_back(static_cast<std::uint32_t>(out.tokens.size()));
  fill_facts(facts, out);
  measure_marks(out.facts);
}

}  // namespace hearsay
