#include "pages/written_dates.h"

#include <algorithm>
#include <span>
#include <vector>

#include "pages/date_pieces.h"
#include "pages/month_names.h"
#include "pages/written_times.h"

namespace hearsay {
namespace {

constexpr int kFirstYear = 1900, kLastYear = 2100;

int days_of_month(int year, int month) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : kDays[month - 1];
}

bool is_date(int year, int month, int day) {
  return year >= kFirstYear && year <= kLastYear && month >= 1 && month <= 12 && day >= 1 &&
         day <= days_of_month(year, month);
}

// The day that stands at a piece, and the piece behind it.
struct Match {
  int year = 0, month = 0, day = 0;
  std::size_t next = 0;
};

class Matcher {
 public:
  Matcher(std::span<const DatePiece> pieces, DateOrder order) : p_(pieces), order_(order) {}

  std::optional<Match> at(std::size_t i) const {
    if (p_[i].kind == PieceKind::word) return month_word_first(i);
    if (p_[i].kind != PieceKind::number) return std::nullopt;
    if (p_[i].digits == 8 || p_[i].digits == 14 || p_[i].digits == 12) return compact(i);
    if (p_[i].digits == 4) return year_first(i);
    if (p_[i].digits > 2) return std::nullopt;
    if (const auto match = numbers(i)) return match;
    return day_first(i);
  }

 private:
  std::optional<Match> checked(int year, int month, int day, std::size_t next) const {
    if (!is_date(year, month, day)) return std::nullopt;
    return Match{year, month, day, next};
  }
  bool is_number(std::size_t i, unsigned fewest, unsigned most) const {
    return i < p_.size() && p_[i].kind == PieceKind::number && p_[i].digits >= fewest && p_[i].digits <= most;
  }
  bool is_mark(std::size_t i, std::u32string_view marks) const {
    return i < p_.size() && p_[i].kind == PieceKind::mark &&
           marks.find(static_cast<char32_t>(p_[i].value)) != std::u32string_view::npos;
  }
  bool is_word(std::size_t i, std::initializer_list<std::string_view> words) const {
    return i < p_.size() && p_[i].kind == PieceKind::word &&
           std::ranges::find(words, p_[i].word) != words.end();
  }
  int number(std::size_t i) const { return static_cast<int>(std::min<std::uint64_t>(p_[i].value, 1000000)); }
  int month_at(std::size_t i) const {
    return i < p_.size() && p_[i].kind == PieceKind::word ? month_of_name(p_[i].word) : 0;
  }

  // Marks and words that may stand between day, month and year.
  std::size_t skip_between(std::size_t i) const {
    for (int steps = 0; steps < 3 && i < p_.size(); ++steps, ++i) {
      if (!is_mark(i, U".,-/°ºª'") && !is_word(i, {"de", "of", "di", "del", "d", "st", "nd", "rd", "th", "er",
                                                   "o", "a", "i", "den", "as", "the", "te"})) {
        break;
      }
    }
    return i;
  }

  // 20240312, 20240312160500
  std::optional<Match> compact(std::size_t i) const {
    std::uint64_t days = p_[i].value;
    for (unsigned digits = p_[i].digits; digits > 8; --digits) days /= 10;
    return checked(static_cast<int>(days / 10000), static_cast<int>(days / 100 % 100),
                   static_cast<int>(days % 100), i + 1);
  }

  // 2024-03-12, 2024. 3. 12, 2024年3月12日, 2024. március 12., 2024 March 12
  std::optional<Match> year_first(std::size_t i) const {
    const bool numeric = is_mark(i + 1, U"-/.:_") || is_word(i + 1, {"年", "년"});
    if (numeric && is_number(i + 2, 1, 2) && i + 3 < p_.size() &&
        (p_[i + 3].value == p_[i + 1].value || is_word(i + 3, {"月", "월"})) && is_number(i + 4, 1, 2)) {
      return checked(number(i), number(i + 2), number(i + 4), i + 5);
    }
    const std::size_t m = skip_between(i + 1);
    const std::size_t d = skip_between(m + 1);
    if (const int month = month_at(m); month > 0 && is_number(d, 1, 2)) {
      return checked(number(i), month, number(d), d + 1);
    }
    return std::nullopt;
  }

  // 12.03.2024, 03/12/2024, 12.03.24
  std::optional<Match> numbers(std::size_t i) const {
    if (!is_mark(i + 1, U"-/.") || !is_number(i + 2, 1, 2) || !is_mark(i + 3, U"-/.") ||
        p_[i + 1].value != p_[i + 3].value) {
      return std::nullopt;
    }
    int year = 0;
    if (is_number(i + 4, 4, 4)) {
      year = number(i + 4);
    } else if (is_number(i + 4, 2, 2) && p_[i + 2].digits == 2 && p_[i].digits == 2 && number(i + 4) < 40) {
      year = 2000 + number(i + 4);
    } else {
      return std::nullopt;
    }
    const bool month_first = order_ == DateOrder::month_first && p_[i + 1].value != '.';
    const int a = number(i), b = number(i + 2);
    if (const auto match = month_first ? checked(year, a, b, i + 5) : checked(year, b, a, i + 5))
      return match;
    return month_first ? checked(year, b, a, i + 5) : checked(year, a, b, i + 5);
  }

  // 12 March 2024, 12. März 2024, 12 de marzo de 2024, 12-Mar-2024
  std::optional<Match> day_first(std::size_t i) const {
    const std::size_t m = skip_between(i + 1);
    const int month = month_at(m);
    if (month == 0) return std::nullopt;
    const std::size_t y = skip_between(m + 1);
    if (is_number(y, 4, 4)) return checked(number(y), month, number(i), y + 1);
    if (is_number(y, 2, 2) && is_mark(y - 1, U"-'") && number(y) < 40) {
      return checked(2000 + number(y), month, number(i), y + 1);
    }
    return std::nullopt;
  }

  // March 12, 2024; Mar 12 16:05:00 EDT 2024
  std::optional<Match> month_word_first(std::size_t i) const {
    const std::size_t d = skip_between(i + 1);
    if (!is_number(d, 1, 2)) return std::nullopt;
    const int month = month_at(i);
    if (month == 0) return std::nullopt;
    const std::size_t y = skip_between(d + 1);
    if (is_number(y, 4, 4)) return checked(number(y), month, number(d), y + 1);
    const WrittenTime time = read_time(p_, d + 1);
    if (time.minute < 0) return std::nullopt;
    const std::size_t zone = time.next;  // one whose name says nothing
    for (const std::size_t at : {skip_between(zone), skip_between(zone + 1)}) {
      if (is_number(at, 4, 4)) return checked(number(at), month, number(d), at + 1);
    }
    return std::nullopt;
  }

  std::span<const DatePiece> p_;
  DateOrder order_;
};

void set_time(const WrittenTime& time, WrittenDate& date) {
  date.minute = time.minute;
  date.second = time.second;
  date.zone = time.zone;
}

// The time of 20240312160500.
WrittenTime compact_time(const DatePiece& piece) {
  WrittenTime time;
  if (piece.digits != 12 && piece.digits != 14) return time;
  const auto clock = static_cast<int>(piece.digits == 14 ? piece.value % 1000000 : piece.value % 10000 * 100);
  if (clock / 10000 > 23 || clock / 100 % 100 > 59 || clock % 100 > 59) return time;
  time.minute = clock / 10000 * 60 + clock / 100 % 100;
  time.second = clock % 100;
  return time;
}

DatePlace place_of(std::span<const DatePiece> pieces, std::size_t i, const Match& match) {
  DatePlace place{.date = {.year = match.year, .month = match.month, .day = match.day},
                  .begin = pieces[i].begin,
                  .end = pieces[match.next - 1].end};
  if (const WrittenTime inner = compact_time(pieces[i]); inner.minute >= 0) {
    set_time(inner, place.date);
  } else if (const WrittenTime after = read_time(pieces, match.next); after.minute >= 0) {
    set_time(after, place.date);
    place.end = pieces[after.next - 1].end;
  } else if (const WrittenTime before = read_time_before(pieces, i); before.minute >= 0) {
    set_time(before, place.date);
    place.begin = pieces[before.next].begin;
  } else if (match.next > i + 4 && pieces[i].kind == PieceKind::word) {
    set_time(read_time(pieces.first(match.next), i + 2), place.date);  // Mar 12 16:05:00 EDT 2024
  }
  return place;
}

// The day of so many seconds since 1970 (the algorithm of Hinnant, for days after it).
WrittenDate date_of_epoch(std::uint64_t seconds) {
  const auto days = static_cast<std::int64_t>(seconds / 86400) + 719468;
  const std::int64_t era = days / 146097, of_era = days % 146097;
  const std::int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const std::int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted = (5 * of_year + 2) / 153;
  const auto month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
  return {.year = static_cast<int>(year_of_era + era * 400 + (month <= 2 ? 1 : 0)),
          .month = month,
          .day = static_cast<int>(of_year - (153 * shifted + 2) / 5 + 1),
          .minute = static_cast<int>(seconds % 86400 / 60),
          .second = static_cast<int>(seconds % 60),
          .zone = "Z"};
}

// Days since some day, for differences within a month or two.
int day_count(const WrittenDate& d) {
  const int year = d.month <= 2 ? d.year - 1 : d.year;
  const int month = d.month <= 2 ? d.month + 12 : d.month;
  return 365 * year + year / 4 - year / 100 + year / 400 + (153 * (month - 3) + 2) / 5 + d.day;
}

}  // namespace

bool is_local_day_of(const WrittenDate& local, const WrittenDate& utc) {
  if (utc.minute < 0 || (utc.zone != "Z" && utc.zone != "+00:00")) return false;
  const int apart = day_count(local) - day_count(utc);
  return (apart == -1 && utc.minute < 12 * 60) || (apart == 1 && utc.minute >= 10 * 60);
}

DateOrder date_order_of(std::string_view language) {
  const std::string_view region = language.substr(std::min<std::size_t>(language.size(), 2));
  const bool is_english = language.empty() || language.starts_with("en") || language.starts_with("EN");
  const bool is_american =
      region.empty() || region == "-US" || region == "_US" || region == "-us" || region == "_us";
  return is_english && is_american ? DateOrder::month_first : DateOrder::day_first;
}

std::optional<DatePlace> find_date(std::string_view text, DateOrder order) {
  if (text.size() > kMaxDateBytes) {
    std::size_t end = kMaxDateBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text = text.substr(0, end);
  }
  if (std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }) < 4) return std::nullopt;
  const std::vector<DatePiece> pieces = cut_date_pieces(text);
  const Matcher matcher(pieces, order);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    // What follows a number and a mark is the rest of something longer.
    const bool inside = i >= 2 && pieces[i].kind == PieceKind::number && !pieces[i].after_space &&
                        !pieces[i - 1].after_space && pieces[i - 2].kind == PieceKind::number &&
                        pieces[i - 1].kind == PieceKind::mark && pieces[i].digits <= 2 &&
                        pieces[i - 1].value != ':' && pieces[i - 1].value != '|' &&
                        pieces[i - 1].value != ',';
    if (inside) continue;
    if (const auto match = matcher.at(i)) return place_of(pieces, i, *match);
  }
  return std::nullopt;
}

std::optional<WrittenDate> read_date_value(std::string_view value, DateOrder order) {
  const std::size_t begin = std::min(value.find_first_not_of(" \t\r\n"), value.size());
  const std::string_view bare = value.substr(begin, value.find_last_not_of(" \t\r\n") + 1 - begin);
  const bool digits = !bare.empty() && bare.find_first_not_of("0123456789") == std::string_view::npos;
  if (digits && (bare.size() == 10 || bare.size() == 13)) {
    std::uint64_t seconds = 0;
    for (const char c : bare.substr(0, 10)) seconds = seconds * 10 + static_cast<std::uint64_t>(c - '0');
    const WrittenDate date = date_of_epoch(seconds);
    return date.year <= kLastYear ? std::optional(date) : std::nullopt;
  }
  const auto place = find_date(value, order);
  return place ? std::optional(place->date) : std::nullopt;
}

std::string to_iso8601(const WrittenDate& date) {
  const auto padded = [](int value, std::size_t width) {
    const std::string digits = std::to_string(value);
    return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
  };
  std::string iso = padded(date.year, 4) + '-' + padded(date.month, 2) + '-' + padded(date.day, 2);
  if (date.minute < 0) return iso;
  iso += 'T' + padded(date.minute / 60, 2) + ':' + padded(date.minute % 60, 2) + ':' + padded(date.second, 2);
  return iso + date.zone;
}

}  // namespace hearsay
