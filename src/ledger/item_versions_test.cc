#include "ledger/item_versions.h"

#include <gmock/gmock.h>

#include "ledger/test_ledger.h"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ItemVersionsTest : public LedgerFile {
 protected:
  // The titles of an article's versions, the newest last.
  std::vector<std::string> titles() {
    const auto versions = open().versions("a");
    std::vector<std::string> titles;
    for (const LedgerArticle& version : *versions) titles.push_back(version.title);
    return titles;
  }
};

Document version(std::uint32_t number, const std::string& content,
                 ArticleStatus status = ArticleStatus::usable) {
  Document doc = article("a", "Ada Holm", "said", content, Act::assert_);
  doc.metadata.title = "v" + std::to_string(number) + std::string(to_string(status));
  doc.metadata.version = number;
  doc.metadata.status = status;
  return doc;
}

TEST_F(ItemVersionsTest, AnOlderOneDoesNotReplaceANewerOne) {
  add({version(4, "four tunnels")});
  EXPECT_THAT(add({version(2, "two tunnels"), version(3, "three tunnels"), version(1, "one tunnel")}),
              ElementsAre(Added::new_version, Added::new_version, Added::new_version));
  EXPECT_THAT(titles(), ElementsAre("v1", "v2", "v3", "v4"));
  Ledger ledger = open();
  EXPECT_EQ(ledger.search({.words = "tunnels"})->size(), 1u);
  EXPECT_EQ(ledger.search({.words = "two"})->size(), 0u);
  EXPECT_THAT(*ledger.check(), IsEmpty());
  add({version(5, "five tunnels")});
  EXPECT_THAT(titles(), ElementsAre("v1", "v2", "v3", "v4", "v5"));
  EXPECT_EQ(open().search({.words = "five"})->size(), 1u);
  remove("a");
  EXPECT_THAT(titles(), IsEmpty());
  EXPECT_THAT(*open().check(), IsEmpty());
}

TEST_F(ItemVersionsTest, WhereNobodyCountsTheLastOneIsTheNewest) {
  add({version(0, "no tunnel"), version(0, "a tunnel"), version(1, "one tunnel"), version(0, "a bridge")});
  EXPECT_EQ(open().search({.words = "bridge"})->size(), 1u);
  EXPECT_EQ(open().search({.words = "tunnel"})->size(), 0u);
}

TEST_F(ItemVersionsTest, WhatBecameOfThemIsTold) {
  Document other = version(1, "a ferry");
  other.metadata.id = "b";
  other.metadata.published = "2024-03-08";
  Document corrected = other;
  corrected.metadata.status = ArticleStatus::corrected;  // nothing else changed
  Document canceled = article("a", "Ada Holm", "said", "x", Act::assert_);
  canceled.attributions.clear();
  canceled.source_entities.clear();
  canceled.metadata.status = ArticleStatus::canceled;
  add({version(1, "one tunnel"), other, canceled, corrected});
  Ledger ledger = open();
  const auto notices = *ledger.notices({});
  ASSERT_EQ(notices.size(), 2u);
  EXPECT_EQ(notices[0].article, "b");
  EXPECT_EQ(notices[0].status, ArticleStatus::corrected);
  EXPECT_EQ(notices[0].version, 2);
  EXPECT_EQ(notices[1].status, ArticleStatus::canceled);
  EXPECT_EQ(ledger.notices({.after = "2024-03-07"})->size(), 1u);
  EXPECT_EQ(ledger.notices({.limit = 1})->size(), 1u);
  const auto rest = *ledger.notices({.below = notices[0].number});
  ASSERT_EQ(rest.size(), 1u);
  EXPECT_EQ(rest[0].article, "a");
  EXPECT_THAT(*ledger.notices({.publisher = "Nobody"}), IsEmpty());
  EXPECT_THAT(*ledger.search({.words = "tunnel"}), IsEmpty());
  EXPECT_THAT(*ledger.check(), IsEmpty());
}

TEST_F(ItemVersionsTest, ALedgerWithoutTheTableIsRead) {
  add({version(1, "one tunnel")});
  Database database = *Database::open(path_, Database::Access::create);
  ASSERT_TRUE(database.execute("DROP TABLE item_versions"));
  EXPECT_THAT(*open().notices({}), IsEmpty());
  EXPECT_THAT(add({version(2, "two tunnels")}), ElementsAre(Added::new_version));
}

}  // namespace
}  // namespace hearsay
