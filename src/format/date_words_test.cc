#include "format/date_words.h"

#include <gtest/gtest.h>

#include "format/test_document.h"

namespace hearsay {
namespace {

TEST(DateWords, AreThoseOfPeople) {
  const std::pair<const char*, const char*> cases[] = {{"2025-11-04T21:52", "4 November 2025, 21:52"},
                                                       {"2025-11-04TEV", "4 November 2025, evening"},
                                                       {"2024-03-06", "6 March 2024"},
                                                       {"2019-01", "January 2019"},
                                                       {"1998", "1998"},
                                                       {"198", "1980s"},
                                                       {"17", "18th century"},
                                                       {"20", "21st century"},
                                                       {"2023-SP", "spring 2023"},
                                                       {"2024-Q2", "second quarter of 2024"},
                                                       {"2022-W45", "week of 7 November 2022"},
                                                       {"2022-W45-WE", "weekend of 12 November 2022"},
                                                       {"2009-W53", "week of 28 December 2009"},
                                                       {"2021-W01", "week of 4 January 2021"},
                                                       {"2017-07-XX", "July 2017"}};
  for (const auto& [value, words] : cases) EXPECT_EQ(date_words(value), words);
}

TEST(DateWords, LeaveAloneWhatIsNoDate) {
  for (const char* value : {"", "T", "PRESENT_REF", "XXXX-WXX-3", "2024-13-01", "2024-", "2024-ZZ", "P3D"}) {
    const std::string words = date_words(value);
    EXPECT_TRUE(words == value || words == "2024-") << value << ": " << words;
  }
}

Document dated(const char* value) {
  Document doc = make_document("Holm said it fell in May. It rose in June");
  attribute(doc, {{"Holm"}, {"said"}, {"it fell"}});
  doc.times = {{find_words(doc, "May"), TimeType::date, value},
               {find_words(doc, "June"), TimeType::date, "2020-06"}};
  doc.statement_times = {0};
  doc.events = {{.span = find_words(doc, "fell"), .clause = {find_words(doc, "it fell")}, .time = 1},
                {.span = find_words(doc, "rose"),
                 .clause = {find_words(doc, "It"), find_words(doc, "in June")},
                 .time = 0}};
  return doc;
}

TEST(DateWords, SayWhenSomethingWasSaid) {
  EXPECT_EQ(said_words(dated("2020-05-04TMO"), 0), "on 4 May 2020");
  EXPECT_EQ(said_words(dated("2020-06-04"), 0), "on 4 June 2020 (May)");
  EXPECT_EQ(said_words(dated("2020-05"), 0), "in May 2020");
  EXPECT_EQ(said_words(dated("2020-W45"), 0), "in the week of 2 November 2020 (May)");
  Document open = dated("XXXX-WXX");
  EXPECT_EQ(said_words(open, 0), "May");
  EXPECT_EQ(said_day(open, 0), "");
  EXPECT_EQ(said_day(dated("2020-05-04TMO"), 0), "2020-05-04");
  EXPECT_EQ(said_day(dated("2020-W45"), 0), "2020-W45");
  EXPECT_EQ(date_words(open, open.times[0]), "May");
  EXPECT_EQ(date_words(open, open.times[1]), "June 2020");
  Document doc = dated("2020-05");
  doc.statement_times = {kNone};
  EXPECT_EQ(said_words(doc, 0), "");
  EXPECT_EQ(said_day(doc, 0), "");
  doc.statement_times.clear();
  EXPECT_EQ(said_words(doc, 0), "");
}

TEST(DateWords, TimelineIsInOrderOfTime) {
  const Document doc = dated("2020-05");
  EXPECT_EQ(timeline(doc), (std::vector<std::uint32_t>{1, 0}));
  EXPECT_EQ(event_words(doc, doc.events[1]), "It … in June");
}

}  // namespace
}  // namespace hearsay
