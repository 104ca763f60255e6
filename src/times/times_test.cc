#include "times/times.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "hearsay/pipeline.h"

namespace hearsay {
namespace {

const TimeRules& rules() {
  static const Result<TimeRules> loaded = load_time_rules(default_model_directory() / "times.rules");
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *loaded;
}

Document read(std::string_view text, std::string_view published) {
  static const Result<Pipeline> pipeline = Pipeline::load();
  static Scratch scratch;
  Document doc;
  doc.text = text;
  doc.metadata.published = published;
  EXPECT_TRUE(pipeline->annotate(doc, scratch));
  EXPECT_EQ(find_violation(doc), "");
  return doc;
}

// "They met on [Monday = 2024-03-04]."
std::string marked(const Document& doc) {
  std::string out;
  std::uint32_t at = 0;
  for (const TimeExpression& time : doc.times) {
    out += doc.text.substr(at, time.span.begin - at);
    out += "[" + std::string(doc.at(time.span)) + " = " + time.value + "]";
    at = time.span.end;
  }
  return out + doc.text.substr(at);
}

std::string marked(const RuleTest& test) {
  std::string out;
  std::size_t at = 0;
  for (const RuleTest::Expected& e : test.expected) {
    out += test.text.substr(at, e.begin - at);
    out += "[" + test.text.substr(e.begin, e.end - e.begin) + " = " + e.value + "]";
    at = e.end;
  }
  return out + test.text.substr(at);
}

TEST(TimeRulesFile, EveryTestInItPasses) {
  for (const RuleTest& test : rules().tests) {
    EXPECT_EQ(marked(read(test.text, test.published)), marked(test)) << "times.rules:" << test.line;
  }
}

TEST(TimeRulesFile, EveryRuleHasATest) {
  std::vector<bool> tested(rules().rules.size());
  for (const RuleTest& test : rules().tests) tested[test.rule] = true;
  for (std::size_t i = 0; i < tested.size(); ++i) EXPECT_TRUE(tested[i]) << rules().rules[i].name;
}

std::string times_of(std::string_view text, std::string_view published) {
  return marked(read(text, published));
}

TEST(Times, HaveTheTypesOfTimex3) {
  const Document doc =
      read("She rang at 9 p.m. on Monday, talked for two hours and calls every day.", "2024-03-06");
  ASSERT_EQ(doc.times.size(), 3u);
  EXPECT_EQ(doc.times[0].type, TimeType::time);
  EXPECT_EQ(doc.times[1].type, TimeType::duration);
  EXPECT_EQ(doc.times[2].type, TimeType::set);
}

TEST(Times, FollowTheTenseOfTheirClause) {
  EXPECT_EQ(times_of("The board met on Friday.", "2024-03-06"), "The board met on [Friday = 2024-03-01].");
  EXPECT_EQ(times_of("The board will meet on Friday.", "2024-03-06"),
            "The board will meet on [Friday = 2024-03-08].");
  EXPECT_EQ(times_of("The board met on Wednesday.", "2024-03-06"),
            "The board met on [Wednesday = 2024-03-06].");
}

TEST(Times, StayOpenWithoutAPublicationDate) {
  EXPECT_EQ(times_of("He met her on Monday, last year and in March.", ""),
            "He met her on [Monday = XXXX-WXX-1], [last year = XXXX] and in [March = XXXX-03].");
  EXPECT_EQ(times_of("They met this morning at 9:15.", "yesterday"),
            "They met [this morning = XXXX-XX-XXTMO] at [9:15 = XXXX-XX-XXT09:15].");
}

TEST(Times, CountFromTheDateInFocus) {
  EXPECT_EQ(
      times_of("The ship left on 3 May 1998. The following day it sank. It was raised two years later.", ""),
      "The ship left on [3 May 1998 = 1998-05-03]. [The following day = 1998-05-04] it sank. It was raised "
      "[two years later = 2000].");
}

TEST(Times, AreNeverImpossibleDays) {
  EXPECT_EQ(times_of("It sank on 31 February 2024.", "2024-03-06"),
            "It sank on [31 February 2024 = 2024-02].");
  EXPECT_EQ(times_of("It was built in 123456789012.", "2024-03-06"), "It was built in 123456789012.");
  EXPECT_EQ(times_of("It was 999999999 years ago.", "2024-03-06"), "It was [999999999 years ago = 0000].");
}

TEST(Times, AreFoundInTheMiddleOfNothing) {
  EXPECT_EQ(times_of("", "2024-03-06"), "");
  std::string many;
  for (int i = 0; i < 20'000; ++i) many += "the ";
  EXPECT_EQ(read(many + "Friday", "2024-03-06").times.size(), 1u);
}

}  // namespace
}  // namespace hearsay
