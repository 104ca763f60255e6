#include "document/timex3.h"

#include <algorithm>
#include <utility>

namespace hearsay {
namespace {

// The number that `digits` begins with, of at most `most` digits; -1 if there is none.
int number_in(std::string_view digits, std::size_t most) {
  int number = -1;
  for (std::size_t i = 0; i < std::min(most, digits.size()); ++i) {
    if (digits[i] < '0' || digits[i] > '9') break;
    number = std::max(number, 0) * 10 + (digits[i] - '0');
  }
  return number;
}

constexpr long long kMinutesOfMonth = 31 * 24 * 60;

// Minutes from the year's beginning, as if each month had 31 days.
long long order_in_year(std::string_view rest) {
  if (rest.empty()) return 0;
  if (rest[0] == 'W' && rest.starts_with("WI")) return 11 * kMinutesOfMonth;
  static constexpr std::pair<std::string_view, int> kNamed[] = {
      {"SP", 2}, {"SU", 5}, {"FA", 8}, {"Q1", 0}, {"Q2", 3}, {"Q3", 6}, {"Q4", 9}, {"H1", 0}, {"H2", 6}};
  for (const auto& [letters, month] : kNamed) {
    if (rest.starts_with(letters)) return month * kMinutesOfMonth;
  }
  if (rest[0] == 'W') {
    const int week = std::max(1, number_in(rest.substr(1), 2));
    const int day =
        rest.ends_with("WE") ? 5 : std::max(1, rest.size() > 4 ? number_in(rest.substr(4), 1) : 1) - 1;
    // Week 1 holds 4 January; months of 31 days are near enough to put weeks among them.
    return ((week - 1) * 7 + day) * 12 * kMinutesOfMonth / 365;
  }
  const int month = std::max(1, number_in(rest, 2));
  const int day = rest.size() > 3 ? std::max(1, number_in(rest.substr(3), 2)) : 1;
  return (month - 1) * kMinutesOfMonth + (day - 1) * 24 * 60;
}

long long order_in_day(std::string_view clock) {
  static constexpr std::pair<std::string_view, int> kParts[] = {{"MO", 6},  {"MI", 12}, {"DT", 8},
                                                                {"AF", 13}, {"EV", 18}, {"NI", 21}};
  for (const auto& [letters, hour] : kParts) {
    if (clock.starts_with(letters)) return hour * 60;
  }
  const int hour = std::max(0, number_in(clock, 2));
  const int minute = clock.size() > 3 ? std::max(0, number_in(clock.substr(3), 2)) : 0;
  return hour * 60 + minute;
}

}  // namespace

bool is_dated(const TimeExpression& time) {
  if (time.type != TimeType::date && time.type != TimeType::time) return false;
  return time.value.size() >= 2 && number_in(time.value, 2) >= 0 && time.value[1] != 'X';
}

std::string_view day_of(std::string_view value) { return value.substr(0, value.find('T')); }

long long time_order(std::string_view value) {
  const std::string_view day = day_of(value);
  const std::size_t digits = std::min(day.size(), day.find_first_not_of("0123456789"));
  long long year = std::max(0, number_in(day, 4));
  for (std::size_t i = std::min<std::size_t>(digits, 4); i < 4; ++i) year *= 10;  // "198", "19"
  const std::string_view rest = day.size() > 5 ? day.substr(5) : "";
  const std::string_view clock = value.size() > day.size() ? value.substr(day.size() + 1) : "";
  return year * 12 * kMinutesOfMonth + order_in_year(rest) + order_in_day(clock);
}

}  // namespace hearsay
