#include "claims/relate.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "claims/compared_pairs.h"
#include "claims/content_words.h"
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

using Related = std::array<std::int32_t, 2>;  // shares of no relation, and of some

// Of each pair.
std::vector<Related> are_related(const RelationModel& model, const std::vector<ComparedPair>& pairs) {
  std::vector<Related> shares(pairs.size());
  std::array<std::span<const std::int16_t>, kTreeBatch> rows;
  std::array<std::int32_t, kTreeBatch * 2> scores{};
  for (std::size_t first = 0; first < pairs.size(); first += kTreeBatch) {
    const std::size_t count = std::min(kTreeBatch, pairs.size() - first);
    for (std::size_t i = 0; i < count; ++i) rows[i] = pairs[first + i].features;
    score_rows(model.related, std::span(rows).first(count), scores);
    for (std::size_t i = 0; i < count; ++i) {
      shares[first + i] = {scores[i * 2], scores[i * 2 + 1]};
      share_scores(shares[first + i]);
    }
  }
  return shares;
}

std::optional<Decision> decide(const RelationModel& model, const PairFeatures& features,
                               const Related& related) {
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

// Two sources say the same, but for who did it, why, where, or what somebody is. Trees have
// seen too few of these to tell them from those that agree.
bool differs_in_slot(const Comparison& c) {
  const DifferingPhrases& d = c.differing;
  return c.kinship == Kinship::other && c.shared.words >= 2 && (d.cause || d.actor || d.role || d.place);
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
bool is_older(const PlacedStatement& later, const PlacedStatement& earlier, std::int64_t days) {
  const auto from = day_of(earlier.published);
  const auto to = day_of(later.published);
  return from && to && *to - *from > days;
}

bool is_stale(const PlacedStatement& later, const PlacedStatement& earlier) {
  constexpr std::int64_t kFreshDays = 45;
  return is_older(later, earlier, kFreshDays);
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

constexpr int kRare = 25;  // rarity of a word that few statements of an article have

// A word that is rare in its article, and another one, or a statement that the later one means.
bool is_about_it(const Comparison& c) {
  const bool words = c.shared.best >= kRare && c.shared.words + c.shared.alike_words >= 2;
  return words || c.points || c.inherited >= 50;
}

bool has_one_predicate(const Statement& a, const Statement& b) {
  return !a.predicate.empty() && a.predicate == b.predicate;
}

// Percent of the lighter content that the other one has.
int common_share(const Comparison& c, const WeighedStatement& later, const WeighedStatement& earlier) {
  const int lighter = std::min(later.weight, earlier.weight);
  return lighter == 0 ? 0 : c.shared.weight * 100 / lighter;
}

// "Rejected Holm's claim" is no answer to what somebody else said.
bool names_another(const Comparison& c, const Statement& later) {
  const auto is_name = [](const ContentWord& word) { return word.weight == kNameWeight; };
  return later.rejects && !c.names_speaker && std::ranges::any_of(later.words, is_name);
}

// "26 percent of Democrats": what others of a poll say is no answer to them.
bool is_share_of_a_poll(const Speaker& speaker) {
  return speaker.kind == SpeakerKind::nominal &&
         (speaker.name.find(" percent") != std::string::npos || speaker.name.find('%') != std::string::npos);
}

// True where what the other said names the speaker, not only its side: a country, a party.
bool is_named_itself(const Statement& content, const Speaker& speaker) {
  return std::ranges::any_of(content.names,
                             [&](const std::string& name) { return names_agree(name, speaker.name); });
}

// True where words of the two show the disagreement: a denial of what the other said, the opposite
// of one claim, another figure or phrase in it. Without, it is a guess by who speaks when: right in one
// story that is told as a quarrel, seldom in a year's news.
bool shows_dispute(const Comparison& c, const Compared& a, const Compared& b) {
  const Statement& later = a.placed.statement;
  const Statement& earlier = b.placed.statement;
  if (c.kinship == Kinship::same || names_agree(later.speaker.name, earlier.speaker.name)) return false;
  if (names_another(c, later) || is_share_of_a_poll(later.speaker)) return false;
  if (c.points && later.refusing) return true;
  if (later.rejects && earlier.rejects && !c.opposed) return false;  // they agree
  constexpr int kSomeWords = 35;
  constexpr int kSameWords = 95;  // one quotation, read twice
  const int share = common_share(c, a.weighed, b.weighed);
  if (share >= kSameWords && !later.rejects) return false;
  const bool near =
      c.one_article && a.placed.number > b.placed.number && a.placed.number <= b.placed.number + 3;
  const bool says_no = later.rejects || (c.opposed && later.denied);
  // That one is named in what the other said is no answer to it yet.
  const bool answers = later.rejects || c.shared.words + c.shared.alike_words >= 1;
  const bool named = later.rejects ? c.is_named : is_named_itself(earlier, later.speaker);
  if (named && says_no && ((near && answers) || is_about_it(c))) return true;
  // In a long quotation, what is said not to be so is seldom what both speak of.
  constexpr std::size_t kPlainWords = 16;
  const bool plain = later.rejects || later.words.size() <= kPlainWords;
  const bool some_words = c.shared.words >= 2 || (c.shared.words == 1 && has_one_predicate(later, earlier));
  if (near && says_no && plain && some_words && share >= kSomeWords && c.shared.best >= kRare) return true;
  if (near && later.rejects && c.shared.words >= 1 && (share >= kSomeWords || later.pointing)) return true;
  if (!is_about_it(c)) return false;
  constexpr int kMostWords = 60;
  const bool one_claim = share >= kMostWords || (share >= kSomeWords && has_one_predicate(later, earlier));
  const DifferingPhrases& d = c.differing;
  const bool slot = d.cause || d.actor || d.role || d.place;
  const bool counted = c.later_count != nullptr && !c.later_count->about.empty();
  const bool turned = c.opposed && plain && one_claim && c.shared.words >= 3;
  return turned || (share >= kSomeWords && (c.refuses_count || counted)) ||
         (slot && !c.opposed && one_claim && c.shared.words >= 3) ||
         (later.rejects && c.one_article && one_claim && c.shared.words >= 2);
}

// The same for what one side takes back: it says so, or says something else of the same thing.
bool shows_revision(const Comparison& c, const Compared& a, const Compared& b) {
  const Statement& later = a.placed.statement;
  const Statement& earlier = b.placed.statement;
  if (c.takes_figure || c.points) return true;
  constexpr int kOneStory = 4;  // main names in common
  const bool one_story = c.story_names >= kOneStory;
  if (!one_story && !is_about_it(c)) return false;
  if (c.refuses_count || (c.later_count != nullptr && !c.later_count->about.empty())) return true;
  const bool admits = later.act == Act::confirm || later.act == Act::retract;
  // One rare word is enough in one article, or where it is much of what is said within two weeks; all
  // the same words are the same again.
  constexpr int kSomeWords = 20;
  constexpr int kSameWords = 95;
  constexpr std::int64_t kSomeDays = 14;
  const int share = common_share(c, a.weighed, b.weighed);
  if (!c.one_article && (share < kSomeWords || is_older(a.placed, b.placed, kSomeDays))) return false;
  if (share >= kSameWords && !c.opposed) return false;
  if (admits && c.opposed && one_story && c.shared.best >= kRare) return true;
  const bool says_so = later.contrast && (later.act == Act::retract || later.recalled);
  const bool one_claim = has_one_predicate(later, earlier) && c.shared.words >= 3;
  return c.kinship == Kinship::same && is_about_it(c) &&
         ((says_so && c.shared.words >= 3) || (c.opposed && one_claim));
}

bool shows_why(RelationType type, const Comparison& c, const Compared& later, const Compared& earlier) {
  if (type == RelationType::retracts) return shows_revision(c, later, earlier);
  return type == RelationType::supports || type == RelationType::repeats || shows_dispute(c, later, earlier);
}

constexpr float kGuess = 0.35F;  // confidence of what no word shows, at most

float confidence_of(const RelationModel& model, std::int32_t share) {
  constexpr std::int32_t kStep = kWhole / (static_cast<std::int32_t>(kConfidenceSteps) - 1);
  return static_cast<float>(model.confidence[static_cast<std::size_t>(share / kStep)]) / 100.0F;
}

}  // namespace

std::vector<LinkedPair> relate(const RelationModel& model, const ArticleClaims& later,
                               const ArticleClaims& earlier) {
  std::vector<LinkedPair> links;
  const std::vector<ComparedPair> pairs = compare_articles(later, earlier);
  const std::vector<Related> related = are_related(model, pairs);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const ComparedPair& pair = pairs[i];
    std::optional<Decision> decision = decide(model, pair.features, related[i]);
    const bool unlike = !decision || decision->type == RelationType::repeats;
    if (unlike && is_new_figure(pair.comparison)) decision = {RelationType::retracts, kFigureShare};
    if (!decision) continue;
    const Statement& a = later.statements[pair.later].statement;
    const Statement& b = earlier.statements[pair.earlier].statement;
    const bool alike = decision->type == RelationType::repeats || decision->type == RelationType::supports;
    if (alike && differs_in_slot(pair.comparison)) decision->type = RelationType::conflicts;
    const bool agree = decision->type == RelationType::repeats || decision->type == RelationType::supports;
    if (agree && numbers_differ(a, b)) continue;
    if (&later != &earlier && !has_evidence(decision->type, pair.comparison, later.statements[pair.later],
                                            earlier.statements[pair.earlier])) {
      continue;
    }
    float confidence = confidence_of(model, decision->share);
    if (!shows_why(decision->type, pair.comparison, {later.statements[pair.later], later.weighed[pair.later]},
                   {earlier.statements[pair.earlier], earlier.weighed[pair.earlier]}))
      confidence = std::min(confidence, kGuess);
    const RelationDetail detail = find_detail(decision->type, pair.comparison);
    links.push_back({pair.later,
                     pair.earlier,
                     {.type = decision->type,
                      .detail = detail,
                      .confidence = confidence,
                      .why = explain(decision->type, detail, pair.comparison, a, b)}});
  }
  return links;
}

}  // namespace hearsay
