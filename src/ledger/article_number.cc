#include "ledger/article_number.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <chrono>

namespace hearsay {
namespace {

constexpr std::int64_t kHashMask = (std::int64_t{1} << kHashBits) - 1;

// The number that the digits make, or -1 for other characters.
int read_digits(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::int64_t day_number(std::string_view published) {
  if (published.size() < 10 || published[4] != '-' || published[7] != '-') return 0;
  const int year = read_digits(published.substr(0, 4));
  const int month = read_digits(published.substr(5, 2));
  const int day = read_digits(published.substr(8, 2));
  if (year < 0 || month < 0 || day < 0) return 0;
  using namespace std::chrono;
  const year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return 0;
  constexpr sys_days kZero = std::chrono::year(1899) / December / 31;
  return std::clamp<std::int64_t>((sys_days(date) - kZero).count(), 1, kLastDay);
}

std::int64_t article_number(std::string_view published, std::string_view id) {
  const auto hash = static_cast<std::int64_t>(XXH3_64bits(id.data(), id.size()) >> (64 - kHashBits));
  return first_article_of(day_number(published)) | hash;
}

std::int64_t next_article_number(std::int64_t number) {
  return (number & ~kHashMask) | ((number + 1) & kHashMask);
}

}  // namespace hearsay
