#include "claims/article_keys.h"

#include <gmock/gmock.h>

#include "claims/content_words.h"
#include "claims/test_statements.h"

namespace hearsay {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

Statement statement(const std::vector<std::string>& stems, std::uint8_t weight = 5) {
  Statement s = make_statement("a", "ada holm", stems).statement;
  s.words = words_of(stems, weight);
  return s;
}

std::uint64_t name_key(const std::string& name) { return word_key("name " + name); }

TEST(ArticleKeys, HoldTheNamesOfTheStoryAndItsWords) {
  const ArticleKeys keys = article_keys(std::vector{statement({"ferry", "missing"})});
  EXPECT_THAT(keys.names, UnorderedElementsAre(name_key("holm"), name_key("sluice")));
  EXPECT_THAT(keys.words, UnorderedElementsAre(word_key("ferry"), word_key("missing")));
}

TEST(ArticleKeys, WordsThatManyStatementsHoldComeFirst) {
  std::vector<Statement> statements;
  for (int i = 0; i < 30; ++i) statements.push_back(statement({"ferry", "lone" + std::to_string(i)}));
  const ArticleKeys keys = article_keys(statements);
  EXPECT_EQ(keys.words.size(), kMaxArticleWords);
  EXPECT_THAT(keys.words, Contains(word_key("ferry")));
}

TEST(ArticleKeys, LeaveOutWordsOfAnyReport) {
  EXPECT_THAT(article_keys(std::vector{statement({"week"}, 1)}).words, IsEmpty());
  EXPECT_EQ(article_keys({}), ArticleKeys{});
}

TEST(ArticleKeys, AStoryTakesNamesOrFewOfThem) {
  const ArticleKeys many{.names = {1, 2, 3}, .words = {4, 5, 6}};
  EXPECT_TRUE(may_share_story(many, 2, 0));
  EXPECT_TRUE(may_share_story(many, 1, 2));
  EXPECT_FALSE(may_share_story(many, 1, 1));
  EXPECT_FALSE(may_share_story(many, 0, 3));
  EXPECT_FALSE(words_suffice(many));
  EXPECT_TRUE(may_share_story({.names = {1}, .words = {4, 5}}, 0, 2));
  EXPECT_TRUE(words_suffice({.names = {1}, .words = {4, 5}}));
}

}  // namespace
}  // namespace hearsay
