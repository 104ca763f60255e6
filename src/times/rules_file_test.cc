#include "times/rules_file.h"

#include <gmock/gmock.h>

namespace hearsay {
namespace {

using testing::HasSubstr;

std::string error_of(std::string_view text) {
  const auto rules = parse_time_rules(text, "x.rules");
  return rules ? "" : rules.error().message;
}

constexpr std::string_view kDays = "words weekday\n  lundi = 1\npass\nrule day -> date\n";

TEST(RulesFile, ReadsWordsAndRules) {
  const auto rules =
      parse_time_rules(std::string(kDays) + "  match le? d:<weekday>\n  set weekday=d\n", "fr");
  ASSERT_TRUE(rules) << rules.error().message;
  EXPECT_EQ(rules->rules.size(), 1u);
  EXPECT_EQ(rules->passes[0].variants.size(), 2u);
}

TEST(RulesFile, SaysWhatWasExpectedInWhichLine) {
  EXPECT_THAT(error_of("wrods day\n"), HasSubstr("x.rules:1: expected words, shapes, either"));
  EXPECT_THAT(error_of("\n\nrule a -> b\n"), HasSubstr("x.rules:3: expected a pass before the first rule"));
  EXPECT_THAT(error_of("words a\n  b = c\n"),
              HasSubstr("x.rules:2: expected a number or the name of one, found 'c'"));
  const std::string days(kDays);
  EXPECT_THAT(error_of(days + "  match d:<weekend>\n"),
              HasSubstr("x.rules:5: expected the name of a word class"));
  EXPECT_THAT(error_of(days + "  match (a b\n"), HasSubstr("expected ')', found the end of the line"));
  EXPECT_THAT(error_of(days + "  match a?\n"), HasSubstr("expected a pattern that is never empty"));
  EXPECT_THAT(error_of(days + "  match {a}\n"), HasSubstr("expected words outside the braces"));
  EXPECT_THAT(error_of(days + "  match a {b} c\n"), HasSubstr("expected braces only at the ends"));
  EXPECT_THAT(error_of(days + "  match a/VRB\n"), HasSubstr("expected a part of speech"));
  EXPECT_THAT(error_of(days + "  set weekdy=1\n"), HasSubstr("expected the name of a field before '='"));
  EXPECT_THAT(error_of(days + "  set weekday=d\n"), HasSubstr("expected a capture, a number"));
  EXPECT_THAT(error_of(days + "  test 2024-03-06: On [Monday].\n"), HasSubstr("expected '[words = VALUE]'"));
}

TEST(RulesFile, RefusesPatternsThatStandForTooMuch) {
  std::string many = std::string(kDays) + "  match";
  for (int i = 0; i < 16; ++i) many += " (a|b)";
  EXPECT_THAT(error_of(many + "\n"), HasSubstr("expected a pattern for fewer sequences"));
  std::string deep =
      std::string(kDays) + "  match " + std::string(100, '(') + "a" + std::string(100, ')') + "\n";
  EXPECT_THAT(error_of(deep), HasSubstr("expected fewer groups inside groups"));
  std::string long_one = std::string(kDays) + "  match";
  for (int i = 0; i < 17; ++i) long_one += " a";
  EXPECT_THAT(error_of(long_one + "\n"), HasSubstr("expected a shorter pattern"));
}

TEST(RulesFile, FailsWithoutAFile) {
  EXPECT_EQ(load_time_rules("/nonexistent/times.rules").error().code, ErrorCode::not_found);
  EXPECT_EQ(parse_time_rules("\xff", "x").error().code, ErrorCode::corrupt_model);
}

}  // namespace
}  // namespace hearsay
