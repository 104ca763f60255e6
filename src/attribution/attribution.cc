#include "attribution/attribution.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <utility>

#include "attribution/attribution_file.h"

namespace hearsay {
namespace {

// Labels of one kind (the one that begins a span, and the next one up) as spans of
// the text. Pieces with nothing but space between them are one.
void read_spans(const Document& doc, const GuessedCue& g, std::span<const std::uint8_t> labels,
                std::uint8_t begin_label, std::vector<Span>& out) {
  for (std::size_t k = 0; k < labels.size(); ++k) {
    if (labels[k] != begin_label && labels[k] != begin_label + 1) continue;
    const Span token = doc.tokens[g.window.first + k].span;
    const bool goes_on = k > 0 && (labels[k - 1] == begin_label || labels[k - 1] == begin_label + 1);
    if (goes_on) {
      out.back().end = token.end;
    } else {
      out.push_back(token);
    }
  }
}

// Punctuation does not count: the marks themselves may or may not be in the content.
Form form_of(const Facts& facts, const GuessedCue& g, std::span<const std::uint8_t> labels) {
  bool has_inside = false;
  bool has_outside = false;
  for (std::size_t k = 0; k < labels.size(); ++k) {
    const std::size_t i = g.window.first + k;
    if (labels[k] < 3 || facts.tokens[i].upos == Upos::PUNCT) continue;
    (facts.quotes[i].depth > 0 ? has_inside : has_outside) = true;
  }
  if (!has_inside) return Form::indirect;
  return has_outside ? Form::mixed : Form::direct;
}

}  // namespace

Result<AttributionModel> load_attribution(const std::filesystem::path& path) {
  auto file = ModelFile::open(path, "attribution", kAttributionVersion);
  if (!file) return file.error();
  return read_attribution(*std::move(file));
}

void find_attributions(const AttributionModel& model, Document& doc, AttributionScratch& scratch) {
  assert(doc.attributions.empty() && doc.tags.size() == doc.tokens.size());
  collect_facts(doc, model.classes, scratch.facts_scratch, scratch.facts);
  const Guess* before = nullptr;
  for (std::size_t p = 0; p < model.passes.size(); ++p) {
    find_cues(model.passes[p], scratch.facts, before, scratch.pass, scratch.guesses[p]);
    find_roles(model.passes[p], scratch.facts, before, scratch.pass, scratch.guesses[p]);
    before = &scratch.guesses[p];
  }
  assert(before != nullptr);  // there is at least one pass
  for (const GuessedCue& g : before->cues) {
    const std::span<const std::uint8_t> labels(before->labels.data() + g.labels_begin,
                                               g.window.last - g.window.first);
    Attribution a;
    read_spans(doc, g, labels, 3, a.content);
    if (a.content.empty()) continue;
    read_spans(doc, g, labels, 1, a.source);
    a.cue.push_back({doc.tokens[g.cue.first].span.begin, doc.tokens[g.cue.last - 1].span.end});
    a.cue_lemma = doc.tags[g.cue.head].lemma;
    a.form = form_of(scratch.facts, g, labels);
    a.confidence = confidence_of(model.calibration, g);
    doc.attributions.push_back(std::move(a));
  }
}

}  // namespace hearsay
