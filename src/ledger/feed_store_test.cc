#include "ledger/feed_store.h"

#include <gmock/gmock.h>

#include "ledger/test_ledger.h"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class FeedStoreTest : public LedgerFile {
 protected:
  FeedStoreTest() { add({article("a", "Ada Holm", "denied", "that the bridge was closed", Act::deny)}); }
};

const FeedState kFeed = {.url = "https://northline.test/rss",
                         .title = "Northline",
                         .etag = "\"x\"",
                         .last_modified = "",
                         .checked = 1000,
                         .not_before = 2000,
                         .failures = 2,
                         .problem = "expected status 200, found 500"};
const SeenItem kItem = {
    .key = "https://northline.test/1", .version = -7, .fate = ItemFate::kept, .tries = 1, .not_before = 3};

TEST_F(FeedStoreTest, RemembersFeedsAndItems) {
  {
    FeedStore store = *FeedStore::open(path_);
    EXPECT_THAT(*store.feeds(), IsEmpty());
    EXPECT_FALSE(*store.feed(kFeed.url));
    EXPECT_FALSE(*store.item(kItem.key));
    EXPECT_TRUE(store.save(kFeed));
    EXPECT_TRUE(store.save(kItem));
  }
  FeedStore store = *FeedStore::open(path_);
  EXPECT_THAT(*store.feeds(), ElementsAre(kFeed));
  EXPECT_EQ(**store.feed(kFeed.url), kFeed);
  EXPECT_EQ(**store.item(kItem.key), kItem);
  SeenItem changed = kItem;
  changed.version = 8;
  EXPECT_TRUE(store.save(changed));
  EXPECT_EQ((**store.item(kItem.key)).version, 8);
}

TEST_F(FeedStoreTest, RemembersWhatWaits) {
  FeedStore store = *FeedStore::open(path_);
  SeenItem item = kItem;
  item.fate = ItemFate::waiting;
  const WaitingItem said{
      .key = kItem.key, .feed = kFeed.url, .url = "https://northline.test/1?x", .title = "T", .summary = "S"};
  EXPECT_TRUE(store.save(item, said));
  EXPECT_THAT(*store.waiting(kFeed.url, 3, 10), ElementsAre(said));
  EXPECT_THAT(*store.waiting(kFeed.url, 2, 10), IsEmpty());
  EXPECT_THAT(*store.waiting(kFeed.url, 3, 0), IsEmpty());
  EXPECT_THAT(*store.waiting("https://other.test/rss", 3, 10), IsEmpty());
  EXPECT_TRUE(store.save(kItem));
  EXPECT_THAT(*store.waiting(kFeed.url, 3, 10), IsEmpty());
  EXPECT_TRUE(store.save(item));
  EXPECT_THAT(*store.waiting(kFeed.url, 3, 10), IsEmpty());
}

TEST_F(FeedStoreTest, LeavesTheLedgerAlone) {
  ASSERT_TRUE(FeedStore::open(path_)->save(kFeed));
  EXPECT_THAT(*open().check(), IsEmpty());
  EXPECT_EQ(open().count()->articles, 1);
}

TEST_F(FeedStoreTest, MakesNoLedger) {
  EXPECT_EQ(FeedStore::open(folder_ / "nowhere").error().code, ErrorCode::not_found);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "nowhere"));
}

TEST_F(FeedStoreTest, SeesThatOthersWrite) {
  FeedStore store = *FeedStore::open(path_);
  const std::int64_t before = *store.version();
  EXPECT_TRUE(store.save(kFeed));
  EXPECT_EQ(*store.version(), before);
  remove("a");
  EXPECT_NE(*store.version(), before);
}

TEST_F(FeedStoreTest, TakesOverWhatAnotherLedgerRemembers) {
  const std::filesystem::path other = folder_ / "other.ledger";
  { ASSERT_TRUE(Ledger::open_for_adding(other)); }
  ASSERT_TRUE(FeedStore::open(other)->copy_from(path_));
  ASSERT_TRUE(FeedStore::open(path_)->save(kFeed));
  ASSERT_TRUE(FeedStore::open(path_)->save(kItem));
  {
    // As it was made before items could wait.
    Database database = *Database::open(path_, Database::Access::create);
    ASSERT_TRUE(database.execute("DROP TABLE waiting_items"));
  }
  FeedStore store = *FeedStore::open(other);
  EXPECT_TRUE(store.copy_from(path_));
  EXPECT_THAT(*store.feeds(), ElementsAre(kFeed));
  EXPECT_EQ(**store.item(kItem.key), kItem);
}

}  // namespace
}  // namespace hearsay
