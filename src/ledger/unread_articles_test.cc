#include "ledger/unread_articles.h"

#include <gmock/gmock.h>

#include "ledger/test_ledger.h"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Document unread(const std::string& id, const std::string& published, const std::string& text) {
  Document doc;
  doc.metadata = {.id = id, .title = "Fährunglück", .published = published, .language = "de"};
  doc.text = text;
  doc.blocks = {{.kind = BlockKind::paragraph, .span = {0, static_cast<std::uint32_t>(text.size())}}};
  return doc;
}

class UnreadArticlesTest : public LedgerFile {
 protected:
  std::vector<std::string> found(const StatementQuery& query) {
    Ledger ledger = open();
    const auto articles = ledger.search_unread(query);
    std::vector<std::string> ids;
    for (const UnreadArticle& article : *articles) ids.push_back(article.id);
    return ids;
  }
};

TEST_F(UnreadArticlesTest, AreFoundByTheirWords) {
  add({unread("a", "2024-03-06", "Die Brücke ist sicher."), unread("b", "2024-03-08", "Die Brücke ist zu."),
       article("c", "Ada Holm", "said", "die Brücke", Act::assert_)});
  EXPECT_THAT(found({.words = "brucke"}), ElementsAre("b", "a"));
  EXPECT_THAT(found({.words = "\"ist sicher\""}), ElementsAre("a"));
  EXPECT_THAT(found({.words = "fährunglück zu"}), ElementsAre("b"));
  EXPECT_THAT(found({.words = "brücke", .before = "2024-03-07"}), ElementsAre("a"));
  EXPECT_THAT(found({.words = "brücke", .limit = 1}), ElementsAre("b"));
  EXPECT_THAT(found({.words = "brücke", .source = "Holm"}), IsEmpty());
  EXPECT_THAT(found({}), IsEmpty());
  EXPECT_THAT(*open().check(), IsEmpty());
}

TEST_F(UnreadArticlesTest, OnlyTheNewestVersions) {
  add({unread("a", "2024-03-06", "Die Brücke ist sicher.")});
  add({unread("a", "2024-03-06", "Die Brücke ist zu.")});
  EXPECT_THAT(found({.words = "sicher"}), IsEmpty());
  EXPECT_THAT(found({.words = "zu"}), ElementsAre("a"));
  remove("a");
  EXPECT_THAT(found({.words = "zu"}), IsEmpty());
}

}  // namespace
}  // namespace hearsay
