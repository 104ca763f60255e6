#include "claims/article_keys.h"

#include <gmock/gmock.h>

#include "claims/content_words.h"
#include "claims/test_statements.h"

namespace hearsay {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

Statement statement(const std::vector<std::string>& stems, std::uint8_t weight = 5) {
  Statement s = make_statement("a", "ada holm", stems).statement;
  s.words = words_of(stems, weight);
  return s;
}

TEST(ArticleKeys, HoldTheNamesOfTheStoryAndItsWords) {
  const auto keys = article_keys(std::vector{statement({"ferry", "missing"})});
  for (const char* word : {"holm", "sluice", "ferry", "missing"}) EXPECT_THAT(keys, Contains(word_key(word)));
  EXPECT_EQ(keys.size(), 4u);
}

TEST(ArticleKeys, WordsThatManyStatementsHoldComeFirst) {
  std::vector<Statement> statements;
  for (int i = 0; i < 30; ++i) statements.push_back(statement({"ferry", "lone" + std::to_string(i)}));
  const auto keys = article_keys(statements);
  EXPECT_LE(keys.size(), kMaxArticleKeys);
  EXPECT_THAT(keys, Contains(word_key("ferry")));
}

TEST(ArticleKeys, LeaveOutWordsOfAnyReport) {
  EXPECT_THAT(article_keys(std::vector{statement({"week"}, 1)}), Not(Contains(word_key("week"))));
  EXPECT_THAT(article_keys({}), IsEmpty());
}

}  // namespace
}  // namespace hearsay
