// Dates as pages write them: in attributes for machines, and in words for people.
//
//   2024-03-12T16:05:00-04:00   20240312   Tue, 12 Mar 2024 16:05:00 GMT   1710273900 (epoch)
//   12 March 2024   March 12, 2024 4:05 pm EDT   12.03.2024   12. März 2024, 16:05 Uhr   2024年3月12日
//   https://example.com/2024/03/12/bridge
//
// Months are known by name in the languages of Europe. Of "03/04/2024", the caller says what comes first.
// The day is the one that is written, at the place of the writer: "2024-03-12T23:30:00-05:00" is 12 March.
#ifndef HEARSAY_SRC_PAGES_WRITTEN_DATES_H_
#define HEARSAY_SRC_PAGES_WRITTEN_DATES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

struct WrittenDate {
  int year = 0;  // 1900 to 2100
  int month = 0;
  int day = 0;       // of that month
  int minute = -1;   // of the day; -1: no time is written
  int second = 0;    // 0 to 59
  std::string zone;  // "Z", "+02:00"; "": none is written, or one that may mean several
  bool operator==(const WrittenDate&) const = default;
};

// Which comes first where "03/04/2024" could be either.
enum class DateOrder : std::uint8_t { day_first, month_first };

// The order that is usual in a language (BCP 47, or "_" for "-"): the month is first in American English, and
// so it is taken to be in English without a country and where no language is known.
DateOrder date_order_of(std::string_view language);

// What a date stands between where a text was searched: [begin, end) of its bytes.
struct DatePlace {
  WrittenDate date;
  std::uint32_t begin = 0, end = 0;
};

// The longest text that is searched for dates; of a longer one, the beginning.
inline constexpr std::size_t kMaxDateBytes = 400;

// The first date in `text`, with the time beside it ("4:05 pm EDT March 12, 2024"). None if there is no
// whole date with a year. Requires: valid UTF-8.
std::optional<DatePlace> find_date(std::string_view text, DateOrder order = DateOrder::day_first);

// The date of a value that is nothing but a date, as in datetime="": what find_date() finds in it, or seconds
// or milliseconds since 1970, of which the date is that of UTC.
std::optional<WrittenDate> read_date_value(std::string_view value, DateOrder order = DateOrder::day_first);

// The date in the path of a URL: "/2024/03/12/", "/20240312/", "-2024-03-12-". None if it names a month only.
std::optional<WrittenDate> find_url_date(std::string_view url);

// Whether `local` may be the day, where the page was written, of a moment that is given in UTC, and is not
// the day in UTC.
bool is_local_day_of(const WrittenDate& local, const WrittenDate& utc);

// ISO 8601: "2024-03-12", "2024-03-12T16:05:00-04:00".
std::string to_iso8601(const WrittenDate& date);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_WRITTEN_DATES_H_
