#include "pages/written_times.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace hearsay {
namespace {

using Pieces = std::span<const DatePiece>;

bool is_mark(Pieces p, std::size_t i, char32_t mark) {
  return i < p.size() && p[i].kind == PieceKind::mark && p[i].value == mark;
}
bool is_word(Pieces p, std::size_t i, std::string_view word) {
  return i < p.size() && p[i].kind == PieceKind::word && p[i].word == word;
}
bool is_number(Pieces p, std::size_t i, unsigned fewest, unsigned most, std::uint64_t below) {
  return i < p.size() && p[i].kind == PieceKind::number && p[i].digits >= fewest && p[i].digits <= most &&
         p[i].value < below;
}
int number(const DatePiece& piece) { return static_cast<int>(piece.value); }

// What may stand between a date and its time.
bool is_filler(const DatePiece& piece) {
  static constexpr std::string_view kWords[] = {
      "t",  "at",  "um", "a",  "as",   "kl", "klo", "ore", "o",   "alle", "las", "les",  "om",
      "ob", "il",  "v",  "u",  "den",  "on", "mon", "tue", "wed", "thu",  "fri", "sat",  "sun",
      "am", "the", "of", "og", "time", "h",  "г",   "в",   "о",   "ores", "ora", "saat", "kello"};
  static constexpr std::u32string_view kMarks = U",|-.·•@:/;—()[]";
  if (piece.kind == PieceKind::mark)
    return kMarks.find(static_cast<char32_t>(piece.value)) != std::u32string_view::npos;
  return piece.kind == PieceKind::word &&
         (std::ranges::find(kWords, piece.word) != std::end(kWords) || piece.word.ends_with("day") ||
          piece.word.ends_with("tag") || piece.word.starts_with("日") || piece.word.starts_with("일"));
}

struct NamedZone {
  std::string_view name, offset;
};

// Abbreviations that mean one offset wherever English, French or German news write them.
constexpr NamedZone kZones[] = {
    {"z", "Z"},         {"utc", "Z"},       {"gmt", "Z"},       {"est", "-05:00"},  {"edt", "-04:00"},
    {"cst", "-06:00"},  {"cdt", "-05:00"},  {"mst", "-07:00"},  {"mdt", "-06:00"},  {"pst", "-08:00"},
    {"pdt", "-07:00"},  {"bst", "+01:00"},  {"cet", "+01:00"},  {"cest", "+02:00"}, {"eet", "+02:00"},
    {"eest", "+03:00"}, {"msk", "+03:00"},  {"aest", "+10:00"}, {"aedt", "+11:00"}, {"jst", "+09:00"},
    {"kst", "+09:00"},  {"hkt", "+08:00"},  {"sgt", "+08:00"},  {"nzst", "+12:00"}, {"nzdt", "+13:00"},
    {"mez", "+01:00"},  {"mesz", "+02:00"}, {"sast", "+02:00"}};

std::string offset_text(bool behind, int hours, int minutes) {
  if (hours > 14 || minutes > 59) return "";
  const auto two = [](int v) {
    return std::string{static_cast<char>('0' + v / 10), static_cast<char>('0' + v % 10)};
  };
  return (behind ? "-" : "+") + two(hours) + ":" + two(minutes);
}

// "+02:00", "-0500", "+02"; moves `i` behind it.
std::string read_offset(Pieces p, std::size_t& i) {
  if (!is_mark(p, i, '+') && !is_mark(p, i, '-')) return "";
  const bool behind = is_mark(p, i, '-');
  if (i + 1 >= p.size() || p[i + 1].after_space) return "";
  if (is_number(p, i + 1, 4, 4, 1500)) {
    const int value = number(p[i + 1]);
    i += 2;
    return offset_text(behind, value / 100, value % 100);
  }
  if (!is_number(p, i + 1, 1, 2, 15)) return "";
  const int hours = number(p[i + 1]);
  if (is_mark(p, i + 2, ':') && is_number(p, i + 3, 2, 2, 60)) {
    i += 4;
    return offset_text(behind, hours, number(p[i - 1]));
  }
  if (p[i].after_space) return "";  // "16:05 -12 March"
  i += 2;
  return offset_text(behind, hours, 0);
}

std::string read_zone(Pieces p, std::size_t& i) {
  const std::size_t start = i;
  if (is_mark(p, i, '(')) ++i;
  std::string zone;
  if (i < p.size() && p[i].kind == PieceKind::word) {
    const auto* named = std::ranges::find(kZones, p[i].word, &NamedZone::name);
    if (named != std::end(kZones)) {
      zone = named->offset;
      ++i;
      if (const std::string offset = read_offset(p, i); zone == "Z" && !offset.empty()) zone = offset;
    }
  } else {
    zone = read_offset(p, i);
  }
  if (zone.empty()) i = start;
  return zone;
}

// "am", "p.m."; 12 hours are added or taken off. False where the hour cannot be so.
void read_half(Pieces p, std::size_t& i, int& hour) {
  char half = 0;
  if (is_word(p, i, "am") || is_word(p, i, "pm")) {
    half = p[i].word[0];
    ++i;
  } else if ((is_word(p, i, "a") || is_word(p, i, "p")) && is_mark(p, i + 1, '.') && is_word(p, i + 2, "m")) {
    half = p[i].word[0];
    i += is_mark(p, i + 3, '.') ? 4 : 3;
  }
  if (half == 0 || hour > 12) return;
  hour = hour % 12 + (half == 'p' ? 12 : 0);
}

bool separates_minutes(Pieces p, std::size_t i) {
  return is_mark(p, i, ':') || is_mark(p, i, '.') || is_word(p, i, "h") || is_word(p, i, "時") ||
         is_word(p, i, "时");
}

WrittenTime read_clock(Pieces p, std::size_t i) {
  WrittenTime time;
  const std::size_t start = i;
  int hour = 0, minute = 0;
  if (is_number(p, i, 6, 6, 240000) && p[i].value % 100 < 60 && p[i].value / 100 % 100 < 60) {
    hour = number(p[i]) / 10000, minute = number(p[i]) / 100 % 100, time.second = number(p[i]) % 100;
    ++i;
  } else if (is_number(p, i, 4, 4, 2400) && i > 0 && is_word(p, i - 1, "t") && p[i].value % 100 < 60) {
    hour = number(p[i]) / 100, minute = number(p[i]) % 100;
    ++i;
  } else if (is_number(p, i, 1, 2, 24) && separates_minutes(p, i + 1) && is_number(p, i + 2, 2, 2, 60)) {
    hour = number(p[i]), minute = number(p[i + 2]);
    i += 3;
    if (is_mark(p, i, ':') && is_number(p, i + 1, 2, 2, 61)) {
      time.second = std::min(number(p[i + 1]), 59);
      i += 2;
      if (is_mark(p, i, '.') && is_number(p, i + 1, 1, 19, ~std::uint64_t{0})) i += 2;
    }
  } else if (is_number(p, i, 1, 2, 24) && i + 1 < p.size() &&
             (is_word(p, i + 1, "uhr") || is_word(p, i + 1, "am") || is_word(p, i + 1, "pm") ||
              (is_mark(p, i + 2, '.') && is_word(p, i + 3, "m")))) {
    hour = number(p[i]);
    ++i;
  }
  if (i == start) return time;
  read_half(p, i, hour);
  if (is_word(p, i, "uhr")) ++i;
  time.minute = hour * 60 + minute;
  time.zone = read_zone(p, i);
  time.next = i;
  return time;
}

}  // namespace

WrittenTime read_time(Pieces p, std::size_t at) {
  for (std::size_t i = at; i < std::min(at + 5, p.size()); ++i) {
    if (p[i].kind == PieceKind::number) return read_clock(p, i);
    if (!is_filler(p[i])) break;
  }
  return {};
}

WrittenTime read_time_before(Pieces p, std::size_t date) {
  for (std::size_t i = date - std::min<std::size_t>(date, 12); i < date; ++i) {
    if (p[i].kind != PieceKind::number) continue;
    WrittenTime time = read_clock(p.first(date), i);
    if (time.minute < 0) continue;
    while (time.next < date && is_filler(p[time.next])) ++time.next;
    if (time.next != date) continue;
    time.next = i;
    return time;
  }
  return {};
}

}  // namespace hearsay
