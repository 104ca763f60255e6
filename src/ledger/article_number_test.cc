#include "ledger/article_number.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(ArticleNumber, DaysAreCountedFrom1900) {
  EXPECT_EQ(day_number("1900-01-01"), 1);
  EXPECT_EQ(day_number("1970-01-01"), 25568);
  EXPECT_EQ(day_number("2024-03-01T23:59:00Z"), day_number("2024-02-29") + 1);
}

TEST(ArticleNumber, WhatIsNoDateIsDayZero) {
  for (const char* text :
       {"", "2024", "2024-13-01", "2024-02-30", "2024/02/03", "yesterday!", "20x4-01-01"}) {
    EXPECT_EQ(day_number(text), 0) << text;
  }
}

TEST(ArticleNumber, DaysBeyondTheRangeStayAtItsEnds) {
  EXPECT_EQ(day_number("0001-01-01"), 1);
  EXPECT_EQ(day_number("9999-12-31"), 65535);
}

TEST(ArticleNumber, LaterDaysHaveGreaterNumbers) {
  EXPECT_LT(article_number("", "z"), article_number("1900-01-01", "a"));
  EXPECT_LT(article_number("2024-03-06", "z"), article_number("2024-03-07", "a"));
  EXPECT_EQ(article_number("2024-03-06", "a"), article_number("2024-03-06T10:00:00Z", "a"));
  EXPECT_NE(article_number("2024-03-06", "a"), article_number("2024-03-06", "b"));
}

TEST(ArticleNumber, TheNextNumberIsOfTheSameDay) {
  const std::int64_t last = first_article_of(45'000) - 1;
  EXPECT_EQ(next_article_number(last), first_article_of(44'999));
  EXPECT_EQ(day_of_article(next_article_number(last)), 44'999);
  EXPECT_EQ(next_article_number(first_article_of(7)), first_article_of(7) + 1);
}

TEST(StatementNumber, HoldsArticleAndPlace) {
  const std::int64_t article = first_article_of(65'535) + 5;
  const std::int64_t number = statement_number(article, kMostAttributions - 1);
  EXPECT_GT(number, 0);
  EXPECT_EQ(article_of(number), article);
  EXPECT_EQ(attribution_of(number), kMostAttributions - 1);
  EXPECT_LT(number, statement_number(article + 1, 0));
}

}  // namespace
}  // namespace hearsay
