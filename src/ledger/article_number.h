// Numbers of articles and statements in a ledger: in the order of publication, so that
// every table keyed by them is in order of time.
//
// An article's number is its day and 27 bits of the hash of its id; a statement's is that
// of its article and 20 bits for its place in it. The same articles have the same numbers
// whatever the order of adding, but for those of one day whose hashes meet (one pair in
// 134 million). Values are stored: never change.
#ifndef HEARSAY_SRC_LEDGER_ARTICLE_NUMBER_H_
#define HEARSAY_SRC_LEDGER_ARTICLE_NUMBER_H_

#include <cstdint>
#include <string_view>

namespace hearsay {

inline constexpr int kHashBits = 27;
inline constexpr int kAttributionBits = 20;
inline constexpr std::int64_t kMostAttributions = std::int64_t{1} << kAttributionBits;

inline constexpr std::int64_t kLastDay = 65'535;  // in the year 2079

// Days since 1899-12-31 of a date that begins "YYYY-MM-DD", at least 1 and at most
// kLastDay; 0 for what is no date.
std::int64_t day_number(std::string_view published);

// The number that an article should have.
std::int64_t article_number(std::string_view published, std::string_view id);

// The number to try next where that one is taken: of the same day.
std::int64_t next_article_number(std::int64_t number);

// Numbers of articles are smaller than 2^43, those of statements than 2^63.
constexpr std::int64_t statement_number(std::int64_t article, std::int64_t attribution) {
  return article << kAttributionBits | attribution;
}
constexpr std::int64_t article_of(std::int64_t statement) { return statement >> kAttributionBits; }
constexpr std::int64_t attribution_of(std::int64_t statement) { return statement & (kMostAttributions - 1); }

// The day of an article's number, and the first number that an article of a day can have.
constexpr std::int64_t day_of_article(std::int64_t article) { return article >> kHashBits; }
constexpr std::int64_t first_article_of(std::int64_t day) { return day << kHashBits; }

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_ARTICLE_NUMBER_H_
