#include "times/calendar.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Calendar, CountsDaysBothWays) {
  EXPECT_EQ(day_number({1970, 1, 1}), 0);
  EXPECT_EQ(day_number({2000, 3, 1}), 11017);
  for (std::int32_t day = -800'000; day < 3'000'000; day += 997) EXPECT_EQ(day_number(civil_date(day)), day);
}

TEST(Calendar, KnowsWeekdaysAndWeeks) {
  EXPECT_EQ(weekday_of(day_number({2024, 3, 6})), 3);
  EXPECT_EQ(week_of(day_number({2024, 12, 30})), (IsoWeek{2025, 1}));
  EXPECT_EQ(week_of(day_number({2021, 1, 3})), (IsoWeek{2020, 53}));
}

TEST(Calendar, KnowsWhichDaysThereAre) {
  EXPECT_TRUE(is_valid({2024, 2, 29}));
  EXPECT_FALSE(is_valid({2023, 2, 29}));
  EXPECT_FALSE(is_valid({1900, 2, 29}));
  EXPECT_FALSE(is_valid({2024, 13, 1}));
}

TEST(Calendar, FindsEaster) {
  EXPECT_EQ(easter(2024), (CivilDate{2024, 3, 31}));
  EXPECT_EQ(easter(2000), (CivilDate{2000, 4, 23}));
}

TEST(Calendar, ReadsTheDayOfAnIsoDate) {
  EXPECT_EQ(parse_date("2024-03-06"), (CivilDate{2024, 3, 6}));
  EXPECT_EQ(parse_date("2024-03-06T23:15:00Z"), (CivilDate{2024, 3, 6}));
  for (const char* bad : {"", "2024", "2024-02-31", "06-03-2024", "0000-01-01", "2024-3-6", "-024-03-06"}) {
    EXPECT_FALSE(parse_date(bad)) << bad;
  }
}

}  // namespace
}  // namespace hearsay
