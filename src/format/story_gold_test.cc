#include "format/story_gold.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string story(const std::string& content, const std::string& to = "s1") {
  return R"({"id": "weir", "articles": [{"id": "weir-1", "publisher": "The Sluice", "published": "2024-03-06",
    "title": "Weir", "text": "He said so. The gates were open, Holm said, and Holm said no more."}],
    "statements": [{"id": "s1", "article": "weir-1", "cue": "said", "content": ["The gates", "were open"]},
                   {"id": "s2", "article": "weir-1", "cue": null, "content": ")" +
         content + R"(", "act": "deny", "negated": true}],
    "relations": [{"type": "disputes", "from": "s2", "to": ")" +
         to + R"(", "detail": "act"}]})";
}

TEST(StoryGold, ReadsArticlesStatementsAndRelations) {
  const auto gold = read_story_gold(story("no more"));
  ASSERT_TRUE(gold);
  EXPECT_EQ(gold->id, "weir");
  ASSERT_EQ(gold->articles.size(), 1u);
  EXPECT_EQ(gold->articles[0].published, "2024-03-06");
  ASSERT_EQ(gold->statements.size(), 2u);
  EXPECT_EQ(gold->statements[0].content.size(), 2u);
  EXPECT_TRUE(gold->statements[1].cue.empty());
  EXPECT_EQ(gold->statements[0].act, std::nullopt);
  EXPECT_EQ(gold->statements[1].act, Act::deny);
  EXPECT_TRUE(gold->statements[1].negated);
  ASSERT_EQ(gold->relations.size(), 1u);
  EXPECT_EQ(gold->relations[0].type, "disputes");
}

TEST(StoryGold, TakesTheCueNearestToTheContent) {
  const auto gold = read_story_gold(story("no more"));
  ASSERT_TRUE(gold);
  const Span cue = gold->statements[0].cue.at(0);
  EXPECT_EQ(cue.begin, 3u);  // one token before the content, the other two after "were open"
  EXPECT_EQ(gold->articles[0].text.substr(cue.begin, cue.end - cue.begin), "said");
}

TEST(StoryGold, RefusesWhatDoesNotFit) {
  EXPECT_FALSE(read_story_gold("[]"));
  EXPECT_FALSE(read_story_gold("{}"));
  EXPECT_FALSE(read_story_gold("{"));
  EXPECT_FALSE(read_story_gold(story("not there")));
  EXPECT_FALSE(read_story_gold(story("no more", "s9")));
}

}  // namespace
}  // namespace hearsay
