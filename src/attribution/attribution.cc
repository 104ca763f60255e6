#include "attribution/attribution.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <utility>

#include "attribution/attribution_file.h"
#include "attribution/cue_lemma.h"
#include "attribution/floating_quotes.h"
#include "attribution/nesting.h"

namespace hearsay {
namespace {

// Guesses less sure than this are left out: they would cost more precision than they
// bring recall.
constexpr float kLeastConfidence = 0.35f;

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

Result<AttributionModel> load_attribution(const std::filesystem::path& directory) {
  auto file = ModelFile::open(directory / "attribution.model", "attribution", kAttributionVersion);
  if (!file) return file.error();
  auto network = ModelFile::open(directory / "roles.model", "roles", kRolesVersion);
  if (!network) return network.error();
  return read_attribution(*std::move(file), *std::move(network));
}

void guess_attributions(const AttributionModel& model, AttributionScratch& scratch) {
  score_cues(model.cues, scratch.facts, scratch.cues, scratch.linear);
  encode_tokens(model.network, scratch.facts, scratch.linear.level, kLeastCueLevel, scratch.roles.network,
                scratch.encoded, scratch.scores);
  average_scores(scratch.linear.scores, scratch.scores);
  choose_cues(average_chains(model.cues, model.network.cue_chain), model.cue_bias, scratch.facts,
              scratch.scores, scratch.cues, scratch.guess);
  find_roles(model.network, scratch.facts, scratch.encoded, scratch.roles, scratch.guess);
}

void find_attributions(const AttributionModel& model, Document& doc, AttributionScratch& scratch,
                       bool explain) {
  assert(doc.attributions.empty() && doc.tags.size() == doc.tokens.size());
  collect_facts(doc, model.classes, scratch.facts_scratch, scratch.facts);
  guess_attributions(model, scratch);
  const std::size_t own_strings = doc.strings.size();
  for (const GuessedCue& g : scratch.guess.cues) {
    const std::span<const std::uint8_t> labels(scratch.guess.labels.data() + g.labels_begin,
                                               g.window.last - g.window.first);
    Attribution a;
    a.confidence = confidence_of(model.calibration, g);
    if (a.confidence < kLeastConfidence) continue;
    read_spans(doc, g, labels, 3, a.content);
    if (a.content.empty()) continue;
    read_spans(doc, g, labels, 1, a.source);
    a.cue.push_back({doc.tokens[g.cue.first].span.begin, doc.tokens[g.cue.last - 1].span.end});
    a.cue_lemma = cue_lemma(g.cue, own_strings, doc);
    a.form = form_of(scratch.facts, g, labels);
    doc.attributions.push_back(std::move(a));
    if (explain) doc.explanations.push_back(explain_guess(model, scratch.facts, doc.tokens, g, scratch));
  }
  add_floating_quotes(scratch.facts, doc);
  find_nested(model, doc, scratch, explain);
}

}  // namespace hearsay
