// Dates in the paths of URLs.
#include <algorithm>

#include "pages/month_names.h"
#include "pages/written_dates.h"

namespace hearsay {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Reads one part after another; what is not as wanted leaves it invalid.
class UrlDate {
 public:
  UrlDate(std::string_view path, std::size_t at) : path_(path), at_(at) {}

  // 12-03-2024
  std::optional<WrittenDate> read_day_first() {
    WrittenDate date{.day = digits(2, 2)};
    const bool split_day = separator();
    date.month = digits(2, 2);
    const bool split_month = separator();
    date.year = digits(4, 4);
    const bool run_on = at_ < path_.size() && is_digit(path_[at_]);
    return split_day && split_month && !run_on ? checked(date) : std::nullopt;
  }

  // 2024-03-12
  std::optional<WrittenDate> read() {
    WrittenDate date{.year = digits(4, 4)};
    const bool split_year = separator();
    date.month = month();
    const bool split_month = separator();
    // "/2024/1/5/" may leave out zeros, "20240105" may not.
    date.day = digits(split_month ? 1 : 2, 2);
    const bool run_on = at_ < path_.size() && is_digit(path_[at_]);
    if (run_on && (split_year || split_month || !clock_follows())) return std::nullopt;
    return checked(date);
  }

 private:
  static std::optional<WrittenDate> checked(const WrittenDate& date) {
    if (date.year < 1990 || date.year > 2100 || date.month < 1) return std::nullopt;
    static constexpr int kDays[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (date.month > 12 || date.day < 1 || date.day > kDays[date.month - 1]) return std::nullopt;
    if (date.month == 2 && date.day == 29 && date.year % 4 != 0) return std::nullopt;
    return date;
  }

  // The number at the place; 0 if it has not so many digits. Takes no more than `most`.
  int digits(std::size_t fewest, std::size_t most) {
    std::size_t end = at_;
    int value = 0;
    while (end < path_.size() && end - at_ < most && is_digit(path_[end]))
      value = value * 10 + (path_[end++] - '0');
    if (end - at_ < fewest) return 0;
    at_ = end;
    return value;
  }
  bool separator() {
    if (at_ >= path_.size() || std::string_view("/-_.").find(path_[at_]) == std::string_view::npos)
      return false;
    ++at_;
    return true;
  }
  int month() {
    if (at_ >= path_.size() || is_digit(path_[at_])) {
      const bool split = at_ > 0 && !is_digit(path_[at_ - 1]);
      return digits(split ? 1 : 2, 2);
    }
    std::string word;
    while (at_ < path_.size() && word.size() < 12 &&
           ((path_[at_] | 0x20) >= 'a' && (path_[at_] | 0x20) <= 'z')) {
      word += static_cast<char>(path_[at_++] | 0x20);
    }
    return month_of_name(word);
  }
  // Whether 4 or 6 more digits make a time: 20240312160500.
  bool clock_follows() const {
    const std::size_t end = std::min(path_.find_first_not_of("0123456789", at_), path_.size());
    const std::size_t count = end - at_;
    return (count == 4 || count == 6) && path_[at_] <= '2' && path_[at_ + 2] <= '5';
  }

  std::string_view path_;
  std::size_t at_;
};

}  // namespace

std::optional<WrittenDate> find_url_date(std::string_view url) {
  // Of a copy in an archive, the address of the original: .../web/20130217080612/http://example.com/...
  const std::size_t scheme = url.substr(0, url.find_first_of("?#")).rfind("://");
  const std::size_t host = scheme == std::string_view::npos ? 0 : scheme + 3;
  const std::size_t begin = std::min(url.find('/', host), url.size());
  const std::string_view path =
      url.substr(begin, std::min<std::size_t>(url.find_first_of("?#", begin) - begin, 2000));
  for (std::size_t i = 1; i + 8 <= path.size() + 1; ++i) {
    if (!is_digit(path[i]) || is_digit(path[i - 1])) continue;
    if (const auto date = UrlDate(path, i).read()) return date;
    if (const auto date = UrlDate(path, i).read_day_first()) return date;
  }
  return std::nullopt;
}

}  // namespace hearsay
