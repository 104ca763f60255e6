#include "document/timex3.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

TEST(Timex3, IsDatedWhereTheYearOrDecadeIsKnown) {
  for (const char* value : {"2024-03-06", "2024-W10", "198", "19", "2024-03-06T21:52"}) {
    EXPECT_TRUE(is_dated({{0, 1}, TimeType::date, value})) << value;
  }
  for (const char* value : {"XXXX-WXX-3", "PRESENT_REF", "PAST_REF", "XX", "", "1", "1X"}) {
    EXPECT_FALSE(is_dated({{0, 1}, TimeType::date, value})) << value;
  }
  EXPECT_FALSE(is_dated({{0, 1}, TimeType::duration, "2024"}));
  EXPECT_FALSE(is_dated({{0, 1}, TimeType::set, "2024"}));
}

TEST(Timex3, CutsTheTimeOfDay) {
  EXPECT_EQ(day_of("2024-03-06T21:52"), "2024-03-06");
  EXPECT_EQ(day_of("2024-03-06TEV"), "2024-03-06");
  EXPECT_EQ(day_of("2024-Q1"), "2024-Q1");
  EXPECT_EQ(day_of(""), "");
}

TEST(Timex3, OrdersByWhenTheyBegin) {
  const char* values[] = {"17",         "1931",          "198",
                          "1998",       "2022-02",       "2022-SP",
                          "2022-W45",   "2022-11-12TNI", "2022-11-13T02:15",
                          "2022-11-14", "2022-11-15TAF", "2022-12-25",
                          "2023",       "2023-Q3",       "2023-SU"};
  for (std::size_t i = 1; i + 1 < std::size(values); ++i) {
    EXPECT_LT(time_order(values[i - 1]), time_order(values[i])) << values[i];
  }
  EXPECT_LT(time_order("2023-SU"), time_order("2023-Q3"));
}

TEST(Timex3, OrdersAnyBytes) {
  for (const char* value :
       {"", "T", "2024-", "2024-W", "2024-W9", "2024-99-99T99:99", "\xff\xff", "20240000000"}) {
    EXPECT_GE(time_order(value), 0) << value;
  }
}

}  // namespace
}  // namespace hearsay
