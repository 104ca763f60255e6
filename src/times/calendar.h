// Days of the proleptic Gregorian calendar, counted from 1 January 1970.
#ifndef HEARSAY_SRC_TIMES_CALENDAR_H_
#define HEARSAY_SRC_TIMES_CALENDAR_H_

#include <cstdint>
#include <optional>
#include <string_view>

namespace hearsay {

struct CivilDate {
  std::int32_t year = 1970;
  std::int32_t month = 1;  // 1 to 12
  std::int32_t day = 1;    // 1 to days_in_month()
  bool operator==(const CivilDate&) const = default;
};

// A week of ISO 8601: it belongs to the year that holds its Thursday.
struct IsoWeek {
  std::int32_t year = 1970;
  std::int32_t week = 1;  // 1 to 53
  bool operator==(const IsoWeek&) const = default;
};

// Requires of both: 1 <= month <= 12.
std::int32_t days_in_month(std::int32_t year, std::int32_t month);
bool is_valid(const CivilDate& date);

// Requires: is_valid(date), and the year is within a million.
std::int32_t day_number(const CivilDate& date);
CivilDate civil_date(std::int32_t day_number);

// 1: Monday, to 7: Sunday.
std::int32_t weekday_of(std::int32_t day_number);
IsoWeek week_of(std::int32_t day_number);

// Western Easter Sunday (the algorithm of Meeus). Requires: year > 1582.
CivilDate easter(std::int32_t year);

// The date that an ISO 8601 date, or date and time, begins with; none if there is
// no such day.
std::optional<CivilDate> parse_date(std::string_view iso);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TIMES_CALENDAR_H_
