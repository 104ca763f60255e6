#include "events/events.h"

#include <algorithm>
#include <cassert>
#include <string_view>

#include "document/timex3.h"
#include "events/statements.h"
#include "events/token_spans.h"

namespace hearsay {
namespace {

// Of two times of one event the finer one, then the first: "at 9:52 p.m. on Tuesday".
bool is_finer(std::string_view a, std::string_view b) { return a.size() > b.size(); }

void mark_statements(const Document& doc, EventScratch& scratch) {
  scratch.is_statement.assign(doc.tokens.size(), false);
  for (const Attribution& a : doc.attributions) {
    for (const Span span : a.cue) {
      const TokenRange range = tokens_under(doc, span);
      for (std::uint32_t i = range.first; i < range.last; ++i) scratch.is_statement[i] = true;
    }
  }
}

// One entry a token, in text order.
void collect(const Document& doc, EventScratch& scratch) {
  std::vector<EventScratch::Found>& found = scratch.found;
  found.clear();
  for (std::uint32_t t = 0; t < doc.times.size(); ++t) {
    const std::uint32_t token = scratch.links.event[t];
    if (token == kNone || scratch.is_statement[token] || scratch.dates_cue[t]) continue;
    found.push_back({token, t});
  }
  std::ranges::stable_sort(found, {}, &EventScratch::Found::token);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (kept == 0 || found[kept - 1].token != found[i].token) {
      found[kept++] = found[i];
    } else if (is_finer(doc.times[found[i].time].value, doc.times[found[kept - 1].time].value)) {
      found[kept - 1] = found[i];
    }
  }
  found.resize(kept);
}

}  // namespace

void find_events(const EventWords& words, Document& doc, EventScratch& scratch) {
  assert(doc.events.empty() && doc.statement_times.empty());
  link_times(words, doc, scratch.links);
  date_statements(scratch.links, doc, scratch.dates_cue);
  mark_statements(doc, scratch);
  collect(doc, scratch);
  for (const EventScratch::Found& found : scratch.found) {
    doc.events.push_back({.span = doc.tokens[found.token].span, .time = found.time});
  }
  std::vector<std::uint32_t>& tokens = scratch.tokens;
  for (std::size_t i = 0; i < scratch.found.size();) {
    const Sentence sentence = sentence_of(doc, scratch.found[i].token);
    const auto first = static_cast<std::uint32_t>(i);
    tokens.clear();
    for (; i < scratch.found.size() && scratch.found[i].token < sentence.last_token; ++i) {
      tokens.push_back(scratch.found[i].token);
    }
    read_clauses(sentence, tokens, first, doc, scratch.clauses);
  }
}

}  // namespace hearsay
