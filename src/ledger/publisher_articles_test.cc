#include "ledger/publisher_articles.h"

#include <gmock/gmock.h>

#include "ledger/test_ledger.h"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class PublisherArticlesTest : public LedgerFile {
 protected:
  void publish(int from, int to, const std::string& publisher) {
    ASSERT_TRUE(
        database_.execute("WITH RECURSIVE n(i) AS (SELECT " + std::to_string(from) +
                          " UNION ALL SELECT i + 1 FROM n WHERE i < " + std::to_string(to) +
                          ") INSERT INTO articles(number, id, content, version, url, title, publisher, "
                          "published) SELECT i, i, i, 1, '', '', '" +
                          publisher + "', '' FROM n"));
  }

  Database database_ = [this] {
    add({});
    return *Database::open(path_, Database::Access::create);
  }();
};

TEST_F(PublisherArticlesTest, FewAreAllKnown) {
  publish(1, 3, "Courier");
  publish(4, 4, "Quay Mail");
  auto articles = *PublisherArticles::open(database_, "Courier");
  EXPECT_TRUE(articles.complete());
  EXPECT_THAT(articles.articles(), ElementsAre(3, 2, 1));
  EXPECT_TRUE(*articles.has(2));
  EXPECT_FALSE(*articles.has(4));
  EXPECT_THAT(PublisherArticles::open(database_, "Cour")->articles(), IsEmpty());
}

TEST_F(PublisherArticlesTest, ManyAreAskedOneByOne) {
  const auto many = static_cast<int>(PublisherArticles::kFew) + 1;
  publish(1, many, "Courier");
  publish(many + 1, many + 1, "Quay Mail");
  auto articles = *PublisherArticles::open(database_, "Courier");
  EXPECT_FALSE(articles.complete());
  for (int again = 0; again < 2; ++again) {
    EXPECT_TRUE(*articles.has(1));
    EXPECT_TRUE(*articles.has(many));
    EXPECT_FALSE(*articles.has(many + 1));
  }
}

TEST_F(PublisherArticlesTest, WhereManyAreAskedAllAreRead) {
  const auto many = static_cast<int>(PublisherArticles::kFew) + 1;
  publish(1, many, "Courier");
  publish(many + 1, 3 * many, "Quay Mail");
  auto articles = *PublisherArticles::open(database_, "Courier");
  for (int article = 3 * many; article > 0; --article) EXPECT_EQ(*articles.has(article), article <= many);
}

TEST_F(PublisherArticlesTest, NobodyInParticularHasAll) {
  auto articles = *PublisherArticles::open(database_, "");
  EXPECT_TRUE(articles.any());
  EXPECT_TRUE(*articles.has(7));
}

}  // namespace
}  // namespace hearsay
