#include "attribution/nesting.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "attribution/cue_lemma.h"
#include "attribution/token_spans.h"

namespace hearsay {
namespace {

// Guesses about contents that are less sure than this are left out.
constexpr float kLeastConfidence = 0.5f;

// The part of the window in the cue's own content: what follows in another one's is none of
// its own.
Window window_within(const ContentView& view, const GuessedCue& g) {
  const std::uint32_t p = view.facts.tokens[g.cue.first].paragraph;
  return {std::max(g.window.first, view.facts.paragraph_begin(p)),
          std::min(g.window.last, view.facts.paragraph_end(p))};
}

// Spans of the tokens with one of two labels. Pieces that are neighbours in the document
// are one.
std::vector<Span> spans_of(const Document& doc, const ContentView& view, const Guess& guess,
                           const GuessedCue& g, std::uint8_t begin_label) {
  std::vector<Span> spans;
  std::uint32_t before = kNone;
  const Window w = window_within(view, g);
  for (std::uint32_t i = w.first; i < w.last; ++i) {
    const std::uint8_t label = guess.labels[g.labels_begin + i - g.window.first];
    if (label != begin_label && label != begin_label + 1) continue;
    const std::uint32_t token = view.tokens[i];
    if (before != kNone && token == before + 1) {
      spans.back().end = doc.tokens[token].span.end;
    } else {
      spans.push_back(doc.tokens[token].span);
    }
    before = token;
  }
  return spans;
}

// As seen from within the content: what the outer source quoted in his turn.
Form form_in(const ContentView& view, const Guess& guess, const GuessedCue& g) {
  bool has_inside = false;
  bool has_outside = false;
  const Window w = window_within(view, g);
  for (std::uint32_t i = w.first; i < w.last; ++i) {
    if (guess.labels[g.labels_begin + i - g.window.first] < 3) continue;
    if (view.facts.tokens[i].upos == Upos::PUNCT) continue;
    (view.facts.quotes[i].depth > 0 ? has_inside : has_outside) = true;
  }
  if (!has_inside) return Form::indirect;
  return has_outside ? Form::mixed : Form::direct;
}

void mark_cues(const Document& doc, std::vector<bool>& is_cue) {
  is_cue.assign(doc.tokens.size(), false);
  for (const Attribution& a : doc.attributions) {
    for (const Span s : a.cue) {
      const Window w = tokens_under(doc, s);
      std::fill(is_cue.begin() + w.first, is_cue.begin() + w.last, true);
    }
  }
}

// Adds what the taggers found in the view, but for cues that are known already.
void add_found(const AttributionModel& model, AttributionScratch& scratch, bool explain, Document& doc) {
  ContentView& view = scratch.view;
  const Guess& guess = scratch.guess;
  const std::vector<bool>& is_cue = scratch.is_cue;
  const std::size_t own_strings = doc.strings.size();
  for (const GuessedCue& g : guess.cues) {
    const std::uint32_t first = view.tokens[g.cue.first];
    const std::uint32_t last = view.tokens[g.cue.last - 1];
    if (last - first != g.cue.last - 1 - g.cue.first) continue;  // cut by the outer cue
    if (std::any_of(is_cue.begin() + first, is_cue.begin() + last + 1, [](bool b) { return b; })) continue;
    Attribution a;
    a.confidence = confidence_of(model.calibration, g);
    if (a.confidence < kLeastConfidence) continue;
    a.content = spans_of(doc, view, guess, g, 3);
    if (a.content.empty()) continue;
    a.source = spans_of(doc, view, guess, g, 1);
    a.cue.push_back({doc.tokens[first].span.begin, doc.tokens[last].span.end});
    a.cue_lemma = cue_lemma({first, last + 1, view.tokens[g.cue.head]}, own_strings, doc);
    a.form = form_in(view, guess, g);
    a.parent = view.owners[view.facts.tokens[g.cue.first].paragraph];
    doc.attributions.push_back(std::move(a));
    if (!explain) continue;
    doc.explanations.push_back(explain_guess(model, view.facts, view.spans, g, scratch));
    doc.explanations.back().read_alone = true;
  }
}

// Sorts by first cue position and renumbers the parents.
void sort_attributions(Document& doc) {
  const std::size_t n = doc.attributions.size();
  std::vector<std::uint32_t> order(n);
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return doc.attributions[a].cue[0].begin < doc.attributions[b].cue[0].begin;
  });
  std::vector<std::uint32_t> number(n);
  std::vector<Attribution> sorted;
  std::vector<Explanation> explanations;
  sorted.reserve(n);
  for (std::uint32_t i = 0; i < n; ++i) {
    number[order[i]] = i;
    sorted.push_back(std::move(doc.attributions[order[i]]));
    if (!doc.explanations.empty()) explanations.push_back(std::move(doc.explanations[order[i]]));
  }
  for (Attribution& a : sorted) {
    if (a.parent != kNone) a.parent = number[a.parent];
  }
  doc.attributions = std::move(sorted);
  doc.explanations = std::move(explanations);
}

// From the first to the last word of cue and content.
Span hull_of(const Attribution& a) {
  return {std::min(a.cue.front().begin, a.content.front().begin),
          std::max(a.cue.back().end, a.content.back().end)};
}

// Length of the smallest span of the content that holds `inner`; kNone if none does.
std::uint32_t holding_length(const Attribution& outer, Span inner) {
  std::uint32_t length = kNone;
  for (const Span s : outer.content) {
    if (s.begin <= inner.begin && inner.end <= s.end) length = std::min(length, s.end - s.begin);
  }
  return length;
}

}  // namespace

void find_parents(Document& doc) {
  // A window crosses no more than kMaxCuesCrossed cues of those that the taggers found, and
  // as many again were found within contents.
  constexpr std::size_t kNeighbours = 4 * kMaxCuesCrossed;
  const std::size_t n = doc.attributions.size();
  for (std::size_t i = 0; i < n; ++i) {
    const Span hull = hull_of(doc.attributions[i]);
    std::uint32_t best = kNone;
    for (std::size_t k = i - std::min(i, kNeighbours); k < std::min(n, i + kNeighbours + 1); ++k) {
      if (k == i) continue;
      const std::uint32_t length = holding_length(doc.attributions[k], hull);
      if (length >= best) continue;
      best = length;
      doc.attributions[i].parent = static_cast<std::uint32_t>(k);
    }
  }
}

void find_nested(const AttributionModel& model, Document& doc, AttributionScratch& scratch, bool explain) {
  std::size_t first = 0;
  for (int depth = 0; depth < kMaxNesting && first < doc.attributions.size(); ++depth) {
    view_contents(doc, scratch.facts, first, scratch.view);
    mark_cues(doc, scratch.is_cue);
    first = doc.attributions.size();
    std::swap(scratch.facts, scratch.view.facts);
    guess_attributions(model, scratch);
    std::swap(scratch.facts, scratch.view.facts);
    add_found(model, scratch, explain, doc);
  }
  sort_attributions(doc);
  find_parents(doc);
}

}  // namespace hearsay
