// What a time expression means before it is anchored: a set of integer fields,
// most of them unset ("last May": month 5, toward last). Rules fill it in,
// resolve() completes it, append_timex3() prints it.
#ifndef HEARSAY_SRC_TIMES_TIME_VALUE_H_
#define HEARSAY_SRC_TIMES_TIME_VALUE_H_

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

inline constexpr std::int32_t kUnset = std::numeric_limits<std::int32_t>::min();
inline constexpr std::int32_t kUnknownAmount = kUnset + 1;  // "several": X in TIMEX3

// The numbers a word or a shape stands for come first; the rest are what rules may
// set. Each is named in a rules file as here.
enum class TimeField : std::uint8_t {
  number,   // of a word ("March": 3) or the first digits of a shape
  number2,  // second digits of a shape ("9:52": 52)
  number3,
  year,
  month,
  day,
  weekday,  // 1: Monday, to 7
  week,
  quarter,
  half,
  season,   // a Season
  weekend,  // 1
  holiday,  // month * 100 + day; or a Holiday that moves
  decade,   // 198: the 1980s
  century,  // 19: the 20th
  hour,
  minute,
  part,       // a DayPart
  pm,         // 1: afternoon hours, 0: morning hours
  anchor,     // an Anchor: what `shift` counts from
  shift,      // so many units from the anchor
  unit,       // a TimeUnit: of `shift` or `amount`
  toward,     // a Toward: which year or week is meant where none is named
  amount,     // of a duration, kUnknownAmount if the text does not say
  halves,     // 1: half a unit more
  every,      // 1: a set that recurs
  reference,  // a Reference
  fiscal,     // 1: a year of accounts
};
inline constexpr int kFieldCount = static_cast<int>(TimeField::fiscal) + 1;

enum class TimeUnit : std::int32_t {
  second,
  minute,
  hour,
  day,
  week,
  weekend,
  month,
  quarter,
  half,
  season,
  year,
  decade,
  century,
  millennium,
};
enum class Season : std::int32_t { spring, summer, fall, winter };
enum class DayPart : std::int32_t { morning, midday, afternoon, evening, night, daytime };
enum class Anchor : std::int32_t { published, focus, compared };
enum class Toward : std::int32_t { past, future, last, next, current };
enum class Reference : std::int32_t { past, present, future };
enum class Holiday : std::int32_t { easter = 1, good_friday, easter_monday, us_thanksgiving, us_election };

struct TimeValue {
  std::array<std::int32_t, kFieldCount> fields = unset_fields();

  std::int32_t operator[](TimeField field) const { return fields[static_cast<std::size_t>(field)]; }
  std::int32_t& operator[](TimeField field) { return fields[static_cast<std::size_t>(field)]; }
  bool has(TimeField field) const { return (*this)[field] != kUnset; }

  static constexpr std::array<std::int32_t, kFieldCount> unset_fields() {
    std::array<std::int32_t, kFieldCount> fields{};
    fields.fill(kUnset);
    return fields;
  }
};

// Names of rules files: fields ("year"), and words for numbers ("focus", "spring").
std::optional<TimeField> field_named(std::string_view name);
std::optional<std::int32_t> number_named(std::string_view name);

// What TIMEX3 writes for a unit in a duration ("Y", "D") and a season, a part of
// the day ("SP", "TMO").
std::string_view timex3_letters(Season season);
std::string_view timex3_letters(DayPart part);

// Appends the value attribute of TIMEX3; X stands for what is not known
// ("XXXX-WXX-3"). Fields that contradict the calendar never make it fail.
void append_timex3(const TimeValue& value, std::string& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TIMES_TIME_VALUE_H_
