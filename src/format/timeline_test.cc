#include "format/timeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "format/test_document.h"
#include "format/timeline_svg.h"
#include "format/timeline_text.h"

namespace hearsay {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

Document story() {
  Document doc = make_document("Holm said it was safe.\n\nThe union denied on Monday that. It fell in May.");
  doc.metadata = {.id = "a1", .title = "Bridge", .publisher = "Courier", .published = "2024-03-06T08:00"};
  attribute(doc, {{"Holm"}, {"said"}, {"it was safe"}});
  attribute(doc, {{"The union"}, {"denied"}, {"that"}});
  doc.attributions[1].act = Act::deny;
  doc.times = {{find_words(doc, "Monday"), TimeType::date, "2024-03-04"},
               {find_words(doc, "May"), TimeType::date, "2020-05"}};
  doc.statement_times = {kNone, 0};
  doc.events = {{.span = find_words(doc, "fell"), .clause = {find_words(doc, "It fell")}, .time = 1}};
  return doc;
}

std::vector<TimelineEntry> sorted(const Document& doc) {
  std::vector<TimelineEntry> entries = timeline_entries(doc);
  sort_timeline(entries);
  return entries;
}

std::vector<std::string> times_of(const std::vector<TimelineSlot>& slots) {
  std::vector<std::string> times;
  for (const TimelineSlot& slot : slots) times.push_back(slot.when);
  return times;
}

TEST(Timeline, StatementsAndEventsInOrder) {
  const std::vector<TimelineEntry> entries = sorted(story());
  ASSERT_THAT(entries, SizeIs(3));
  EXPECT_TRUE(entries[0].is_event);
  EXPECT_EQ(entry_id(entries[0]), "v1");
  EXPECT_EQ(entries[1].when, "2024-03-04");
  EXPECT_TRUE(entries[1].against);
  EXPECT_EQ(entries[2].who, "Holm");
  EXPECT_EQ(entries[2].when, "2024-03-06T08:00");
}

TEST(Timeline, WhatHasNoDateIsLeftOut) {
  Document doc = story();
  doc.metadata.published = "";
  EXPECT_THAT(timeline_entries(doc), SizeIs(2));
}

TEST(Timeline, SlotsGetCoarserWhereThereAreMany) {
  std::vector<TimelineEntry> entries;
  for (const char* when : {"198", "2019", "2024-03-04", "2024-03-04T09:00", "2024-03-05", "2024-04-01"}) {
    entries.push_back({.when = when});
  }
  EXPECT_THAT(times_of(timeline_slots(entries, 5)),
              ElementsAre("198", "2019", "2024-03-04", "2024-03-05", "2024-04-01"));
  EXPECT_THAT(times_of(timeline_slots(entries, 4)), ElementsAre("198", "2019", "2024-03", "2024-04"));
  EXPECT_THAT(times_of(timeline_slots(entries, 3)), ElementsAre("198", "2019", "2024"));
}

TEST(Timeline, RecordsAndRowsAreWhole) {
  for (const TimelineEntry& e : sorted(story())) {
    const auto record = nlohmann::json::parse(to_record(e));
    EXPECT_EQ(record["when"], e.when);
    EXPECT_EQ(record["document"], "a1");
    EXPECT_EQ(timeline_fields(e).size(), timeline_columns().size());
  }
}

TEST(TimelineText, DrawsTheAxisAndNamesThePlaces) {
  EXPECT_EQ(timeline_text(sorted(story()), {.width = 60}),
            "                       claimed │ denied or disputed\n"
            "    May 2020                   │  ◇ 1\n"
            "4 March 2024                   │ ███████████ 1\n"
            "6 March 2024     1 ███████████ │\n"
            "\n"
            "May 2020\n"
            "  ◇ May 2020 · Courier · ¶2 · a1\n"
            "    It fell\n"
            "\n"
            "4 March 2024\n"
            "  ○ The union denied · denies · Courier · ¶2 · a1/a2\n"
            "    that\n"
            "\n"
            "6 March 2024\n"
            "  ● Holm said · Courier · ¶1 · a1/a1\n"
            "    it was safe\n");
}

TEST(TimelineText, IsHarmless) {
  Document doc = story();
  doc.metadata.publisher = "\033[31mCourier";
  EXPECT_THAT(timeline_text(sorted(doc), {}), Not(HasSubstr("\033")));
}

TEST(TimelineSvg, DrawsEachEntryOnItsSideOnce) {
  const std::string svg = timeline_svg(sorted(story()), [](const TimelineEntry& e) { return entry_id(e); });
  EXPECT_THAT(svg, HasSubstr("<a href=\"#a1\"><circle class=\"for\""));
  EXPECT_THAT(svg, HasSubstr("<a href=\"#a2\"><circle class=\"against\""));
  EXPECT_THAT(svg, HasSubstr("<a href=\"#v1\"><path class=\"ev\""));
  EXPECT_THAT(svg, HasSubstr("<title>The union denied (denies), 4 March 2024 · Courier\nthat</title>"));
  EXPECT_THAT(svg, HasSubstr(">4 March</text>"));
}

TEST(TimelineSvg, CutsLongWordsBetweenCodePoints) {
  Document doc = make_document("Holm said " + std::string(239, 'x') + "ééé.");
  doc.metadata.published = "2024-03-06";
  attribute(doc, {{"Holm"}, {"said"}, {std::string(239, 'x') + "ééé"}});
  const std::string svg = timeline_svg(sorted(doc), [](const TimelineEntry&) { return std::string(); });
  EXPECT_THAT(svg, HasSubstr("x …</title></circle>"));
  EXPECT_THAT(svg, Not(HasSubstr("<a ")));
}

}  // namespace
}  // namespace hearsay
