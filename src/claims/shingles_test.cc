#include "claims/shingles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

std::vector<WordHash> words_in(std::string_view text) {
  std::vector<WordHash> words;
  read_words(text, words);
  return words;
}

std::vector<std::uint64_t> shingles_of(std::string_view text) {
  std::vector<std::uint64_t> shingles;
  read_shingles(words_in(text), shingles);
  return shingles;
}

std::vector<std::uint32_t> quotes_of(std::string_view text) {
  std::vector<std::uint32_t> quotes;
  for (const WordHash& word : words_in(text)) quotes.push_back(word.quote);
  return quotes;
}

TEST(Words, AreLettersAndDigitsWithoutCaseAndApostrophes) {
  EXPECT_EQ(words_in("The 2,000-tonne gate -- isn't it?").size(), 7u);
  EXPECT_EQ(shingles_of("The gate isn't “shut”, Émile says"),
            shingles_of("the GATE isn’t \"shut\" — émile says."));
  EXPECT_NE(shingles_of("the gate is not shut"), shingles_of("the gate is now shut"));
  EXPECT_TRUE(words_in("").empty());
  EXPECT_TRUE(words_in(" … “” ’ ' — ").empty());
}

TEST(Words, KnowTheirQuotation) {
  using testing::ElementsAre;
  EXPECT_THAT(quotes_of("He said “we go” and “no” again"), ElementsAre(0, 0, 1, 1, 0, 2, 0));
  EXPECT_THAT(quotes_of("\"No,\" she said. \"We stay"), ElementsAre(1, 0, 0, 2, 2));
  EXPECT_THAT(quotes_of("a” b “c “d” e"), ElementsAre(0, 0, 1, 1, 0));
}

TEST(Shingles, AreRunsOfFourWords) {
  const auto shingles = shingles_of("one two three four five six");
  ASSERT_EQ(shingles.size(), 3u);
  EXPECT_EQ(shingles[1], shingles_of("two three four five")[0]);
  EXPECT_NE(shingles[0], shingles_of("two one three four")[0]);
}

TEST(Shingles, OfFewWordsAreOne) {
  EXPECT_EQ(shingles_of("no comment").size(), 1u);
  EXPECT_TRUE(shingles_of("").empty());
}

// Ledgers hold them. The values were computed by another program from the definition.
TEST(Shingles, NeverChange) {
  EXPECT_THAT(shingles_of("The bridge was safe, Émile said."),
              testing::ElementsAre(6565674197883386815u, 5919995235515584116u, 10097626359672297525u));
}

}  // namespace
}  // namespace hearsay
