#include "ledger/search_terms.h"

#include <gmock/gmock.h>

#include <limits>

#include "ledger/article_number.h"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(SearchTerms, EachConditionIsAQueryOfItsOwn) {
  EXPECT_THAT(*search_terms({.words = "old \"stone bridge\"", .source = "Holm"}),
              ElementsAre("content : \"old\" AND content : \"stone bridge\"", "source : \"Holm\""));
  EXPECT_EQ(search_terms({.act = "assert"})->size(), 1u);
  EXPECT_THAT(*search_terms({}), IsEmpty());
  EXPECT_FALSE(search_terms({.act = "dance"}));
}

TEST(SearchTerms, NothingThatIsTypedIsAnOperator) {
  EXPECT_THAT(*search_terms({.words = "a OR b*"}),
              ElementsAre("content : \"a\" AND content : \"OR\" AND content : \"b*\""));
  EXPECT_THAT(*search_terms({.words = "  \" \"  "}), IsEmpty());
}

TEST(NumberRange, HoldsTheDaysThatAreAskedFor) {
  const auto at = [](const char* day) { return statement_number(article_number(day, "x"), 3); };
  const auto holds = [](NumberRange range, std::int64_t number) {
    return number >= range.first && number < range.last;
  };
  const NumberRange march = number_range({.after = "2024-03-01", .before = "2024-03-31"});
  EXPECT_TRUE(holds(march, at("2024-03-01")));
  EXPECT_TRUE(holds(march, at("2024-03-31T23:59:59Z")));
  EXPECT_FALSE(holds(march, at("2024-02-29")));
  EXPECT_FALSE(holds(march, at("2024-04-01")));
  EXPECT_FALSE(holds(march, at("")));
  EXPECT_TRUE(holds(number_range({.before = "2024-03-31"}), at("")));
  EXPECT_EQ(number_range({.before = "9999-12-31"}).last, std::numeric_limits<std::int64_t>::max());
}

}  // namespace
}  // namespace hearsay
