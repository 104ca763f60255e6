#include "answers/search_query.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(SearchQuery, PartsFiltersFromWords) {
  const auto parsed = parse_search({"bridge \"very old\" act:deny by:\"Ada Holm\" after:2024-03-06"});
  const auto& query = std::get<StatementQuery>(parsed);
  EXPECT_EQ(query.words, "bridge \"very old\"");
  EXPECT_EQ(query.act, "deny");
  EXPECT_EQ(query.source, "\"Ada Holm\"");
  EXPECT_EQ(query.after, "2024-03-06");
}

TEST(SearchQuery, KnowsOutlets) {
  const auto parsed = parse_search({"bridge outlet:Courier"});
  EXPECT_EQ(std::get<StatementQuery>(parsed).publisher, "Courier");
  EXPECT_EQ(std::get<StatementQuery>(parsed).words, "bridge");
  // As a shell hands it on, without its marks.
  EXPECT_EQ(std::get<StatementQuery>(parse_search({"outlet:Port Post"})).publisher, "Port Post");
}

TEST(SearchQuery, SaysWhatIsWrong) {
  EXPECT_NE(std::get<std::string>(parse_search({"act:shout"})).find("found 'shout'"), std::string::npos);
  EXPECT_NE(std::get<std::string>(parse_search({"before:June"})).find("expected a date"), std::string::npos);
}

TEST(SearchQuery, RefusesFiltersThatThereAreNot) {
  for (const char* typed : {"source:Holm", "bridge when:2024", "source:\"Ada Holm\""}) {
    const auto parsed = parse_search({typed});
    ASSERT_TRUE(std::holds_alternative<std::string>(parsed)) << typed;
    EXPECT_NE(std::get<std::string>(parsed).find("expected by:, act:"), std::string::npos);
  }
  for (const char* empty : {"by:", "outlet:\"\"", "act:", "after:"})
    EXPECT_TRUE(std::holds_alternative<std::string>(parse_search({empty}))) << empty;
}

TEST(SearchQuery, TakesWordsWithColons) {
  for (const char* typed :
       {"\"source:Holm\"", "10:30", "https://example.com/a", "Note:this", "statement: it", "a::b"}) {
    const auto parsed = parse_search({typed});
    ASSERT_TRUE(std::holds_alternative<StatementQuery>(parsed)) << typed;
    EXPECT_EQ(std::get<StatementQuery>(parsed).words, typed);
  }
}

TEST(SearchQuery, KnowsDays) {
  EXPECT_TRUE(is_date("2024-02-29"));
  for (const char* none : {"2023-02-29", "2024-13-01", "2024-1-01", "0000-01-01", "", "2024-02-290"})
    EXPECT_FALSE(is_date(none)) << none;
}

}  // namespace
}  // namespace hearsay
