#include "claims/pair_features.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace hearsay {
namespace {

constexpr int kFarApart = 99;  // of another article
constexpr int kMostApart = 60;

// Days since 1970 of an ISO date; 0 for none.
int day_of(const std::string& date) {
  int year = 0;
  int month = 0;
  int day = 0;
  if (date.size() < 10) return 0;
  std::from_chars(date.data(), date.data() + 4, year);
  std::from_chars(date.data() + 5, date.data() + 7, month);
  std::from_chars(date.data() + 8, date.data() + 10, day);
  year -= month <= 2 ? 1 : 0;
  const int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return year * 365 + year / 4 - year / 100 + year / 400 + of_year;
}

int percent(int part, int whole) { return whole <= 0 ? 0 : std::min(part, whole) * 100 / whole; }

// Takes the features in turn, so that none needs a number.
class Row {
 public:
  void add(int value) {
    values_[at_++] = static_cast<std::int16_t>(std::clamp<int>(
        value, std::numeric_limits<std::int16_t>::min(), std::numeric_limits<std::int16_t>::max()));
  }
  void add(bool value) { add(value ? 1 : 0); }
  const PairFeatures& values() const { return values_; }

 private:
  PairFeatures values_{};
  std::size_t at_ = 0;
};

bool is_directive(Act act) { return act == Act::demand || act == Act::promise || act == Act::threaten; }
bool is_attitude(Act act) { return act == Act::opine || act == Act::predict || act == Act::praise; }

void add_statement(const Statement& s, const WeighedStatement& weighed, Row& row) {
  row.add(static_cast<int>(s.speaker.kind));
  row.add(s.act == Act::assert_);
  row.add(s.act == Act::deny);
  row.add(s.act == Act::retract);
  row.add(s.act == Act::confirm);
  row.add(s.act == Act::accuse);
  row.add(s.act == Act::criticize);
  row.add(s.act == Act::decline);
  row.add(s.act == Act::ask);
  row.add(is_directive(s.act));
  row.add(is_attitude(s.act));
  row.add(s.negated);
  row.add(s.denied);
  row.add(s.refusing);
  row.add(s.told_before);
  row.add(s.recalled);
  row.add(s.contrast);
  row.add(s.pointing);
  row.add(s.parent != kNone);
  row.add(int{s.confidence});
  row.add(weighed.weight);
  row.add(static_cast<int>(s.words.size()));
  row.add(static_cast<int>(s.quantities.size()));
  row.add(static_cast<int>(s.points_to.size()));
}

void add_words(const Comparison& c, const Compared& later, const Compared& earlier, Row& row) {
  const int of_later = later.weighed.weight;
  const int of_earlier = earlier.weighed.weight;
  row.add(c.shared.weight);
  row.add(c.shared.words);
  row.add(c.shared.names);
  row.add(percent(c.shared.weight, of_later));
  row.add(percent(c.shared.weight, of_earlier));
  row.add(percent(2 * c.shared.weight, of_later + of_earlier));
  row.add(c.shared.best);
  row.add(c.shared.second);
  row.add(c.shared.alike);
  row.add(c.shared.alike_words);
  row.add(c.shared.opposite_words);
  row.add(percent(c.shared.weight + c.shared.alike, std::min(of_later, of_earlier)));
  row.add(c.inherited);
  row.add(c.inherited_by_earlier);
  const std::string& predicate = later.placed.statement.predicate;
  row.add(!predicate.empty() && predicate == earlier.placed.statement.predicate);
}

void add_figures(const Comparison& c, Row& row) {
  row.add(c.same_count);
  row.add(c.later_count != nullptr);
  row.add(c.refuses_count);
  row.add(c.later_count != nullptr && !c.later_count->about.empty());
  row.add(c.later_count != nullptr && c.later_count->thousandths > c.earlier_count->thousandths);
  row.add(c.takes_figure);
  row.add(c.times_differ);
  row.add(c.times_shared);
}

void add_place(const Comparison& c, const PlacedStatement& later, const PlacedStatement& earlier, Row& row) {
  const Statement& a = later.statement;
  const Statement& b = earlier.statement;
  const int days = c.one_article ? 0 : day_of(later.published) - day_of(earlier.published);
  const int sentences = static_cast<int>(a.place) - static_cast<int>(b.place);
  const int steps = static_cast<int>(later.number) - static_cast<int>(earlier.number);
  row.add(c.one_article);
  row.add(std::clamp(days, 0, 365));
  row.add(c.one_article ? std::clamp(sentences, -kMostApart, kMostApart) : kFarApart);
  row.add(c.one_article ? std::clamp(steps, -kMostApart, kMostApart) : kFarApart);
  row.add(c.one_article && a.parent != kNone && a.parent == b.parent);
  row.add(c.story_names);
  row.add(later.publisher == earlier.publisher);
}

}  // namespace

int likeness(const Comparison& c, const Compared& later, const Compared& earlier) {
  const int whole = later.weighed.weight + earlier.weighed.weight;
  const int words = percent(2 * c.shared.weight + c.shared.alike, whole) + c.shared.best / 2;
  return words + std::max(c.inherited, c.inherited_by_earlier) / 2 + (c.points ? 100 : 0) +
         (c.later_count != nullptr || c.same_count || c.refuses_count ? 40 : 0);
}

PairFeatures pair_features(const Comparison& c, const Compared& later, const Compared& earlier,
                           const PairRank& rank) {
  Row row;
  row.add(static_cast<int>(c.kinship));
  row.add(c.names_speaker);
  row.add(c.is_named);
  row.add(c.points);
  row.add(c.opposed);
  row.add(later.placed.statement.denied && earlier.placed.statement.denied);
  add_place(c, later.placed, earlier.placed, row);
  add_words(c, later, earlier, row);
  add_figures(c, row);
  add_statement(later.placed.statement, later.weighed, row);
  add_statement(earlier.placed.statement, earlier.weighed, row);
  const int like = likeness(c, later, earlier);
  row.add(like);
  row.add(rank.of_later);
  row.add(rank.of_earlier);
  row.add(percent(like, rank.best_of_later));
  row.add(percent(like, rank.best_of_earlier));
  return row.values();
}

}  // namespace hearsay
