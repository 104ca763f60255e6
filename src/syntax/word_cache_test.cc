#include "syntax/word_cache.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {
namespace {

constexpr int kWidth = 4;

void write(const WordCache::Vector& v, std::uint8_t value) {
  std::fill_n(v.activations, kWidth, value);
  *v.step = static_cast<float>(value);
}

class WordCacheTest : public testing::Test {
 protected:
  WordCacheTest() { cache_.attach(this, kWidth); }

  bool knows(std::string_view word, std::vector<std::uint64_t> phrases = {}) {
    return cache_.find(word, phrases).is_known;
  }

  WordCache cache_;
};

TEST_F(WordCacheTest, KeepsWhatWasWrittenForAWord) {
  WordCache::Vector v = cache_.find("ferry", {});
  EXPECT_FALSE(v.is_known);
  write(v, 7);
  write(cache_.find("harbour", {}), 9);
  v = cache_.find("ferry", {});
  EXPECT_TRUE(v.is_known);
  EXPECT_EQ(v.activations[kWidth - 1], 7);
  EXPECT_EQ(*v.step, 7.0f);
}

TEST_F(WordCacheTest, TellsWordsByTheirPhrasesAndLetters) {
  EXPECT_FALSE(knows("Bergen", {1}));
  EXPECT_TRUE(knows("Bergen", {1}));
  EXPECT_FALSE(knows("Bergen"));
  EXPECT_FALSE(knows("Bergen", {2}));
  EXPECT_FALSE(knows("Bergen", {1, 2}));
  EXPECT_FALSE(knows("bergen", {1}));
}

TEST_F(WordCacheTest, DoesNotKeepLongWordsOrManyPhrases) {
  const std::string longest(23, 'o');
  EXPECT_FALSE(knows(longest));
  EXPECT_TRUE(knows(longest));
  for (int i = 0; i < 2; ++i) {
    EXPECT_FALSE(knows(longest + "o"));
    EXPECT_FALSE(knows("Paris", {1, 2, 3}));
  }
}

TEST_F(WordCacheTest, AnotherNetworkKnowsNothing) {
  knows("ferry");
  cache_.attach(this, kWidth);
  EXPECT_TRUE(knows("ferry"));
  cache_.attach(&cache_, kWidth);
  EXPECT_FALSE(knows("ferry"));
  cache_.attach(&cache_, 2 * kWidth);
  EXPECT_FALSE(knows("ferry"));
}

// Two words of one place: within a batch neither takes it from the other.
TEST_F(WordCacheTest, KeepsWhatABatchFoundUntilTheNext) {
  const std::size_t place = cache_.find("0", {}).place;
  ASSERT_LT(place, WordCache::kPlaces);
  int other = 1;
  for (; cache_.find(std::to_string(other), {}).place < WordCache::kPlaces; ++other) {
  }
  EXPECT_TRUE(knows("0"));
  EXPECT_FALSE(knows(std::to_string(other)));
  cache_.begin_batch();
  EXPECT_FALSE(knows(std::to_string(other)));
  EXPECT_TRUE(knows(std::to_string(other)));
}

// Many more words than places: what is found is what was written.
TEST_F(WordCacheTest, NeverGivesAnotherWordsVector) {
  const auto value = [](int word) { return static_cast<std::uint8_t>(word % 251); };
  for (int i = 0; i < 100'000; ++i) {
    if (i % 50 == 0) cache_.begin_batch();
    const int word = i % 2 == 0 ? i : i % 97;
    const WordCache::Vector v = cache_.find(std::to_string(word), {});
    if (v.is_known) {
      ASSERT_EQ(v.activations[0], value(word)) << word;
    }
    write(v, value(word));
  }
}

}  // namespace
}  // namespace hearsay
