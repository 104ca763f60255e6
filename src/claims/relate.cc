#include "claims/relate.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "claims/compared_pairs.h"
#include "claims/explain.h"
#include "claims/relation_model.h"

namespace hearsay {
namespace {

constexpr std::int32_t kWhole = 1000;  // shares are in thousandths

constexpr std::int32_t kFigureShare = 500;  // of new figures of one side that are updates

struct Decision {
  RelationType type = RelationType::disputes;
  std::int32_t share = 0;  // of the pair being related in this way
};

std::optional<Decision> decide(const RelationModel& model, const PairFeatures& features) {
  std::array<std::int32_t, 2> related{};
  score_trees(model.related, features, related);
  share_scores(related);
  const std::uint16_t least = *std::ranges::min_element(model.bounds);
  if (related[1] < least) return std::nullopt;
  std::array<std::int32_t, kRelationTypeCount> type{};
  score_trees(model.type, features, type);
  share_scores(type);
  const auto best = static_cast<std::size_t>(std::ranges::max_element(type) - type.begin());
  const std::int32_t share = related[1] * type[best] / kWhole;
  if (share < model.bounds[best]) return std::nullopt;
  return Decision{static_cast<RelationType>(best), share};
}

// Another figure of the same side for the same thing, in a later article: so plain that
// trees have seen it too seldom to be sure.
bool is_new_figure(const Comparison& c) {
  const bool own = c.kinship == Kinship::same || c.kinship == Kinship::side;
  if (!own || c.one_article || c.later_count == nullptr) return false;
  return !c.later_count->about.empty() || c.shared.words >= 2;
}

bool is_number(const ContentWord& word) {
  return word.stem.find_first_not_of("0123456789.,") == std::string::npos;
}

// Both contents have figures, and none in common: "pier 3 is safe", "pier 4 is safe".
bool numbers_differ(const Statement& a, const Statement& b) {
  if (std::ranges::none_of(b.words, is_number)) return false;
  bool any = false;
  for (const ContentWord& word : a.words) {
    if (!is_number(word)) continue;
    any = true;
    if (std::ranges::binary_search(b.words, word.key, {}, &ContentWord::key)) return false;
  }
  return any;
}

// Days since some day of "2024-03-06..."; nothing for what is no date.
std::optional<std::int64_t> day_of(std::string_view published) {
  if (published.size() < 10) return std::nullopt;
  const auto number = [&](std::size_t begin, std::size_t length) {
    int value = -1;
    std::from_chars(published.data() + begin, published.data() + begin + length, value);
    return value;
  };
  using namespace std::chrono;
  const year_month_day date{year(number(0, 4)), month(static_cast<unsigned>(number(5, 2))),
                            day(static_cast<unsigned>(number(8, 2)))};
  if (!date.ok()) return std::nullopt;
  return sys_days(date).time_since_epoch().count();
}

// News of another time: what is said then about other things has the same words.
bool is_stale(const PlacedStatement& later, const PlacedStatement& earlier) {
  constexpr std::int64_t kFreshDays = 45;
  const auto from = day_of(earlier.published);
  const auto to = day_of(later.published);
  return from && to && *to - *from > kFreshDays;
}

// True if a reader finds in the two contents why statements of two articles should be
// related. The trees have seen single stories alone, in which whoever speaks later often speaks of the
// same; in a ledger of many stories it takes more.
bool has_evidence(RelationType type, const Comparison& c, const PlacedStatement& later,
                  const PlacedStatement& earlier) {
  const Statement& a = later.statement;
  const bool figures = c.later_count != nullptr || c.refuses_count || c.takes_figure;
  const bool overlaps = c.shared.words >= 2 || (c.shared.words == 1 && c.shared.alike_words >= 1);
  if (is_stale(later, earlier)) return c.shared.words >= 3 || (figures && overlaps);
  const bool means_it = c.inherited >= 25 || c.inherited_by_earlier >= 25;
  if (figures || overlaps || means_it || type == RelationType::repeats) return true;
  const bool says_so = a.act == Act::retract || a.act == Act::deny || a.contrast || a.refusing || c.opposed;
  return type != RelationType::supports && says_so && c.shared.words + c.shared.alike_words >= 1;
}

float confidence_of(const RelationModel& model, std::int32_t share) {
  constexpr std::int32_t kStep = kWhole / (static_cast<std::int32_t>(kConfidenceSteps) - 1);
  return static_cast<float>(model.confidence[static_cast<std::size_t>(share / kStep)]) / 100.0F;
}

}  // namespace

std::vector<LinkedPair> relate(const RelationModel& model, const ArticleClaims& later,
                               const ArticleClaims& earlier) {
  std::vector<LinkedPair> links;
  for (const ComparedPair& pair : compare_articles(later, earlier)) {
    std::optional<Decision> decision = decide(model, pair.features);
    const bool unlike = !decision || decision->type == RelationType::repeats;
    if (unlike && is_new_figure(pair.comparison)) decision = {RelationType::retracts, kFigureShare};
    if (!decision) continue;
    const Statement& a = later.statements[pair.later].statement;
    const Statement& b = earlier.statements[pair.earlier].statement;
    const bool agree = decision->type == RelationType::repeats || decision->type == RelationType::supports;
    if (agree && numbers_differ(a, b)) continue;
    if (&later != &earlier && !has_evidence(decision->type, pair.comparison, later.statements[pair.later],
                                            earlier.statements[pair.earlier])) {
      continue;
    }
    links.push_back({pair.later,
                     pair.earlier,
                     {.type = decision->type,
                      .detail = find_detail(decision->type, pair.comparison, a, b),
                      .confidence = confidence_of(model, decision->share),
                      .why = explain(decision->type, pair.comparison, a, b)}});
  }
  return links;
}

}  // namespace hearsay
