#include "feeds/feed_date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace hearsay {
namespace {

using std::string;
using std::string_view;

constexpr std::array<string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                 "jul", "aug", "sep", "oct", "nov", "dec"};

struct Zone {
  string_view name;
  string_view offset;
};
// Those of RFC 822, and what European feeds write.
constexpr std::array<Zone, 17> kZones = {{{"ut", "Z"},
                                          {"utc", "Z"},
                                          {"gmt", "Z"},
                                          {"z", "Z"},
                                          {"est", "-05:00"},
                                          {"edt", "-04:00"},
                                          {"cst", "-06:00"},
                                          {"cdt", "-05:00"},
                                          {"mst", "-07:00"},
                                          {"mdt", "-06:00"},
                                          {"pst", "-08:00"},
                                          {"pdt", "-07:00"},
                                          {"bst", "+01:00"},
                                          {"cet", "+01:00"},
                                          {"cest", "+02:00"},
                                          {"eet", "+02:00"},
                                          {"eest", "+03:00"}}};

struct Moment {
  int year = 0, month = 0, day = 0;
  string time;  // "09:30:00", or empty
  string zone;  // "Z", "+01:00", or empty
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

string lower(string_view text) {
  string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// -1 unless all of `digits` is a number.
int number(string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() && is_digit(digits[0]) ? value : -1;
}

string two_digits(int value) {
  return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

// "9:30", "09:30:00.25" as "09:30:00"; "" for what is no time of a day.
string read_time(string_view text) {
  int parts[3] = {0, 0, 0};
  std::size_t count = 0;
  while (count < 3 && !text.empty()) {
    std::size_t end = 0;
    while (end < text.size() && end < 2 && is_digit(text[end])) ++end;
    if (end == 0) return "";
    parts[count++] = number(text.substr(0, end));
    text.remove_prefix(end);
    if (text.empty() || text[0] != ':') break;
    text.remove_prefix(1);
  }
  const bool rest_is_fraction = text.empty() || text[0] == '.' || text[0] == ',';
  if (count < 2 || !rest_is_fraction || parts[0] > 24 || parts[1] > 59 || parts[2] > 60) return "";
  if (parts[0] == 24) return "";
  return two_digits(parts[0]) + ":" + two_digits(parts[1]) + ":" + two_digits(parts[2] == 60 ? 59 : parts[2]);
}

// "+0100", "+01:00", "+1", "GMT", "gmt+1"; "" where it is none.
string read_zone(string_view text) {
  const string name = lower(text);
  for (const Zone& zone : kZones) {
    if (name == zone.name) return string(zone.offset);
  }
  string_view rest = name;
  if (rest.starts_with("gmt") || rest.starts_with("utc")) rest.remove_prefix(3);
  if (rest.size() < 2 || (rest[0] != '+' && rest[0] != '-')) return "";
  string digits;
  for (const char c : rest.substr(1)) {
    if (is_digit(c))
      digits += c;
    else if (c != ':')
      return "";
  }
  if (digits.size() == 1 || digits.size() == 3) digits.insert(0, 1, '0');
  if (digits.size() == 2) digits += "00";
  if (digits.size() != 4) return "";
  const int hours = number(digits.substr(0, 2));
  const int minutes = number(digits.substr(2));
  if (hours > 15 || minutes > 59) return "";
  if (hours == 0 && minutes == 0) return "Z";
  return string(1, rest[0]) + digits.substr(0, 2) + ":" + digits.substr(2);
}

string write(const Moment& m) {
  const std::chrono::year_month_day date{std::chrono::year(m.year),
                                         std::chrono::month(static_cast<unsigned>(m.month)),
                                         std::chrono::day(static_cast<unsigned>(m.day))};
  if (m.year < 1000 || m.year > 9999 || m.month < 1 || m.day < 1 || !date.ok()) return "";
  string out = std::to_string(m.year) + "-" + two_digits(m.month) + "-" + two_digits(m.day);
  if (!m.time.empty()) out += "T" + m.time + m.zone;
  return out;
}

// The time and zone that follow a date: "T09:30:00.1+01:00", " 9:30 GMT".
void read_time_and_zone(string_view text, Moment& m) {
  const auto is_gap = [](char c) { return c == ' ' || c == 'T' || c == 't' || c == ','; };
  while (!text.empty() && is_gap(text[0])) text.remove_prefix(1);
  std::size_t end = 0;
  while (end < text.size() && (is_digit(text[end]) || text[end] == ':' || text[end] == '.')) ++end;
  m.time = read_time(text.substr(0, end));
  if (m.time.empty()) return;
  text.remove_prefix(end);
  while (!text.empty() && text[0] == ' ') text.remove_prefix(1);
  m.zone = read_zone(text.substr(0, text.find_first_of(" (")));
}

// "2025-03-04...", "2025/03/04", "20250304T...".
string read_iso(string_view text) {
  Moment m;
  std::size_t end = 0;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end == 8) {
    m = {number(text.substr(0, 4)), number(text.substr(4, 2)), number(text.substr(6, 2)), "", ""};
    text.remove_prefix(8);
  } else if (end == 4 && text.size() >= 7 && (text[4] == '-' || text[4] == '/')) {
    m.year = number(text.substr(0, 4));
    const char mark = text[4];
    text.remove_prefix(5);
    const std::size_t second = text.find(mark);
    const string_view month = text.substr(0, second);
    m.month = month.empty() || month.size() > 2 ? -1 : number(month);
    text.remove_prefix(second == text.npos ? text.size() : second + 1);
    std::size_t digits = 0;
    while (digits < text.size() && digits < 2 && is_digit(text[digits])) ++digits;
    m.day = digits == 0 ? -1 : number(text.substr(0, digits));
    text.remove_prefix(digits);
  } else {
    return "";
  }
  read_time_and_zone(text, m);
  return write(m);
}

int month_of(string_view word) {
  const string name = lower(word.substr(0, 3));
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (name == kMonths[i] && word.size() >= 3) return static_cast<int>(i) + 1;
  }
  return 0;
}

// "Tue, 4 Mar 2025 09:30:00 +0100", "March 4, 2025 9:30", in pieces.
string read_words(string_view text) {
  Moment m;
  while (!text.empty()) {
    std::size_t begin = 0;
    while (begin < text.size() &&
           (text[begin] == ' ' || text[begin] == ',' || text[begin] == '-' || text[begin] == '.'))
      ++begin;
    text.remove_prefix(begin);
    std::size_t end = 0;
    while (end < text.size() && text[end] != ' ' && text[end] != ',' && text[end] != '-' && text[end] != '.')
      ++end;
    const string_view word = text.substr(0, end);
    if (word.empty()) break;
    const int value = number(word);
    if (m.month == 0 && month_of(word) != 0) {
      m.month = month_of(word);
    } else if (value >= 0 && m.day == 0 && word.size() <= 2) {
      m.day = value;
    } else if (value >= 0 && m.month != 0 && m.year == 0 && (word.size() == 2 || word.size() == 4)) {
      m.year = word.size() == 4 ? value : value + (value < 70 ? 2000 : 1900);
      read_time_and_zone(text.substr(end), m);
      break;
    }
    text.remove_prefix(end);
  }
  return write(m);
}

}  // namespace

string feed_date(string_view text) {
  constexpr std::size_t kLongest = 80;
  constexpr string_view kSpace = " \t\r\n";
  text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
  text = text.substr(0, text.find_last_not_of(kSpace) + 1);
  if (text.empty() || text.size() > kLongest) return "";
  string spaces(text);
  for (char& c : spaces) {
    if (kSpace.find(c) != kSpace.npos) c = ' ';
  }
  const string iso = read_iso(spaces);
  return iso.empty() ? read_words(spaces) : iso;
}

}  // namespace hearsay
