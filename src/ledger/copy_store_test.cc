#include "ledger/copy_store.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>

#include "claims/signature_bytes.h"
#include "ledger/article_number.h"
#include "ledger/schema.h"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kGates =
    "Mayor Ada Holm said on Wednesday that the gates at Port Ansel would stay shut until engineers had "
    "tested both pumps and the council had read what they found.";
constexpr const char* kQuote =
    "“We looked at each pump in the house and found that none of them ran,” the union’s Eva Strand said.";
constexpr const char* kDredgers =
    "Two dredgers have waited in the outer harbour since Monday, and a third one was sent back to Brannoc "
    "after its crew had run out of fresh water.";
constexpr const char* kCouncil =
    "The opposition asked on Thursday why the office had not told anybody of the trouble; a report will be "
    "published next week, and nobody has resigned.";

std::string signature_of(const std::vector<std::string>& paragraphs) {
  Document doc;
  for (const std::string& paragraph : paragraphs) {
    const auto begin = static_cast<std::uint32_t>(doc.text.size());
    doc.text += paragraph + "\n\n";
    doc.blocks.push_back({.span = {begin, begin + static_cast<std::uint32_t>(paragraph.size())}});
  }
  return encode_signature(sign_article(doc));
}

class CopyStoreTest : public ::testing::Test {
 protected:
  CopyStoreTest() : path_(std::filesystem::temp_directory_path() / ("copies-" + std::to_string(::getpid()))) {
    clean();
    database_ = std::make_unique<Database>(*Database::open(path_, Database::Access::create));
    EXPECT_TRUE(prepare_for_writing(*database_));
  }
  ~CopyStoreTest() override {
    database_.reset();
    clean();
  }
  void clean() {
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path_.string() + end);
  }

  std::int64_t count(const std::string& table) {
    Query query(*database_, "SELECT count(*) FROM " + table);
    return query.next() ? query.number(0) : -1;
  }

  std::filesystem::path path_;
  std::unique_ptr<Database> database_;
};

const std::int64_t kFirst = article_number("2024-03-06", "a");
const std::int64_t kSecond = article_number("2024-03-08", "b");

TEST_F(CopyStoreTest, FindsNearCopiesAndSharedParagraphs) {
  CopyStore store(*database_);
  EXPECT_THAT(*store.add(kFirst, signature_of({kGates, kQuote, kDredgers})), IsEmpty());
  const auto copies = store.add(kSecond, signature_of({"Port Ansel.", kGates, kQuote}));
  ASSERT_EQ(copies->size(), 1u);
  EXPECT_EQ((*copies)[0].other, kFirst);
  EXPECT_TRUE((*copies)[0].near_copies);
  EXPECT_EQ(count("copies"), 2);
  const auto quoting = store.add(kSecond + 1, signature_of({kCouncil, kCouncil, kQuote}));
  ASSERT_EQ(quoting->size(), 2u);
  EXPECT_FALSE((*quoting)[0].near_copies);
  EXPECT_THAT((*quoting)[0].blocks, ElementsAre(std::pair(2u, 1u)));
  EXPECT_THAT((*quoting)[1].blocks, ElementsAre(std::pair(2u, 2u)));
  EXPECT_EQ(count("copies"), 2);
}

TEST_F(CopyStoreTest, LooksNoFurtherThanAWeek) {
  CopyStore store(*database_);
  const std::string signature = signature_of({kGates, kQuote, kDredgers});
  ASSERT_TRUE(store.add(kFirst, signature));
  EXPECT_THAT(*store.add(article_number("2024-03-14", "c"), signature), IsEmpty());
  EXPECT_THAT(*store.add(article_number("", "d"), signature), IsEmpty());
  EXPECT_EQ(store.add(article_number("2024-03-13", "e"), signature)->size(), 2u);
  EXPECT_EQ(store.add(article_number("2024-02-28", "f"), signature)->size(), 1u);
  EXPECT_EQ(store.add(article_number("", "g"), signature)->size(), 1u);
}

TEST_F(CopyStoreTest, TakesBackWhatItWrote) {
  CopyStore store(*database_);
  ASSERT_TRUE(store.add(kFirst, signature_of({kGates, kQuote, kDredgers})));
  ASSERT_TRUE(store.add(kSecond, signature_of({kGates, kQuote})));
  ASSERT_TRUE(database_->execute(
      "INSERT INTO copied_statements VALUES (" + std::to_string(statement_number(kFirst, 1)) + ", " +
      std::to_string(statement_number(kSecond, 0)) + "), (" + std::to_string(statement_number(kSecond, 0)) +
      ", " + std::to_string(statement_number(kFirst, 1)) + ")"));
  store.forget_cache();
  ASSERT_TRUE(store.remove(kFirst));
  for (const char* table : {"copies", "copied_statements"}) EXPECT_EQ(count(table), 0) << table;
  EXPECT_EQ(count("signatures"), 1);
  ASSERT_TRUE(store.remove(kSecond));
  EXPECT_EQ(count("copy_keys"), 0);
  ASSERT_TRUE(store.remove(kSecond));
}

TEST_F(CopyStoreTest, BytesThatAreNoSignatureAreNoCopy) {
  CopyStore store(*database_);
  EXPECT_THAT(*store.add(kFirst, "?"), IsEmpty());
  ASSERT_TRUE(database_->execute("INSERT INTO signatures VALUES (" + std::to_string(kSecond) + ", x'00')"));
  ASSERT_TRUE(store.remove(kSecond));
  EXPECT_EQ(count("signatures"), 0);
}

}  // namespace
}  // namespace hearsay
