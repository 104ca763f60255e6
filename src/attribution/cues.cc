#include "attribution/cues.h"

#include <algorithm>
#include <cstddef>
#include <span>

#include "attribution/weight_sum.h"

namespace hearsay {
namespace {

Scores<kCueLabels> score(const WeightTable<kCueLabels>& table, const std::vector<std::uint64_t>& features) {
  for (const std::uint64_t f : features) table.prefetch(f);
  return sum_weights(table, features);
}

void add_cues(const Facts& facts, std::uint32_t begin, const CueScratch& scratch, Guess& out) {
  const std::span<const std::uint8_t> labels = scratch.labels;
  for (std::uint32_t k = 0; k < labels.size(); ++k) {
    if (labels[k] == 0) continue;
    std::uint32_t end = k + 1;
    while (end < labels.size() && labels[end] == 2) ++end;
    GuessedCue g;
    g.cue = {begin + k, begin + end, head_of(facts, begin + k, begin + end)};
    g.cue_probability = probability_of(scratch.lattice, k, labels.subspan(k, end - k));
    std::fill(out.cue_at.begin() + g.cue.first, out.cue_at.begin() + g.cue.last,
              static_cast<std::uint32_t>(out.cues.size()));
    out.cues.push_back(g);
    k = end - 1;
  }
}

}  // namespace

void score_cues(const CueTagger& tagger, const Facts& facts, CueScratch& scratch, CueScores& out) {
  out.scores.clear();
  out.level.clear();
  for (std::uint32_t i = 0; i < facts.tokens.size(); ++i) {
    scratch.features.clear();
    cue_features(facts, i, scratch.features);
    out.scores.push_back(score(tagger.table, scratch.features));
  }
  for (std::uint32_t p = 0; p + 1 < facts.paragraphs.size(); ++p) {
    const std::uint32_t begin = facts.paragraph_begin(p);
    fill_lattice<kCueLabels>(tagger, std::span(out.scores).subspan(begin, facts.paragraph_end(p) - begin),
                             scratch.lattice);
    for (const Probabilities<kCueLabels>& m : scratch.lattice.marginals) {
      out.level.push_back(level_of(1 - m[0]));
    }
  }
}

void average_scores(std::span<const Scores<kCueLabels>> linear, std::span<Scores<kCueLabels>> scores) {
  for (std::size_t i = 0; i < scores.size(); ++i) {
    for (int y = 0; y < kCueLabels; ++y) scores[i][y] = (scores[i][y] + linear[i][y]) / 2;
  }
}

CueTagger average_chains(const CueTagger& a, const CueTagger& b) {
  CueTagger mean;
  for (int x = 0; x < kCueLabels; ++x) {
    mean.start[x] = (a.start[x] + b.start[x]) / 2;
    for (int y = 0; y < kCueLabels; ++y) {
      mean.transitions[x][y] = (a.transitions[x][y] + b.transitions[x][y]) / 2;
    }
  }
  return mean;
}

void choose_cues(const CueTagger& tagger, std::int32_t bias, const Facts& facts,
                 std::vector<Scores<kCueLabels>>& scores, CueScratch& scratch, Guess& out) {
  out.cue_at.assign(facts.tokens.size(), kNone);
  out.cues.clear();
  out.labels.clear();
  for (Scores<kCueLabels>& s : scores) s[1] += bias;
  for (std::uint32_t p = 0; p + 1 < facts.paragraphs.size(); ++p) {
    if (facts.is_unread(p)) continue;
    const std::uint32_t begin = facts.paragraph_begin(p);
    const auto paragraph = std::span(scores).subspan(begin, facts.paragraph_end(p) - begin);
    best_labels<kCueLabels>(tagger, paragraph, scratch.back, scratch.labels);
    if (std::ranges::all_of(scratch.labels, [](std::uint8_t label) { return label == 0; })) continue;
    fill_lattice<kCueLabels>(tagger, paragraph, scratch.lattice);
    add_cues(facts, begin, scratch, out);
  }
}

}  // namespace hearsay
