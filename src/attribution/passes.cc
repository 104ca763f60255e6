#include "attribution/passes.h"

#include <algorithm>
#include <cstddef>
#include <span>

#include "attribution/portable_math.h"

namespace hearsay {
namespace {

// Takes a label out of the running, yet is far from overflow when summed.
constexpr std::int32_t kNever = -10'000'000;

template <int K>
Scores<K> score(const WeightTable<K>& table, const std::vector<std::uint64_t>& features) {
  for (const std::uint64_t f : features) table.prefetch(f);
  Scores<K> scores{};
  for (const std::uint64_t f : features) table.add(f, scores);
  return scores;
}

void add_cues(const Facts& facts, std::uint32_t begin, PassScratch& scratch, Guess& out) {
  const std::span<const std::uint8_t> labels = scratch.labels;
  for (std::uint32_t k = 0; k < labels.size(); ++k) {
    if (labels[k] == 0) continue;
    std::uint32_t end = k + 1;
    while (end < labels.size() && labels[end] == 2) ++end;
    GuessedCue g;
    g.cue = {begin + k, begin + end, head_of(facts, begin + k, begin + end)};
    g.cue_probability = probability_of(scratch.cue_lattice, k, labels.subspan(k, end - k));
    std::fill(out.cue_at.begin() + g.cue.first, out.cue_at.begin() + g.cue.last,
              static_cast<std::uint32_t>(out.cues.size()));
    out.cues.push_back(g);
    k = end - 1;
  }
}

void count_role(std::uint8_t label, std::uint32_t i, Guess& out) {
  if (label == 0) return;
  std::uint8_t& n = label <= 2 ? out.in_source[i] : out.in_content[i];
  n = static_cast<std::uint8_t>(n + (n < 255));
}

void summarise(const Facts& facts, const PassScratch& scratch, GuessedCue& g, Guess& out) {
  std::uint32_t content = 0;
  std::uint32_t source = 0;
  for (std::uint32_t k = 0; k < scratch.labels.size(); ++k) {
    const std::uint8_t label = scratch.labels[k];
    const std::uint32_t i = g.window.first + k;
    count_role(label, i, out);
    if (label == 0) continue;
    const double certainty = portable_log(std::max(scratch.role_lattice.marginals[k][label], 1e-9));
    const std::uint8_t side = i < g.cue.first ? 1 : 2;
    if (label <= 2) {
      g.source_side |= side;
      g.source_certainty += certainty;
      ++source;
    } else {
      if (content == 0) g.content_state = facts.quotes[i].state;
      g.content_side |= side;
      g.content_certainty += certainty;
      ++content;
    }
  }
  g.content_length = static_cast<std::uint8_t>(bucket_of(content));
  if (content > 0) g.content_certainty /= content;
  if (source > 0) g.source_certainty /= source;
}

}  // namespace

std::uint32_t overlapping_cue(const Guess* before, const Cue& cue) {
  if (before == nullptr) return kNone;
  for (std::uint32_t i = cue.first; i < cue.last; ++i) {
    if (before->cue_at[i] != kNone) return before->cue_at[i];
  }
  return kNone;
}

void find_cues(const PassModel& model, const Facts& facts, const Guess* before, PassScratch& scratch,
               Guess& out) {
  const std::size_t n = facts.tokens.size();
  out.cue_level.assign(n, 0);
  out.in_content.assign(n, 0);
  out.in_source.assign(n, 0);
  out.cue_at.assign(n, kNone);
  out.cues.clear();
  out.labels.clear();
  for (std::uint32_t p = 0; p + 1 < facts.paragraphs.size(); ++p) {
    const std::uint32_t begin = facts.paragraph_begin(p);
    const std::uint32_t end = facts.paragraph_end(p);
    scratch.cue_scores.clear();
    for (std::uint32_t i = begin; i < end; ++i) {
      scratch.features.clear();
      cue_features(facts, before, i, scratch.features);
      scratch.cue_scores.push_back(score(model.cues.table, scratch.features));
      scratch.cue_scores.back()[1] += model.cue_bias;
    }
    best_labels<kCueLabels>(model.cues, scratch.cue_scores, scratch.cue_back, scratch.labels);
    fill_lattice<kCueLabels>(model.cues, scratch.cue_scores, scratch.cue_lattice);
    for (std::uint32_t i = begin; i < end; ++i) {
      out.cue_level[i] = level_of(1 - scratch.cue_lattice.marginals[i - begin][0]);
    }
    add_cues(facts, begin, scratch, out);
  }
}

void find_roles(const PassModel& model, const Facts& facts, const Guess* before, PassScratch& scratch,
                Guess& out) {
  for (GuessedCue& g : out.cues) {
    g.window = window_of(facts, out.cue_at, g.cue);
    relate_to_cue(facts, out.cue_at, g.cue, g.window, scratch.roles);
    const std::uint32_t own = overlapping_cue(before, g.cue);
    scratch.role_scores.clear();
    for (std::uint32_t i = g.window.first; i < g.window.last; ++i) {
      if (i >= g.cue.first && i < g.cue.last) {
        scratch.role_scores.push_back({0, kNever, kNever, kNever, kNever});
        continue;
      }
      scratch.features.clear();
      role_features(facts, before, g.cue, g.window, own, scratch.roles, i, scratch.features);
      scratch.role_scores.push_back(score(model.roles.table, scratch.features));
    }
    best_labels<kRoleLabels>(model.roles, scratch.role_scores, scratch.role_back, scratch.labels);
    fill_lattice<kRoleLabels>(model.roles, scratch.role_scores, scratch.role_lattice);
    g.role_probability = probability_of<kRoleLabels>(scratch.role_lattice, 0, scratch.labels);
    g.labels_begin = static_cast<std::uint32_t>(out.labels.size());
    out.labels.insert(out.labels.end(), scratch.labels.begin(), scratch.labels.end());
    summarise(facts, scratch, g, out);
  }
}

}  // namespace hearsay
