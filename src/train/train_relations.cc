#include "train/train_relations.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "train/relation_corpus.h"
#include "train/word_meanings.h"

namespace hearsay {
namespace {

constexpr std::int32_t kWhole = 1000;

// What the trees say of a pair, and what is true.
struct Judged {
  std::size_t story = 0;
  int type = 0;            // the likeliest
  std::int32_t share = 0;  // in thousandths: of that type being right
  const MarkedPair* pair = nullptr;
};

struct FittedModel {
  FittedTrees related, type;
};

// Fitted to all stories but those whose number is `left_out` modulo `folds`.
FittedModel fit(const std::vector<MarkedStory>& stories, std::size_t left_out, std::size_t folds,
                const RelationsTraining& training) {
  std::vector<BoostingExample> all;
  std::vector<BoostingExample> related;
  for (std::size_t s = 0; s < stories.size(); ++s) {
    if (s % folds == left_out) continue;
    for (const MarkedPair& pair : stories[s].pairs) {
      const bool is_related = pair.type != kUnrelated;
      all.push_back({.features = pair.features, .label = is_related ? 1 : 0});
      if (is_related) related.push_back({.features = pair.features, .label = pair.type});
    }
  }
  return {fit_trees(all, 2, training.related), fit_trees(related, kRelationTypeCount, training.type)};
}

Judged judge(const FittedModel& model, std::size_t story, const MarkedPair& pair) {
  std::array<std::int32_t, 2> related{};
  score_trees(model.related.view(), pair.features, related);
  share_scores(related);
  std::array<std::int32_t, kRelationTypeCount> type{};
  score_trees(model.type.view(), pair.features, type);
  share_scores(type);
  const auto best = static_cast<std::size_t>(std::ranges::max_element(type) - type.begin());
  return {story, static_cast<int>(best), related[1] * type[best] / kWhole, &pair};
}

void judge_story(const FittedModel& model, const std::vector<MarkedStory>& stories, std::size_t s,
                 std::vector<Judged>& judged) {
  for (const MarkedPair& pair : stories[s].pairs) judged.push_back(judge(model, s, pair));
}

struct Tally {
  int right = 0;
  int given = 0;
  int gold = 0;

  double f1() const { return given + gold == 0 ? 0 : 200.0 * right / (given + gold); }
};

std::string text_of(const Tally& t) {
  const auto percent = [](int part, int whole) { return whole == 0 ? 0.0 : 100.0 * part / whole; };
  std::array<char, 96> text{};
  std::snprintf(text.data(), text.size(), "P %5.1f R %5.1f F1 %5.1f (%d right, %d given, %d gold)",
                percent(t.right, t.given), percent(t.right, t.gold), t.f1(), t.right, t.given, t.gold);
  return text.data();
}

bool is_against(int type) {
  return type != kUnrelated && static_cast<RelationType>(type) != RelationType::supports &&
         static_cast<RelationType>(type) != RelationType::repeats;
}

// Gold relations of a type, or of all that `wanted` takes.
template <typename Wanted>
int count_gold(const std::vector<MarkedStory>& stories, std::size_t story, Wanted wanted) {
  int sum = 0;
  for (std::size_t s = 0; s < stories.size(); ++s) {
    if (story != stories.size() && s != story) continue;
    for (int t = 0; t < kRelationTypeCount; ++t) {
      if (wanted(t)) sum += stories[s].relations[static_cast<std::size_t>(t)];
    }
  }
  return sum;
}

// The least share for each type that makes the best F1 of that type.
std::vector<std::uint16_t> choose_bounds(const std::vector<Judged>& judged,
                                         const std::vector<MarkedStory>& stories) {
  std::vector<std::uint16_t> bounds;
  for (int t = 0; t < kRelationTypeCount; ++t) {
    const int gold = count_gold(stories, stories.size(), [&](int type) { return type == t; });
    double best = -1;
    std::uint16_t bound = kWhole;
    for (std::int32_t at = 100; at < kWhole; at += 10) {
      Tally tally{.gold = gold};
      for (const Judged& j : judged) {
        if (j.type != t || j.share < at) continue;
        ++tally.given;
        if (j.pair->type == t) ++tally.right;
      }
      if (tally.f1() > best) {
        best = tally.f1();
        bound = static_cast<std::uint16_t>(at);
      }
    }
    bounds.push_back(bound);
  }
  return bounds;
}

void report_scores(const std::vector<Judged>& judged, const std::vector<MarkedStory>& stories,
                   const std::vector<std::uint16_t>& bounds, std::size_t story,
                   const std::function<void(std::string_view)>& report) {
  std::vector<Tally> by_type(kRelationTypeCount);
  Tally against;
  Tally relation;
  for (const Judged& j : judged) {
    if (story != stories.size() && j.story != story) continue;
    if (j.share < bounds[static_cast<std::size_t>(j.type)]) continue;
    Tally& t = by_type[static_cast<std::size_t>(j.type)];
    const bool right = j.type == j.pair->type;
    ++t.given;
    t.right += right ? 1 : 0;
    if (is_against(j.type)) {
      ++against.given;
      against.right += is_against(j.pair->type) ? 1 : 0;
    }
    if (static_cast<RelationType>(j.type) != RelationType::repeats) {
      ++relation.given;
      relation.right += right ? 1 : 0;
    }
  }
  for (int t = 0; t < kRelationTypeCount; ++t) {
    Tally& tally = by_type[static_cast<std::size_t>(t)];
    tally.gold = count_gold(stories, story, [&](int type) { return type == t; });
    if (story == stories.size()) {
      report("  " + std::string(to_string(static_cast<RelationType>(t))) + " " + text_of(tally) + ", bound " +
             std::to_string(bounds[static_cast<std::size_t>(t)]));
    }
  }
  against.gold = count_gold(stories, story, is_against);
  relation.gold =
      count_gold(stories, story, [](int t) { return static_cast<RelationType>(t) != RelationType::repeats; });
  const Tally& repeats = by_type[static_cast<std::size_t>(RelationType::repeats)];
  if (story == stories.size()) {
    report("  disagreement " + text_of(against));
    report("  relation     " + text_of(relation));
    report("  repeats      " + text_of(repeats));
  } else {
    std::array<char, 128> text{};
    std::snprintf(text.data(), text.size(), "  %-24s disagreement %5.1f relation %5.1f repeats %5.1f",
                  stories[story].id.c_str(), against.f1(), relation.f1(), repeats.f1());
    report(text.data());
  }
}

// Percent right by share, rising: the pool-adjacent-violators algorithm over the steps.
std::vector<std::uint8_t> calibrate(const std::vector<Judged>& judged) {
  struct Pool {
    double right = 0;
    double all = 0;
    std::size_t steps = 0;
  };
  constexpr std::int32_t kStep = kWhole / (static_cast<std::int32_t>(kConfidenceSteps) - 1);
  std::vector<Pool> steps(kConfidenceSteps);
  for (const Judged& j : judged) {
    Pool& step = steps[static_cast<std::size_t>(j.share / kStep)];
    ++step.all;
    step.right += j.type == j.pair->type ? 1 : 0;
  }
  std::vector<Pool> pools;
  for (std::size_t k = 0; k < steps.size(); ++k) {
    // As if the share itself had been seen a few times.
    constexpr double kTrust = 3;
    const double share = static_cast<double>(k) / static_cast<double>(kConfidenceSteps - 1);
    pools.push_back({steps[k].right + kTrust * share, steps[k].all + kTrust, 1});
    while (pools.size() > 1) {
      const Pool& last = pools.back();
      Pool& before = pools[pools.size() - 2];
      if (before.right * last.all <= last.right * before.all) break;
      before = {before.right + last.right, before.all + last.all, before.steps + last.steps};
      pools.pop_back();
    }
  }
  std::vector<std::uint8_t> percents;
  for (const Pool& pool : pools) {
    const auto percent =
        static_cast<std::uint8_t>(std::clamp(std::lround(100 * pool.right / pool.all), 1L, 99L));
    percents.insert(percents.end(), pool.steps, percent);
  }
  return percents;
}

Result<Success> write(const WordMeanings& meanings, const FittedModel& model,
                      const std::vector<std::uint16_t>& bounds, const std::vector<std::uint8_t>& confidence,
                      const std::filesystem::path& output) {
  ModelWriter writer("relations", kRelationsVersion);
  writer.add("words", std::span<const KnownWord>(meanings.words));
  writer.add("concepts", std::span<const Concept>(meanings.concepts));
  add_trees(model.related, "related", writer);
  add_trees(model.type, "type", writer);
  writer.add("bounds", std::span<const std::uint16_t>(bounds));
  writer.add("confidence", std::span<const std::uint8_t>(confidence));
  return writer.write(output);
}

void report_all(std::string_view title, const std::vector<Judged>& judged,
                const std::vector<MarkedStory>& stories, const std::vector<std::uint16_t>& bounds,
                const std::function<void(std::string_view)>& report) {
  report(title);
  report_scores(judged, stories, bounds, stories.size(), report);
  for (std::size_t s = 0; s < stories.size(); ++s) report_scores(judged, stories, bounds, s, report);
}

}  // namespace

Result<Success> train_relations(const RelationsTraining& training,
                                const std::function<void(std::string_view)>& report) {
  auto meanings = read_word_meanings(training.wordnet);
  if (!meanings) return meanings.error();
  report(std::to_string(meanings->words.size()) + " words, " + std::to_string(meanings->concepts.size()) +
         " senses");
  RelationModel words;
  words.words = meanings->words;
  words.concepts = meanings->concepts;
  const auto acts = UnseenActs::fit(training.acts, static_cast<int>(training.folds));
  if (!acts) return acts.error();
  const auto stories = read_relation_corpus(training.stories, training.models, words, *acts);
  if (!stories) return stories.error();
  std::vector<Judged> judged;
  const std::size_t folds = std::min<std::size_t>(training.folds, stories->size());
  std::size_t related = 0;
  for (std::size_t s = 0; s < stories->size(); ++s) {
    if (s < folds) {
      const FittedModel model = fit(*stories, s, folds, training);
      for (std::size_t left = s; left < stories->size(); left += folds)
        judge_story(model, *stories, left, judged);
    }
    for (const MarkedPair& pair : (*stories)[s].pairs) related += pair.type != kUnrelated ? 1 : 0;
  }
  report(std::to_string(stories->size()) + " stories, " + std::to_string(judged.size()) + " pairs, " +
         std::to_string(related) + " related");
  const std::vector<std::uint16_t> bounds = choose_bounds(judged, *stories);
  report_all("stories left out in turn:", judged, *stories, bounds, report);
  const FittedModel model = fit(*stories, folds, folds, training);
  if (!training.check.empty()) {
    const auto checks = read_relation_corpus(training.check, training.models, words, {});
    if (!checks) return checks.error();
    std::vector<Judged> checked;
    for (std::size_t s = 0; s < checks->size(); ++s) judge_story(model, *checks, s, checked);
    report_all("stories that are only looked at:", checked, *checks, bounds, report);
  }
  return write(*meanings, model, bounds, calibrate(judged), training.output);
}

}  // namespace hearsay
