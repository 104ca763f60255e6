#include "times/time_value.h"

#include <iterator>

namespace hearsay {
namespace {

constexpr std::string_view kFieldNames[] = {
    "number", "number2", "number3", "year",   "month",   "day",   "weekday",   "week",  "quarter", "half",
    "season", "weekend", "holiday", "decade", "century", "hour",  "minute",    "part",  "pm",      "anchor",
    "shift",  "unit",    "toward",  "amount", "halves",  "every", "reference", "fiscal"};
static_assert(std::size(kFieldNames) == kFieldCount);

struct NamedNumber {
  std::string_view name;
  std::int32_t number;
};

template <typename Enum>
constexpr NamedNumber named(std::string_view name, Enum value) {
  return {name, static_cast<std::int32_t>(value)};
}

// Two kinds of number may share a name only where they share the number.
constexpr NamedNumber kNumbers[] = {
    named("second", TimeUnit::second),
    named("minute", TimeUnit::minute),
    named("hour", TimeUnit::hour),
    named("day", TimeUnit::day),
    named("week", TimeUnit::week),
    named("weekend", TimeUnit::weekend),
    named("month", TimeUnit::month),
    named("quarter", TimeUnit::quarter),
    named("half", TimeUnit::half),
    named("season", TimeUnit::season),
    named("year", TimeUnit::year),
    named("decade", TimeUnit::decade),
    named("century", TimeUnit::century),
    named("millennium", TimeUnit::millennium),
    named("spring", Season::spring),
    named("summer", Season::summer),
    named("fall", Season::fall),
    named("winter", Season::winter),
    named("morning", DayPart::morning),
    named("midday", DayPart::midday),
    named("afternoon", DayPart::afternoon),
    named("evening", DayPart::evening),
    named("night", DayPart::night),
    named("daytime", DayPart::daytime),
    named("published", Anchor::published),
    named("focus", Anchor::focus),
    named("compared", Anchor::compared),
    named("backward", Toward::past),
    named("forward", Toward::future),
    named("last", Toward::last),
    named("next", Toward::next),
    named("current", Toward::current),
    named("past_ref", Reference::past),
    named("present_ref", Reference::present),
    named("future_ref", Reference::future),
    named("easter", Holiday::easter),
    named("good_friday", Holiday::good_friday),
    named("easter_monday", Holiday::easter_monday),
    named("us_thanksgiving", Holiday::us_thanksgiving),
    named("us_election", Holiday::us_election),
    {"unknown", kUnknownAmount},
};

void append_padded(std::int32_t number, std::size_t width, std::string& out) {
  const std::string digits = std::to_string(number < 0 ? 0 : number);
  if (digits.size() < width) out.append(width - digits.size(), '0');
  out += digits;
}

void append_or_x(const TimeValue& value, TimeField field, std::size_t width, std::string& out) {
  if (value.has(field)) {
    append_padded(value[field], width, out);
  } else {
    out.append(width, 'X');
  }
}

bool needs_day(const TimeValue& v) {
  return v.has(TimeField::day) || v.has(TimeField::hour) || v.has(TimeField::part) ||
         v.has(TimeField::minute);
}

// The unit of a shift that could not be made, for lack of an anchor: "yesterday".
bool is_open_shift(const TimeValue& v, TimeUnit unit) {
  return v.has(TimeField::shift) && v[TimeField::unit] == static_cast<std::int32_t>(unit);
}

void append_week(const TimeValue& v, std::string& out) {
  out += "-W";
  append_or_x(v, TimeField::week, 2, out);
  if (v.has(TimeField::weekend)) {
    out += "-WE";
  } else if (v.has(TimeField::weekday)) {
    out += '-';
    append_or_x(v, TimeField::weekday, 1, out);
  }
}

void append_month(const TimeValue& v, std::string& out) {
  out += '-';
  append_or_x(v, TimeField::month, 2, out);
  if (needs_day(v) || is_open_shift(v, TimeUnit::day)) {
    out += '-';
    append_or_x(v, TimeField::day, 2, out);
  }
}

void append_date(const TimeValue& v, std::string& out) {
  if (v.has(TimeField::fiscal) && v.has(TimeField::year)) out += "FY";
  append_or_x(v, TimeField::year, 4, out);
  const bool in_month = v.has(TimeField::month) || needs_day(v);
  if (v.has(TimeField::quarter)) {
    out += "-Q";
    append_or_x(v, TimeField::quarter, 1, out);
  } else if (v.has(TimeField::half)) {
    out += "-H";
    append_or_x(v, TimeField::half, 1, out);
  } else if (v.has(TimeField::season)) {
    out += '-';
    out += timex3_letters(static_cast<Season>(v[TimeField::season]));
  } else if (!v.has(TimeField::month) && !v.has(TimeField::day) &&
             (v.has(TimeField::weekday) || v.has(TimeField::weekend) || v.has(TimeField::week) ||
              is_open_shift(v, TimeUnit::week))) {
    append_week(v, out);
  } else if (is_open_shift(v, TimeUnit::quarter)) {
    out += "-QX";
  } else if (in_month || is_open_shift(v, TimeUnit::month) || is_open_shift(v, TimeUnit::day)) {
    append_month(v, out);
  }
}

void append_clock(const TimeValue& v, std::string& out) {
  if (v.has(TimeField::hour)) {
    out += 'T';
    append_padded(v[TimeField::hour], 2, out);
    out += ':';
    append_padded(v.has(TimeField::minute) ? v[TimeField::minute] : 0, 2, out);
  } else if (v.has(TimeField::part)) {
    out += timex3_letters(static_cast<DayPart>(v[TimeField::part]));
  }
}

void append_count(std::int64_t count, std::string_view letter, std::string& out) {
  out += count < 0 ? "X" : std::to_string(count);
  out += letter;
}

struct UnitLetters {
  std::string_view prefix, letter, half;  // half: what half a unit more adds
  std::int32_t times;                     // letters in a unit
};

UnitLetters letters_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::second:
      return {"PT", "S", "", 1};
    case TimeUnit::minute:
      return {"PT", "M", "30S", 1};
    case TimeUnit::hour:
      return {"PT", "H", "30M", 1};
    case TimeUnit::day:
      return {"P", "D", "T12H", 1};
    case TimeUnit::week:
      return {"P", "W", "3D", 1};
    case TimeUnit::weekend:
      return {"P", "WE", "", 1};
    case TimeUnit::month:
      return {"P", "M", "15D", 1};
    case TimeUnit::quarter:
      return {"P", "M", "", 3};
    case TimeUnit::half:
      return {"P", "M", "", 6};
    case TimeUnit::season:
      return {"P", "M", "", 3};
    case TimeUnit::year:
      return {"P", "Y", "6M", 1};
    case TimeUnit::decade:
      return {"P", "Y", "5Y", 10};
    case TimeUnit::century:
      return {"P", "Y", "50Y", 100};
    case TimeUnit::millennium:
      return {"P", "Y", "500Y", 1000};
  }
  return {"P", "X", "", 1};
}

// "PXDE": some decades cannot be counted in years.
std::string_view uncounted_letter(TimeUnit unit, std::string_view letter) {
  if (unit == TimeUnit::decade) return "DE";
  if (unit == TimeUnit::century) return "CE";
  if (unit == TimeUnit::quarter) return "Q";
  return letter;
}

void append_duration(const TimeValue& v, std::string& out) {
  if (!v.has(TimeField::unit)) {
    out += "PXX";
    return;
  }
  const auto unit = static_cast<TimeUnit>(v[TimeField::unit]);
  const UnitLetters letters = letters_of(unit);
  const std::int64_t amount = v[TimeField::amount];
  out += letters.prefix;
  if (amount < 0) {
    append_count(-1, uncounted_letter(unit, letters.letter), out);
  } else if (amount > 0 || v[TimeField::halves] != 1) {
    append_count(amount * letters.times, letters.letter, out);
  }
  if (v[TimeField::halves] == 1) out += letters.half;
}

}  // namespace

std::optional<TimeField> field_named(std::string_view name) {
  for (int i = 0; i < kFieldCount; ++i) {
    if (kFieldNames[i] == name) return static_cast<TimeField>(i);
  }
  return std::nullopt;
}

std::optional<std::int32_t> number_named(std::string_view name) {
  for (const NamedNumber& known : kNumbers) {
    if (known.name == name) return known.number;
  }
  return std::nullopt;
}

std::string_view timex3_letters(Season season) {
  static constexpr std::string_view kLetters[] = {"SP", "SU", "FA", "WI"};
  const auto i = static_cast<std::size_t>(season);
  return i < std::size(kLetters) ? kLetters[i] : "XX";
}

std::string_view timex3_letters(DayPart part) {
  static constexpr std::string_view kLetters[] = {"TMO", "TMI", "TAF", "TEV", "TNI", "TDT"};
  const auto i = static_cast<std::size_t>(part);
  return i < std::size(kLetters) ? kLetters[i] : "TXX";
}

void append_timex3(const TimeValue& v, std::string& out) {
  static constexpr std::string_view kReferences[] = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"};
  if (v.has(TimeField::reference)) {
    const auto reference = static_cast<std::size_t>(v[TimeField::reference]);
    out += reference < std::size(kReferences) ? kReferences[reference] : kReferences[1];
  } else if (v.has(TimeField::amount)) {
    append_duration(v, out);
  } else if (v.has(TimeField::decade) && !v.has(TimeField::year)) {
    append_padded(v[TimeField::decade], 3, out);
  } else if (v.has(TimeField::century) && !v.has(TimeField::year)) {
    append_padded(v[TimeField::century], 2, out);
  } else if (is_open_shift(v, TimeUnit::decade)) {
    out.append(3, 'X');
  } else if (is_open_shift(v, TimeUnit::century)) {
    out += "XX";
  } else {
    append_date(v, out);
    append_clock(v, out);
  }
}

}  // namespace hearsay
