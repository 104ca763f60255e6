#include "times/calendar.h"

#include <charconv>

namespace hearsay {
namespace {

bool is_leap(std::int32_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

std::int32_t floor_divide(std::int32_t a, std::int32_t b) { return a / b - (a % b < 0 ? 1 : 0); }

// The number that fills `digits` completely, or -1.
std::int32_t parse_digits(std::string_view digits) {
  std::int32_t value = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() && digits[0] != '-' ? value : -1;
}

}  // namespace

std::int32_t days_in_month(std::int32_t year, std::int32_t month) {
  static constexpr std::int32_t kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[month - 1];
}

bool is_valid(const CivilDate& date) {
  return date.month >= 1 && date.month <= 12 && date.day >= 1 &&
         date.day <= days_in_month(date.year, date.month);
}

// Both after Hinnant, "chrono-compatible low-level date algorithms": years begin
// in March, so that the leap day is the last of its year.
std::int32_t day_number(const CivilDate& date) {
  const std::int32_t year = date.year - (date.month <= 2);
  const std::int32_t era = floor_divide(year, 400);
  const std::int32_t year_of_era = year - era * 400;
  const std::int32_t day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

CivilDate civil_date(std::int32_t day_number) {
  const std::int32_t shifted = day_number + 719468;
  const std::int32_t era = floor_divide(shifted, 146097);
  const std::int32_t day_of_era = shifted - era * 146097;
  const std::int32_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int32_t march_month = (5 * day_of_year + 2) / 153;
  const std::int32_t month = march_month + (march_month < 10 ? 3 : -9);
  return {year_of_era + era * 400 + (month <= 2), month, day_of_year - (153 * march_month + 2) / 5 + 1};
}

std::int32_t weekday_of(std::int32_t day_number) { return ((day_number + 3) % 7 + 7) % 7 + 1; }

IsoWeek week_of(std::int32_t day_number) {
  const std::int32_t thursday = day_number - weekday_of(day_number) + 4;
  const std::int32_t year = civil_date(thursday).year;
  return {year, (thursday - hearsay::day_number({year, 1, 1})) / 7 + 1};
}

CivilDate easter(std::int32_t year) {
  const std::int32_t a = year % 19, b = year / 100, c = year % 100;
  const std::int32_t h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const std::int32_t l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const std::int32_t m = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
  return {year, m / 31, m % 31 + 1};
}

std::optional<CivilDate> parse_date(std::string_view iso) {
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const CivilDate date{parse_digits(iso.substr(0, 4)), parse_digits(iso.substr(5, 2)),
                       parse_digits(iso.substr(8, 2))};
  if (date.year < 1 || !is_valid(date)) return std::nullopt;
  return date;
}

}  // namespace hearsay
