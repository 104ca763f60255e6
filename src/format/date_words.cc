#include "format/date_words.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <numeric>
#include <utility>

#include "document/timex3.h"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= 4 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

int number(std::string_view text) {
  return std::accumulate(text.begin(), text.end(), 0, [](int n, char c) { return n * 10 + (c - '0'); });
}

std::string ordinal(int n) {
  const int last = n % 10;
  const bool teen = n % 100 / 10 == 1;
  const char* ending = teen || last == 0 || last > 3 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : "rd";
  return std::to_string(n) + ending;
}

// The day that is so many days after the Monday of a week (ISO 8601: the first one has 4 January in it).
std::string day_of_week(int year, int week, int days_after) {
  using std::chrono::days, std::chrono::sys_days;
  const sys_days fourth = std::chrono::year(year) / std::chrono::January / 4;
  const days since_monday = std::chrono::weekday(fourth) - std::chrono::Monday;
  const std::chrono::year_month_day day(fourth - since_monday + days(7 * (week - 1) + days_after));
  return std::to_string(static_cast<unsigned>(day.day())) + " " +
         std::string(kMonths[static_cast<unsigned>(day.month()) - 1]) + " " +
         std::to_string(static_cast<int>(day.year()));
}

// Behind a date, what the text says for it where that is no date itself: " (last week)".
std::string own_words(const Document& doc, const TimeExpression& time, const std::string& date) {
  const std::string_view words = doc.at(time.span);
  if (words.find_first_of("0123456789") != words.npos || date.find(words) != date.npos) return "";
  return " (" + std::string(words) + ")";
}

// "-W45", "-SP", "-11-04" of a year; "" for what is none of them.
std::string words_in_year(std::string_view part, std::string_view year) {
  static constexpr std::pair<std::string_view, std::string_view> kNamed[] = {
      {"SP", "spring "},           {"SU", "summer "},
      {"FA", "autumn "},           {"WI", "winter "},
      {"Q1", "first quarter of "}, {"Q2", "second quarter of "},
      {"Q3", "third quarter of "}, {"Q4", "fourth quarter of "},
      {"H1", "first half of "},    {"H2", "second half of "}};
  for (const auto& [letters, words] : kNamed) {
    if (part == letters) return std::string(words).append(year);
  }
  if (part.size() >= 3 && part[0] == 'W' && is_number(part.substr(1, 2))) {
    const bool weekend = part.ends_with("-WE");
    return (weekend ? "weekend of " : "week of ") +
           day_of_week(number(year), number(part.substr(1, 2)), weekend ? 5 : 0);
  }
  if (part.size() < 2 || !is_number(part.substr(0, 2))) return "";
  const int month = number(part.substr(0, 2));
  if (month < 1 || month > 12) return "";
  const std::string words =
      std::string(kMonths[static_cast<std::size_t>(month - 1)]).append(" ").append(year);
  const std::string_view day = part.size() == 5 ? part.substr(3) : "";
  return is_number(day) ? std::to_string(number(day)) + " " + words : words;
}

std::string clock_words(std::string_view clock) {
  static constexpr std::pair<std::string_view, std::string_view> kParts[] = {
      {"MO", "morning"}, {"MI", "midday"}, {"AF", "afternoon"},
      {"EV", "evening"}, {"NI", "night"},  {"DT", "daytime"}};
  for (const auto& [letters, words] : kParts) {
    if (clock == letters) return std::string(words);
  }
  return std::string(clock);
}

}  // namespace

std::string date_words(std::string_view value) {
  const std::string_view day = day_of(value);
  if (!is_number(day.substr(0, 4))) return std::string(value);
  if (day.size() == 2) return ordinal(number(day) + 1) + " century";
  if (day.size() == 3) return std::string(day) + "0s";
  std::string words(day);
  if (day.size() > 5) words = words_in_year(day.substr(5), day.substr(0, 4));
  if (words.empty()) return std::string(value);
  if (value.size() > day.size() + 1) words += ", " + clock_words(value.substr(day.size() + 1));
  return words;
}

std::string date_words(const Document& doc, const TimeExpression& time) {
  return is_dated(time) ? date_words(time.value) : std::string(doc.at(time.span));
}

std::string said_words(const Document& doc, std::uint32_t attribution) {
  if (doc.statement_times.empty() || doc.statement_times[attribution] == kNone) return "";
  const auto& time = doc.times[doc.statement_times[attribution]];
  if (!is_dated(time)) return std::string(doc.at(time.span));
  const std::string_view day = day_of(time.value);
  const bool is_day = day.size() == 10 && is_number(day.substr(8));
  const std::string date = date_words(day);
  return (is_day ? "on " : date.starts_with("week") ? "in the " : "in ") + date + own_words(doc, time, date);
}

std::string said_day(const Document& doc, std::uint32_t attribution) {
  if (doc.statement_times.empty() || doc.statement_times[attribution] == kNone) return "";
  const TimeExpression& time = doc.times[doc.statement_times[attribution]];
  return is_dated(time) ? std::string(day_of(time.value)) : "";
}

std::vector<std::uint32_t> timeline(const Document& doc) {
  std::vector<std::uint32_t> order(doc.events.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::stable_sort(order, {},
                           [&](std::uint32_t i) { return time_order(doc.times[doc.events[i].time].value); });
  return order;
}

std::string event_words(const Document& doc, const Event& event) {
  std::string words;
  for (const Span span : event.clause) {
    if (!words.empty()) words += " … ";
    words += doc.at(span);
  }
  return words.empty() ? std::string(doc.at(event.span)) : words;
}

}  // namespace hearsay
