#include "attribution/explain_acts.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>
#include <vector>

#include "attribution/explain.h"
#include "attribution/portable_math.h"

namespace hearsay {
namespace {

constexpr ReasonKind kReasons[] = {ReasonKind::word,     ReasonKind::source_word, ReasonKind::modifier,
                                   ReasonKind::governor, ReasonKind::object,      ReasonKind::content_word};

// Clues that a reader sees in single words.
bool is_shown(const ActClue& clue) { return clue.kind != ClueKind::always && clue.kind != ClueKind::context; }

// What such a clue is to a reader.
ReasonKind reason_of(ClueKind kind) {
  switch (kind) {
    case ClueKind::around_cue:
    case ClueKind::auxiliary:
      return ReasonKind::modifier;
    case ClueKind::subject:
      return ReasonKind::source_word;
    case ClueKind::object:
      return ReasonKind::object;
    case ClueKind::governor:
      return ReasonKind::governor;
    case ClueKind::content_word:
    case ClueKind::content_phrase:
    case ClueKind::content_start:
    case ClueKind::content_verb:
    case ClueKind::content_subject:
    case ClueKind::content_form:
      return ReasonKind::content_word;
    default:
      return ReasonKind::word;
  }
}

// With the bonus that best_act() gives.
double probability_of_act(ActScores scores, Act act) {
  scores[static_cast<std::size_t>(Act::assert_)] += kPlainBonus;
  const std::int32_t best = *std::max_element(scores.begin(), scores.begin() + kActCount);
  double sum = 0;
  for (int a = 0; a < kActCount; ++a) sum += portable_exp((scores[a] - best) * kScoreUnit);
  return portable_exp((scores[static_cast<std::size_t>(act)] - best) * kScoreUnit) / sum;
}

double probability_of_negation(const ActScores& scores) {
  return 1 / (1 + portable_exp(-scores[kActCount] * kScoreUnit));
}

// What an act or the negation gains by some clues over what else it might be.
std::int32_t gain(const ActScores& scores, Part part, Act act, Act rival) {
  if (part == Part::negated) return scores[kActCount];
  return scores[static_cast<std::size_t>(act)] - scores[static_cast<std::size_t>(rival)];
}

class Explainer {
 public:
  Explainer(const ActModel& model, const Document& doc, const std::vector<ActClue>& clues, Act act)
      : model_(model), doc_(doc), clues_(clues), act_(act), all_(score_act(model, clues)) {
    ActScores others = all_;
    others[static_cast<std::size_t>(act)] = std::numeric_limits<std::int32_t>::min() / 2;
    rival_ = best_act(others);
  }

  Finding explain(Part part) const {
    std::vector<Candidate> candidates;
    for (const ReasonKind kind : kReasons) {
      const double rest = sure(part, scores_without({&kind, 1}));
      candidates.push_back({kind, strongest(part, kind), rest});
    }
    return find_reasons(part, sure(part, all_), std::move(candidates),
                        [&](std::span<const ReasonKind> kinds) { return sure(part, scores_without(kinds)); });
  }

 private:
  double sure(Part part, const ActScores& scores) const {
    return part == Part::negated ? probability_of_negation(scores) : probability_of_act(scores, act_);
  }

  ActScores scores_without(std::span<const ReasonKind> kinds) const {
    ActScores rest = all_;
    for (const ActClue& c : clues_) {
      if (!is_shown(c) || std::find(kinds.begin(), kinds.end(), reason_of(c.kind)) == kinds.end()) continue;
      const ActScores own = score_act(model_, {&c, 1});
      for (std::size_t a = 0; a < kActScores; ++a) rest[a] -= own[a];
    }
    return rest;
  }

  // The word that speaks the most for it, by the clues that are of this word alone; of
  // equals, the first.
  Span strongest(Part part, ReasonKind kind) const {
    std::vector<std::uint32_t> words;
    for (const ActClue& c : clues_) {
      if (is_shown(c) && reason_of(c.kind) == kind && c.last == c.first + 1) words.push_back(c.first);
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    std::vector<std::int32_t> gains(words.size(), 0);
    for (const ActClue& c : clues_) {
      if (!is_shown(c) || reason_of(c.kind) != kind || c.last != c.first + 1) continue;
      const auto at = std::lower_bound(words.begin(), words.end(), c.first) - words.begin();
      gains[static_cast<std::size_t>(at)] += gain(score_act(model_, {&c, 1}), part, act_, rival_);
    }
    const auto best = std::max_element(gains.begin(), gains.end());
    if (best == gains.end() || *best <= 0) return {};
    return doc_.tokens[words[static_cast<std::size_t>(best - gains.begin())]].span;
  }

  const ActModel& model_;
  const Document& doc_;
  const std::vector<ActClue>& clues_;
  Act act_;
  Act rival_ = Act::assert_;
  ActScores all_;
};

}  // namespace

void explain_acts(const ActModel& model, const Facts& facts, Document& doc, ActScratch& scratch) {
  assert(doc.explanations.size() == doc.attributions.size());
  for (std::size_t i = 0; i < doc.attributions.size(); ++i) {
    const Attribution& a = doc.attributions[i];
    find_all_clues(model, doc, facts, static_cast<std::uint32_t>(i), scratch);
    if (scratch.clues.empty()) continue;
    const Explainer explainer(model, doc, scratch.clues, a.act);
    std::vector<Finding>& findings = doc.explanations[i].findings;
    findings.push_back(explainer.explain(Part::act));
    if (a.negated) findings.push_back(explainer.explain(Part::negated));
  }
}

}  // namespace hearsay
