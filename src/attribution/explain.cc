#include "attribution/explain.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "attribution/attribution.h"
#include "attribution/role_rules.h"

namespace hearsay {
namespace {

constexpr std::array kHidden = {ReasonKind::word,       ReasonKind::word_class,  ReasonKind::subject,
                                ReasonKind::source_tie, ReasonKind::content_tie, ReasonKind::source_word,
                                ReasonKind::opening,    ReasonKind::quotation,   ReasonKind::punctuation,
                                ReasonKind::nearness};

// How sure the models are of each part.
struct Sureness {
  double cue = 0;
  double source = 0;
  double content = 0;
};

// Evidence, and how sure the parts are without it.
struct Clue {
  ReasonKind kind = ReasonKind::word;
  Span span;
  Sureness without;
};

void find_parts(const Guess& guess, const GuessedCue& g, PartTokens& out) {
  out.cue = g.cue;
  out.window = g.window;
  out.source.clear();
  out.content.clear();
  for (std::uint32_t i = g.window.first; i < g.window.last; ++i) {
    const std::uint8_t label = guess.labels[g.labels_begin + i - g.window.first];
    if (label == 1 || label == 2) out.source.push_back(i);
    if (label >= 3) out.content.push_back(i);
  }
}

Span span_of(std::span<const Token> tokens, Window w) {
  if (w.first == w.last) return {};
  return {tokens[w.first].span.begin, tokens[w.last - 1].span.end};
}

// Reads the window of one cue again and again.
class Rereading {
 public:
  Rereading(const AttributionModel& model, Facts& facts, const GuessedCue& g, AttributionScratch& scratch)
      : model_(model), facts_(facts), g_(g), scratch_(scratch), own_(scratch.explain) {
    find_parts(scratch.guess, g, own_.parts);
    const Window w = g.window;
    own_.tokens.assign(facts.tokens.begin() + w.first, facts.tokens.begin() + w.last);
    own_.quotes.assign(facts.quotes.begin() + w.first, facts.quotes.begin() + w.last);
    own_.levels.assign(levels() + w.first, levels() + w.last);
    own_.linear.assign(linear_scores() + w.first, linear_scores() + w.last);
    own_.network.resize(facts.tokens.size());
    own_.features.clear();
    for (std::uint32_t i = w.first; i < w.last; ++i) cue_features(facts, i, own_.features);
  }

  const PartTokens& parts() const { return own_.parts; }

  // How sure each tagger is of the cue by itself. Requires: read() was called, nothing hidden.
  double by_features() { return by_tagger(model_.cues, part(own_.linear)); }
  double by_network() { return by_tagger(model_.network.cue_chain, part_of_network()); }

  // How sure the parts are with the facts as they stand; `far`: if the source were far away.
  Sureness read(bool far) {
    encode_around(model_.network, facts_, scratch_.linear.level, g_.window, scratch_.roles.network,
                  scratch_.encoded, own_.network);
    const auto network = part_of_network();
    own_.mean.assign(network.begin(), network.end());
    average_scores(part(own_.linear), own_.mean);
    Sureness sure = score_roles(far);
    sure.cue = cue_probability(average_chains(model_.cues, model_.network.cue_chain));
    return sure;
  }

  // Hides evidence, reads, and puts it back. `shown` becomes the tokens that show the last
  // of it. Returns false where there is none of that.
  bool read_without(std::span<const ReasonKind> kinds, Sureness& sure, Window& shown) {
    bool far = false;
    bool found = false;
    for (const ReasonKind kind : kinds) {
      shown = {};
      found =
          kind == ReasonKind::nearness ? !own_.parts.source.empty() : hide(kind, own_.parts, facts_, shown);
      far = far || (kind == ReasonKind::nearness && found);
    }
    if (found) {
      score_features();
      sure = read(far);
    }
    put_back();
    return found;
  }

 private:
  std::vector<std::uint8_t>::iterator levels() { return scratch_.linear.level.begin(); }
  std::vector<Scores<kCueLabels>>::iterator linear_scores() { return scratch_.linear.scores.begin(); }

  // The window's tokens in the cue's paragraph.
  Window paragraph() const {
    const std::uint32_t p = facts_.tokens[g_.cue.first].paragraph;
    return {std::max(g_.window.first, facts_.paragraph_begin(p)),
            std::min(g_.window.last, facts_.paragraph_end(p))};
  }
  std::span<Scores<kCueLabels>> part(std::vector<Scores<kCueLabels>>& of_window) const {
    const Window p = paragraph();
    return std::span(of_window).subspan(p.first - g_.window.first, p.last - p.first);
  }
  std::span<Scores<kCueLabels>> part_of_network() {
    const Window p = paragraph();
    return std::span(own_.network).subspan(p.first, p.last - p.first);
  }

  double by_tagger(const CueTagger& tagger, std::span<const Scores<kCueLabels>> scores) {
    own_.mean.assign(scores.begin(), scores.end());
    return cue_probability(tagger);
  }

  // By own_.mean, which gets the bias.
  double cue_probability(const CueTagger& chain) {
    for (Scores<kCueLabels>& s : own_.mean) s[1] += model_.cue_bias;
    fill_lattice<kCueLabels>(chain, own_.mean, own_.lattice);
    std::vector<std::uint8_t> labels(g_.cue.last - g_.cue.first, 2);
    labels[0] = 1;
    return probability_of<kCueLabels>(own_.lattice, g_.cue.first - paragraph().first, labels);
  }

  Sureness score_roles(bool far) {
    RoleTaggerScratch& roles = scratch_.roles;
    relate_to_cue(facts_, scratch_.guess.cue_at, g_.cue, g_.window, roles.related);
    if (far) {
      for (const std::uint32_t i : own_.parts.source)
        roles.related.tokens[i - g_.window.first].distance = kReach;
    }
    clear_windows(roles.network);
    add_window(model_.network, facts_, scratch_.guess.cue_at, g_.cue, g_.window, roles.related,
               scratch_.encoded, roles.network);
    score_windows(model_.network, roles.network);
    read_roles(model_.network, g_.cue, g_.window, 0, roles.network, roles.scores);
    forbid_roles(facts_, scratch_.guess.cue_at, g_.cue, g_.window, roles.scores);
    fill_lattice<kRoleLabels>(model_.network.role_chain, roles.scores, roles.lattice);
    return {0, mean_probability(own_.parts.source, 1), mean_probability(own_.parts.content, 3)};
  }

  // Of the tokens' having the label that begins a part or the one that continues it.
  double mean_probability(const std::vector<std::uint32_t>& tokens, std::size_t begin_label) const {
    double sum = 0;
    for (const std::uint32_t i : tokens) {
      const auto& p = scratch_.roles.lattice.marginals[i - g_.window.first];
      sum += p[begin_label] + p[begin_label + 1];
    }
    return tokens.empty() ? 0 : sum / static_cast<double>(tokens.size());
  }

  // Linear scores and levels without the features that what is hidden has changed.
  void score_features() {
    std::size_t at = 0;
    for (std::uint32_t i = g_.window.first; i < g_.window.last; ++i) {
      own_.hidden_features.clear();
      cue_features(facts_, i, own_.hidden_features);
      Scores<kCueLabels> scores{};
      for (const std::uint64_t f : own_.hidden_features) {
        if (f == own_.features[at++]) model_.cues.table.add(f, scores);
      }
      own_.linear[i - g_.window.first] = scores;
    }
    const Window p = paragraph();
    fill_lattice<kCueLabels>(model_.cues, part(own_.linear), own_.lattice);
    for (std::uint32_t i = p.first; i < p.last; ++i) {
      levels()[i] = level_of(1 - own_.lattice.marginals[i - p.first][0]);
    }
  }

  void put_back() {
    const std::uint32_t first = g_.window.first;
    std::copy(own_.tokens.begin(), own_.tokens.end(), facts_.tokens.begin() + first);
    std::copy(own_.quotes.begin(), own_.quotes.end(), facts_.quotes.begin() + first);
    std::copy(own_.levels.begin(), own_.levels.end(), levels() + first);
    own_.linear.assign(linear_scores() + first, linear_scores() + g_.window.last);
  }

  const AttributionModel& model_;
  Facts& facts_;
  const GuessedCue& g_;
  AttributionScratch& scratch_;
  ExplainScratch& own_;
};

double of_part(const Sureness& sure, Part part) {
  return part == Part::cue ? sure.cue : part == Part::source ? sure.source : sure.content;
}

// What a part has for reasons, by how much less sure it is without each of them alone.
std::vector<Candidate> rank(const std::vector<Clue>& clues, Part part) {
  std::vector<Candidate> out;
  for (const Clue& clue : clues) out.push_back({clue.kind, clue.span, of_part(clue.without, part)});
  return out;
}

}  // namespace

float in_hundredths(double p) {
  return static_cast<float>(static_cast<int>(std::clamp(p, 0.0, 1.0) * 100 + 0.5)) / 100.0f;
}

Finding find_reasons(Part part, double sure, std::vector<Candidate> candidates,
                     const std::function<double(std::span<const ReasonKind>)>& read_without) {
  Finding finding{part, in_hundredths(sure), {}};
  std::erase_if(candidates, [&](const Candidate& c) { return c.without >= sure; });
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.without < b.without; });
  std::vector<ReasonKind> hidden;
  double rest = sure;
  for (const Candidate& c : candidates) {
    if (finding.reasons.size() == kMostReasons || rest < 0.5 * sure) break;
    hidden.push_back(c.kind);
    const double without = hidden.size() == 1 ? c.without : read_without(hidden);
    if (in_hundredths(rest) - in_hundredths(without) < kLeastWeight && hidden.size() > 1) {
      hidden.pop_back();
      continue;
    }
    rest = without;
    finding.reasons.push_back({c.kind, c.span, in_hundredths(without)});
  }
  const bool matter =
      !finding.reasons.empty() && finding.sure - finding.reasons.back().without >= kLeastWeight;
  if (!matter) finding.reasons.clear();
  return finding;
}

Explanation explain_guess(const AttributionModel& model, Facts& facts, std::span<const Token> tokens,
                          const GuessedCue& guess, AttributionScratch& scratch) {
  Rereading rereading(model, facts, guess, scratch);
  const Sureness all = rereading.read(false);
  Explanation out;
  out.by_features = in_hundredths(rereading.by_features());
  out.by_network = in_hundredths(rereading.by_network());
  std::vector<Clue> clues;
  for (const ReasonKind kind : kHidden) {
    Clue clue{kind, {}, {}};
    Window shown;
    if (!rereading.read_without({&kind, 1}, clue.without, shown)) continue;
    clue.span = span_of(tokens, shown);
    clues.push_back(clue);
  }
  for (const Part part : {Part::cue, Part::source, Part::content}) {
    if (part == Part::source && rereading.parts().source.empty()) continue;
    out.findings.push_back(
        find_reasons(part, of_part(all, part), rank(clues, part), [&](std::span<const ReasonKind> kinds) {
          Sureness sure = all;
          Window shown;
          rereading.read_without(kinds, sure, shown);
          return of_part(sure, part);
        }));
  }
  return out;
}

}  // namespace hearsay
