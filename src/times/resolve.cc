#include "times/resolve.h"

#include <algorithm>
#include <cstdlib>

namespace hearsay {
namespace {

// A figure is compared with the quarter that was named so many sentences before.
constexpr std::uint32_t kQuarterReach = 3;

// A date without a year lies more than this ahead or behind only if the other
// candidate is not near: who means it says the year.
constexpr std::int32_t kFarDays = 240;
constexpr std::int32_t kNearDays = 50;

constexpr std::int32_t kMostYears = 9999;  // what TIMEX3 can write

std::int32_t floor_divide(std::int32_t a, std::int32_t b) { return a / b - (a % b < 0 ? 1 : 0); }

std::optional<CivilDate> day_of(const TimeValue& v) {
  if (!v.has(TimeField::year) || !v.has(TimeField::month) || !v.has(TimeField::day)) return std::nullopt;
  const CivilDate date{v[TimeField::year], v[TimeField::month], v[TimeField::day]};
  if (date.year < 1 || date.year > kMostYears || !is_valid(date)) return std::nullopt;
  return date;
}

void set_day(const CivilDate& date, TimeValue& v) {
  v[TimeField::year] = date.year;
  v[TimeField::month] = date.month;
  v[TimeField::day] = date.day;
}

// A stretch of days, both ends included.
struct Period {
  std::int32_t first = 0;
  std::int32_t last = 0;
};

Period months(std::int32_t year, std::int32_t first, std::int32_t count) {
  const std::int32_t end = first - 1 + count;  // months of `year` before the end
  return {day_number({year, first, 1}), day_number({year + end / 12, end % 12 + 1, 1}) - 1};
}

Period one_day(const CivilDate& date) {
  const std::int32_t number =
      day_number({date.year, date.month, std::min(date.day, days_in_month(date.year, date.month))});
  return {number, number};
}

// The `n`-th weekday of a month, counted from 1.
CivilDate nth_weekday(std::int32_t year, std::int32_t month, std::int32_t weekday, std::int32_t n) {
  const std::int32_t first = day_number({year, month, 1});
  return civil_date(first + (weekday - weekday_of(first) + 7) % 7 + 7 * (n - 1));
}

CivilDate holiday_of(std::int32_t holiday, std::int32_t year) {
  switch (static_cast<Holiday>(holiday)) {
    case Holiday::easter:
      return easter(year);
    case Holiday::good_friday:
      return civil_date(day_number(easter(year)) - 2);
    case Holiday::easter_monday:
      return civil_date(day_number(easter(year)) + 1);
    case Holiday::us_thanksgiving:
      return nth_weekday(year, 11, 4, 4);
    case Holiday::us_election:
      return civil_date(day_number(nth_weekday(year, 11, 1, 1)) + 1);
  }
  const CivilDate fixed{year, holiday / 100, holiday % 100};
  return is_valid(fixed) ? fixed : CivilDate{year, 1, 1};
}

// What the value's fields other than the year name in `year`.
Period period_in(const TimeValue& v, std::int32_t year) {
  static constexpr std::int32_t kSeasonStarts[] = {3, 6, 9, 12};
  if (v.has(TimeField::holiday)) return one_day(holiday_of(v[TimeField::holiday], year));
  if (v.has(TimeField::month)) {
    const std::int32_t month = std::clamp(v[TimeField::month], 1, 12);
    return v.has(TimeField::day) ? one_day({year, month, std::clamp(v[TimeField::day], 1, 31)})
                                 : months(year, month, 1);
  }
  if (v.has(TimeField::quarter)) return months(year, 3 * std::clamp(v[TimeField::quarter], 1, 4) - 2, 3);
  if (v.has(TimeField::half)) return months(year, 6 * std::clamp(v[TimeField::half], 1, 2) - 5, 6);
  if (v.has(TimeField::season)) return months(year, kSeasonStarts[std::clamp(v[TimeField::season], 0, 3)], 3);
  return {day_number({year, 1, 1}), day_number({year, 12, 31})};
}

bool names_part_of_year(const TimeValue& v) {
  return v.has(TimeField::month) || v.has(TimeField::quarter) || v.has(TimeField::half) ||
         v.has(TimeField::season) || v.has(TimeField::holiday);
}

class Resolver {
 public:
  Resolver(const Anchors& anchors, Tense tense, TimeValue& value) : a_(anchors), v_(value), tense_(tense) {}

  void resolve() {
    if (v_.has(TimeField::reference) || v_.has(TimeField::every) || v_.has(TimeField::amount)) return;
    if (v_.has(TimeField::shift)) {
      apply_shift();
    } else if (v_.has(TimeField::year)) {
      complete_short_year();
    } else if (v_.has(TimeField::decade) || v_.has(TimeField::century)) {
      complete_short_decade();
      return;
    } else {
      pick();
    }
    finish();
  }

 private:
  void pick() {
    if (names_part_of_year(v_)) {
      pick_year();
    } else if (v_.has(TimeField::day)) {
      pick_month();
    } else if (v_.has(TimeField::weekday) || v_.has(TimeField::weekend)) {
      pick_week();
    } else if (v_.has(TimeField::hour) || v_.has(TimeField::part)) {
      attach_clock();
    }
  }

  // Where the holiday falls; impossible days are taken back.
  void finish() {
    if (v_.has(TimeField::holiday) && v_.has(TimeField::year)) {
      set_day(holiday_of(v_[TimeField::holiday], std::clamp(v_[TimeField::year], 1583, kMostYears)), v_);
    }
    if (v_.has(TimeField::year)) v_[TimeField::year] = std::clamp(v_[TimeField::year], 0, kMostYears);
    if (!v_.has(TimeField::month) || !v_.has(TimeField::day)) return;
    const std::int32_t year = v_.has(TimeField::year) ? v_[TimeField::year] : 2000;  // a leap year
    if (!is_valid({year, v_[TimeField::month], v_[TimeField::day]})) v_[TimeField::day] = kUnset;
  }

  // "'07": the year of those digits that is nearest to the publication.
  void complete_short_year() {
    const std::int32_t year = v_[TimeField::year];
    if (year >= 100 || !a_.published) return;
    const std::int32_t century = floor_divide(a_.published->year, 100) * 100;
    v_[TimeField::year] = century + year - (century + year > a_.published->year + 20 ? 100 : 0);
  }

  // "the '80s"
  void complete_short_decade() {
    if (!v_.has(TimeField::decade)) return;
    std::int32_t& digits = v_[TimeField::decade];
    if (digits >= 1000 || (digits >= 10 && digits < 100)) digits /= 10;  // "1980s", "'80s"
    if (digits >= 10) return;
    const std::int32_t now = a_.published ? a_.published->year / 10 : 200;
    const std::int32_t decade = now / 10 * 10 + v_[TimeField::decade];
    v_[TimeField::decade] = decade - (decade > now ? 10 : 0);
  }

  Toward direction() const {
    if (v_.has(TimeField::toward)) return static_cast<Toward>(v_[TimeField::toward]);
    if (tense_ == Tense::past) return Toward::past;
    return Toward::future;
  }
  bool has_direction() const {
    return v_.has(TimeField::toward) || tense_ == Tense::past || tense_ == Tense::future;
  }

  bool counts_from(Anchor anchor) const {
    return v_.has(TimeField::anchor) && v_[TimeField::anchor] == static_cast<std::int32_t>(anchor);
  }

  // The anchor as far as it is known: a day, or only a year and a month.
  TimeValue anchor() const {
    if (counts_from(Anchor::focus) && a_.focus.has(TimeField::year)) return a_.focus;
    if (counts_from(Anchor::compared)) return compared_anchor();
    return published_anchor();
  }

  TimeValue published_anchor() const {
    TimeValue published;
    if (a_.published) set_day(*a_.published, published);
    return published;
  }

  // Of "the quarter", "a year earlier": the quarter that was named last. Without
  // one, articles speak of the last that is complete.
  TimeValue compared_anchor() const {
    const bool known = a_.quarter.has(TimeField::year);
    const bool of_quarter = v_[TimeField::unit] == static_cast<std::int32_t>(TimeUnit::quarter);
    if (known && (of_quarter || a_.sentence - a_.quarter_sentence < kQuarterReach)) return a_.quarter;
    const bool year_only = a_.focus.has(TimeField::year) && !a_.focus.has(TimeField::month);
    if (!of_quarter && year_only && !a_.focus.has(TimeField::quarter)) return a_.focus;
    TimeValue published = published_anchor();
    if (!of_quarter || !a_.published) return published;
    const std::int32_t quarters = a_.published->year * 4 + (a_.published->month - 1) / 3 - 1;
    published[TimeField::year] = quarters / 4;
    published[TimeField::quarter] = quarters % 4 + 1;
    return published;
  }

  std::optional<CivilDate> anchor_day() const { return day_of(anchor()); }

  void pick_year() {
    const auto base = anchor_day();
    if (!base) {
      if (const TimeValue from = anchor(); from.has(TimeField::year))
        v_[TimeField::year] = from[TimeField::year];
      return;
    }
    const std::int32_t nearest = nearest_year(*base);
    v_[TimeField::year] = has_direction() ? year_toward(direction(), *base) : nearest;
    if (!v_.has(TimeField::toward) && v_[TimeField::year] != nearest && is_implausible(*base, nearest)) {
      v_[TimeField::year] = nearest;
    }
  }

  // Whether tense has picked a year that is much farther away than `nearest`.
  bool is_implausible(const CivilDate& base, std::int32_t nearest) const {
    if (v_.has(TimeField::quarter) && tense_ != Tense::past) return true;
    return distance(base, v_[TimeField::year]) > kFarDays && distance(base, nearest) < kNearDays;
  }

  std::int32_t year_toward(Toward toward, const CivilDate& base) const {
    const std::int32_t today = day_number(base);
    const std::int32_t from = std::clamp(base.year, 2, kMostYears - 2);
    const auto first = [&](std::int32_t year) { return period_in(v_, year).first; };
    const auto last = [&](std::int32_t year) { return period_in(v_, year).last; };
    switch (toward) {
      case Toward::past:
        return first(from) <= today ? from : from - 1;
      case Toward::future:
        return last(from - 1) >= today ? from - 1 : last(from) >= today ? from : from + 1;
      case Toward::last:
        return last(from) < today ? from : last(from - 1) < today ? from - 1 : from - 2;
      case Toward::next:
        return first(from) > today ? from : from + 1;
      case Toward::current:
        return from;
    }
    return from;
  }

  // Days from `base` to what is named of `year`.
  std::int32_t distance(const CivilDate& base, std::int32_t year) const {
    const std::int32_t today = day_number(base);
    const Period p = period_in(v_, year);
    return p.first > today ? p.first - today : p.last < today ? today - p.last : 0;
  }

  std::int32_t nearest_year(const CivilDate& base) const {
    const std::int32_t from = std::clamp(base.year, 2, kMostYears - 2);
    std::int32_t best = from;
    for (const std::int32_t year : {from - 1, from + 1}) {
      if (distance(base, year) < distance(base, best)) best = year;
    }
    return best;
  }

  // "the 25th"
  void pick_month() {
    const auto base = anchor_day();
    if (!base) return;
    std::int32_t month = base->year * 12 + base->month - 1;
    const bool is_ahead = v_[TimeField::day] > base->day;
    if (tense_ == Tense::past && is_ahead) --month;
    if (tense_ == Tense::future && v_[TimeField::day] < base->day) ++month;
    v_[TimeField::year] = month / 12;
    v_[TimeField::month] = month % 12 + 1;
  }

  void pick_week() {
    const auto base = anchor_day();
    if (!base) return;
    const std::int32_t today = day_number(*base);
    const std::int32_t wanted = v_.has(TimeField::weekday) ? std::clamp(v_[TimeField::weekday], 1, 7) : 6;
    const std::int32_t day = today + days_to(wanted, weekday_of(today));
    if (v_.has(TimeField::weekend)) return set_week(day, v_);
    set_day(civil_date(day), v_);
  }

  // From weekday `today` to the one that is meant.
  std::int32_t days_to(std::int32_t wanted, std::int32_t today) const {
    const std::int32_t back = (today - wanted + 7) % 7;
    const std::int32_t ahead = (wanted - today + 7) % 7;
    if (!has_direction()) return back <= ahead + 1 ? -back : ahead;
    switch (direction()) {
      case Toward::past:
        return -back;
      case Toward::last:
        return back == 0 ? -7 : -back;
      case Toward::next:
        return ahead == 0 ? 7 : ahead;
      case Toward::current:
        return tense_ == Tense::past ? -back : ahead;
      case Toward::future:
        break;
    }
    return ahead;
  }

  static void set_week(std::int32_t day, TimeValue& v) {
    const IsoWeek week = week_of(day);
    v[TimeField::year] = week.year;
    v[TimeField::week] = week.week;
  }

  // A time of day alone belongs to the day in focus.
  void attach_clock() {
    auto day = day_of(a_.focus);
    if (!day || counts_from(Anchor::published)) day = a_.published;
    if (day) set_day(*day, v_);
  }

  void apply_shift() {
    const std::int32_t shift = v_[TimeField::shift];
    if (shift == kUnknownAmount || !v_.has(TimeField::unit)) {
      const bool back = v_.has(TimeField::toward) && direction() == Toward::past;
      v_[TimeField::reference] = static_cast<std::int32_t>(back ? Reference::past : Reference::future);
      return;
    }
    const TimeValue base = anchor();
    const auto day = day_of(base);
    switch (static_cast<TimeUnit>(v_[TimeField::unit])) {
      case TimeUnit::second:
      case TimeUnit::minute:
      case TimeUnit::hour:
        return shift_clock(base, shift);
      case TimeUnit::day:
        return day ? shift_days(*day, shift) : keep_known(base);
      case TimeUnit::week:
      case TimeUnit::weekend:
        return day ? shift_weeks(*day, shift) : keep_known(base);
      case TimeUnit::month:
        return shift_months(base, shift);
      case TimeUnit::quarter:
        return shift_quarters(base, shift);
      case TimeUnit::half:
      case TimeUnit::season:
        return keep_known(base);
      case TimeUnit::year:
        return shift_years(base, shift);
      case TimeUnit::decade:
      case TimeUnit::century:
      case TimeUnit::millennium:
        return shift_ages(base, shift);
    }
  }

  // The anchor is too coarse to count from: its year and month are all we know.
  void keep_known(const TimeValue& base) {
    for (const TimeField field : {TimeField::year, TimeField::month}) {
      if (base.has(field) && !v_.has(field)) v_[field] = base[field];
    }
  }

  void shift_clock(const TimeValue& base, std::int32_t shift) {
    static constexpr std::int64_t kSeconds[] = {1, 60, 3600};
    const auto day = day_of(base);
    if (!day) return keep_known(base);
    if (!base.has(TimeField::hour)) return set_day(*day, v_);
    const std::int64_t minute = base.has(TimeField::minute) ? base[TimeField::minute] : 0;
    const std::int64_t seconds =
        base[TimeField::hour] * 3600 + minute * 60 + shift * kSeconds[v_[TimeField::unit]];
    const std::int64_t days = seconds / 86400 - (seconds % 86400 < 0 ? 1 : 0);
    const std::int64_t rest = seconds - days * 86400;
    set_day(shifted(*day, days), v_);
    v_[TimeField::hour] = static_cast<std::int32_t>(rest / 3600);
    v_[TimeField::minute] = static_cast<std::int32_t>(rest % 3600 / 60);
  }

  static CivilDate shifted(const CivilDate& day, std::int64_t days) {
    constexpr std::int64_t kMostDays = 3'000'000;
    const std::int64_t number = day_number(day) + std::clamp(days, -kMostDays, kMostDays);
    static const std::int32_t kFirst = day_number({1, 1, 1}), kLast = day_number({kMostYears, 12, 31});
    return civil_date(static_cast<std::int32_t>(std::clamp<std::int64_t>(number, kFirst, kLast)));
  }

  void shift_days(const CivilDate& day, std::int32_t shift) { set_day(shifted(day, shift), v_); }

  void shift_weeks(const CivilDate& day, std::int32_t shift) {
    const CivilDate other = shifted(day, std::int64_t{7} * shift);
    const std::int32_t number = day_number(other);
    if (v_.has(TimeField::weekday)) {
      return set_day(shifted(other, std::clamp(v_[TimeField::weekday], 1, 7) - weekday_of(number)), v_);
    }
    set_week(number, v_);
    if (v_[TimeField::unit] == static_cast<std::int32_t>(TimeUnit::weekend)) v_[TimeField::weekend] = 1;
  }

  void set_month(std::int64_t month) {
    month = std::clamp<std::int64_t>(month, 12, kMostYears * 12 + 11);
    v_[TimeField::year] = static_cast<std::int32_t>(month / 12);
    v_[TimeField::month] = static_cast<std::int32_t>(month % 12 + 1);
  }

  void shift_months(const TimeValue& base, std::int32_t shift) {
    if (!base.has(TimeField::year) || !base.has(TimeField::month)) return keep_known(base);
    set_month(std::int64_t{12} * base[TimeField::year] + base[TimeField::month] - 1 + shift);
  }

  void shift_quarters(const TimeValue& base, std::int32_t shift) {
    if (!base.has(TimeField::year)) return;
    if (!base.has(TimeField::month) && !base.has(TimeField::quarter)) return keep_known(base);
    const std::int32_t quarter =
        base.has(TimeField::quarter) ? base[TimeField::quarter] - 1 : (base[TimeField::month] - 1) / 3;
    const std::int64_t all = std::clamp<std::int64_t>(
        std::int64_t{4} * base[TimeField::year] + quarter + shift, 4, kMostYears * 4 + 3);
    v_[TimeField::year] = static_cast<std::int32_t>(all / 4);
    v_[TimeField::quarter] = static_cast<std::int32_t>(all % 4 + 1);
  }

  // "A year earlier" compares like with like: with a quarter in focus it is that
  // quarter of the year before.
  void shift_years(const TimeValue& base, std::int32_t shift) {
    if (!base.has(TimeField::year)) return;
    v_[TimeField::year] = static_cast<std::int32_t>(
        std::clamp<std::int64_t>(std::int64_t{base[TimeField::year]} + shift, 0, kMostYears));
    if (counts_from(Anchor::compared) && base.has(TimeField::quarter) && !names_part_of_year(v_))
      v_[TimeField::quarter] = base[TimeField::quarter];
  }

  void shift_ages(const TimeValue& base, std::int32_t shift) {
    if (!base.has(TimeField::year)) return;
    // "A decade ago" counts years, "last decade" names ten.
    if (v_.has(TimeField::toward)) {
      static constexpr std::int32_t kYears[] = {10, 100, 1000};
      const std::int64_t years =
          std::int64_t{shift} * kYears[v_[TimeField::unit] - static_cast<std::int32_t>(TimeUnit::decade)];
      return shift_years(base,
                         static_cast<std::int32_t>(std::clamp<std::int64_t>(years, -kMostYears, kMostYears)));
    }
    const bool decades = v_[TimeField::unit] == static_cast<std::int32_t>(TimeUnit::decade);
    const std::int32_t years = decades ? 10 : 100;
    const std::int64_t age =
        std::clamp<std::int64_t>(std::int64_t{base[TimeField::year] / years} + shift, 0, 999);
    v_[decades ? TimeField::decade : TimeField::century] = static_cast<std::int32_t>(age);
  }

  const Anchors& a_;
  TimeValue& v_;
  Tense tense_;
};

}  // namespace

void remember(const TimeValue& v, Anchors& anchors) {
  const bool compared =
      v.has(TimeField::anchor) && v[TimeField::anchor] == static_cast<std::int32_t>(Anchor::compared);
  if (compared || !v.has(TimeField::year) || v.has(TimeField::amount) || v.has(TimeField::reference) ||
      v.has(TimeField::every)) {
    return;
  }
  anchors.focus = v;
  if (!v.has(TimeField::quarter)) return;
  anchors.quarter = v;
  anchors.quarter_sentence = anchors.sentence;
}

void resolve(const Anchors& anchors, Tense tense, TimeValue& value) {
  Resolver(anchors, tense, value).resolve();
}

}  // namespace hearsay
