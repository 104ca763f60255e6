#include "pages/written_dates.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string read(std::string_view text, DateOrder order = DateOrder::day_first) {
  const auto place = find_date(text, order);
  return place ? to_iso8601(place->date) : "none";
}

std::string value(std::string_view text) {
  const auto date = read_date_value(text);
  return date ? to_iso8601(*date) : "none";
}

std::string of_url(std::string_view url) {
  const auto date = find_url_date(url);
  return date ? to_iso8601(*date) : "none";
}

TEST(WrittenDates, ForMachines) {
  EXPECT_EQ(value("2024-03-12"), "2024-03-12");
  EXPECT_EQ(value("2024-03-12T16:05:09Z"), "2024-03-12T16:05:09Z");
  EXPECT_EQ(value("2024-03-12T16:05:09.123456-04:00"), "2024-03-12T16:05:09-04:00");
  EXPECT_EQ(value("2024-03-12T16:05+0530"), "2024-03-12T16:05:00+05:30");
  EXPECT_EQ(value("2024-03-12 16:05:09"), "2024-03-12T16:05:09");
  EXPECT_EQ(value("20240312T160509Z"), "2024-03-12T16:05:09Z");
  EXPECT_EQ(value("20240312"), "2024-03-12");
  EXPECT_EQ(value("20240312160509"), "2024-03-12T16:05:09");
  EXPECT_EQ(value("Tue, 12 Mar 2024 16:05:09 GMT"), "2024-03-12T16:05:09Z");
  EXPECT_EQ(value("Tue Mar 12 16:05:09 EDT 2024"), "2024-03-12T16:05:09-04:00");
  EXPECT_EQ(value("Tue Mar 12 2024 16:05:09 GMT+0100 (CET)"), "2024-03-12T16:05:09+01:00");
  EXPECT_EQ(value("1710273909"), "2024-03-12T20:05:09Z");
  EXPECT_EQ(value("1710273909000"), "2024-03-12T20:05:09Z");
}

TEST(WrittenDates, ForPeople) {
  EXPECT_EQ(read("12 March 2024"), "2024-03-12");
  EXPECT_EQ(read("Published: March 12, 2024 4:05 pm EDT"), "2024-03-12T16:05:00-04:00");
  EXPECT_EQ(read("Tuesday, Mar. 12th, 2024 at 12:05 a.m."), "2024-03-12T00:05:00");
  EXPECT_EQ(read("4:05 p.m. EDT, March 12, 2024"), "2024-03-12T16:05:00-04:00");
  EXPECT_EQ(read("12:30 | 12 March 2024"), "2024-03-12T12:30:00");
  EXPECT_EQ(read("12-Mar-2024"), "2024-03-12");
  EXPECT_EQ(read("12.03.2024, 16:05 Uhr"), "2024-03-12T16:05:00");
  EXPECT_EQ(read("12.03.24"), "2024-03-12");
  EXPECT_EQ(read("2024/03/12 16:05"), "2024-03-12T16:05:00");
  EXPECT_EQ(read("2024. 3. 12"), "2024-03-12");
}

TEST(WrittenDates, OtherLanguages) {
  EXPECT_EQ(read("Dienstag, 12. März 2024, 16.05 Uhr"), "2024-03-12T16:05:00");
  EXPECT_EQ(read("Publié le 1er août 2024 à 16h05"), "2024-08-01T16:05:00");
  EXPECT_EQ(read("12 de marzo de 2024"), "2024-03-12");
  EXPECT_EQ(read("12 de março de 2024"), "2024-03-12");
  EXPECT_EQ(read("12 marzo 2024"), "2024-03-12");
  EXPECT_EQ(read("12 marca 2024"), "2024-03-12");
  EXPECT_EQ(read("12. března 2024"), "2024-03-12");
  EXPECT_EQ(read("12 марта 2024 г., 16:05"), "2024-03-12T16:05:00");
  EXPECT_EQ(read("12 травня 2024"), "2024-05-12");
  EXPECT_EQ(read("12 Μαρτίου 2024"), "2024-03-12");
  EXPECT_EQ(read("12 Mayıs 2024"), "2024-05-12");
  EXPECT_EQ(read("2024. március 12."), "2024-03-12");
  EXPECT_EQ(read("12. maaliskuuta 2024"), "2024-03-12");
  EXPECT_EQ(read("2024年3月12日 16:05"), "2024-03-12T16:05:00");
  EXPECT_EQ(read("2024년 3월 12일"), "2024-03-12");
}

TEST(WrittenDates, WhatComesFirst) {
  EXPECT_EQ(read("03/04/2024"), "2024-04-03");
  EXPECT_EQ(read("03/04/2024", DateOrder::month_first), "2024-03-04");
  EXPECT_EQ(read("03/14/2024"), "2024-03-14");
  EXPECT_EQ(read("14/03/2024", DateOrder::month_first), "2024-03-14");
  EXPECT_EQ(read("03.04.2024", DateOrder::month_first), "2024-04-03");
}

TEST(WrittenDates, TheOrderOfALanguage) {
  for (const std::string_view american : {"", "en", "en-US", "en_US"}) {
    EXPECT_EQ(date_order_of(american), DateOrder::month_first) << american;
  }
  for (const std::string_view other : {"en-GB", "de", "fr-CA", "e"}) {
    EXPECT_EQ(date_order_of(other), DateOrder::day_first) << other;
  }
}

TEST(WrittenDates, NoDates) {
  for (const std::string_view text :
       {"", "March 2024", "30 February 2024", "12 March", "version 1.2.3.2024", "call 020-7946-0958",
        "99/99/2024", "4 of 2024 boats", "2024", "12345678", "1/2", "0000-00-00T00:00:00"}) {
    EXPECT_EQ(read(text), "none") << text;
  }
}

TEST(WrittenDates, Places) {
  const auto place = find_date("Ada Holm, 12 March 2024, 16:05 | News");
  ASSERT_TRUE(place);
  EXPECT_EQ(place->begin, 10u);
  EXPECT_EQ(place->end, 30u);
  EXPECT_FALSE(find_date(std::string(1000, '.') + "12 March 2024"));
}

TEST(WrittenDates, OfUrls) {
  EXPECT_EQ(of_url("https://example.com/news/2024/03/12/bridge-1234"), "2024-03-12");
  EXPECT_EQ(of_url("https://example.com/2024/mar/12/bridge"), "2024-03-12");
  EXPECT_EQ(of_url("https://example.com/2024-03/12/c_11.htm"), "2024-03-12");
  EXPECT_EQ(of_url("https://example.com/news/20240312-bridge"), "2024-03-12");
  EXPECT_EQ(of_url("https://example.com/a/20240312160500.html"), "2024-03-12");
  EXPECT_EQ(of_url("https://example.com/bridge-2024-03-12.html?x=2023-01-01"), "2024-03-12");
  for (const std::string_view url :
       {"", "https://example.com/2024/03/bridge", "https://example.com/?d=2024-03-12",
        "https://example.com/20241312/", "https://20240312.example.com/a", "https://example.com/1202403129",
        "https://example.com/2023/02/29/x", "https://example.com/2024/03/123456"}) {
    EXPECT_EQ(of_url(url), "none") << url;
  }
}

}  // namespace
}  // namespace hearsay
