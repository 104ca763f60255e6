#include "format/notice_records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "format/test_document.h"

namespace hearsay {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

NoticeRecord canceled() {
  NoticeRecord notice{
      .publisher = "Northline", .published = "2024-03-06T08:00Z", .title = "Bridge", .document = "n1"};
  notice.version = 2;
  notice.before = make_document("Holm said the bridge was safe.");
  attribute(notice.before, {{"Holm"}, {"said"}, {"the bridge was safe"}});
  notice.after = make_document("Kill it.");
  notice.after.metadata.id = "n1";
  notice.changes = compare_versions(notice.before, notice.after);
  return notice;
}

TEST(NoticeRecords, ForPeople) {
  EXPECT_EQ(to_text(canceled(), {}),
            "2024-03-06 · Northline · Bridge · n1\ncanceled by its publisher\n  - Holm said: the bridge was "
            "safe\n");
  NoticeRecord alone{.document = "n2", .status = ArticleStatus::withheld};
  EXPECT_EQ(to_text(alone, {}), "n2\nwithheld by its publisher\n  no statement of it was known before\n");
}

TEST(NoticeRecords, AsJson) {
  EXPECT_EQ(
      to_records(canceled()),
      "{\"record\": \"notice\", \"document\": \"n1\", \"title\": \"Bridge\", \"publisher\": \"Northline\", "
      "\"published\": \"2024-03-06T08:00Z\", \"status\": \"canceled\", \"version\": 2}\n"
      "{\"record\": \"change\", \"document\": \"n1\", \"version\": 2, \"before\": {\"attribution\": \"a1\", "
      "\"content\": \"the bridge was safe\"}, \"after\": null}\n");
}

TEST(NoticeRecords, AsRows) {
  const auto rows = notice_rows(canceled());
  ASSERT_EQ(rows.size(), 1u);
  ASSERT_EQ(rows[0].size(), 4u + 16 + 16);
  EXPECT_EQ(rows[0][3], "canceled by its publisher");
  EXPECT_EQ(rows[0][4], "n1");
  EXPECT_EQ(rows[0][4 + 10], "");
  EXPECT_EQ(rows[0][4 + 16 + 10], "the bridge was safe");
  EXPECT_EQ(notice_rows({.document = "n2"}).size(), 1u);
}

}  // namespace
}  // namespace hearsay
