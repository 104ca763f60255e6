#include "syntax/gazetteer.h"

#include <gtest/gtest.h>

#include <map>

#include "model/feature_hash.h"

namespace hearsay {
namespace {

constexpr int kCity = 0;
constexpr int kCountry = 2;

// A gazetteer of these phrases, in arrays that live as long as it does.
class GazetteerTest : public testing::Test {
 protected:
  void SetUp() override {
    const std::map<std::string, int> phrases = {{"york", 1 << kCity},
                                                {"new york", 1 << kCity},
                                                {"new york city", 1 << kCity},
                                                {"city", 1 << kCountry},
                                                {"oslo", 1 << kCity | 1 << kCountry}};
    for (const auto& [phrase, classes] : phrases) {
      const std::uint64_t key = hash_bytes("g:" + phrase);
      std::size_t slot = key % keys_.size();
      while (keys_[slot] != 0) slot = (slot + 1) % keys_.size();
      keys_[slot] = key;
      classes_[slot] = static_cast<std::uint16_t>(classes);
    }
    gazetteer_.keys = keys_;
    gazetteer_.classes = classes_;
    for (std::uint64_t k = 0; k < kGazetteerClasses; ++k) {
      for (std::uint64_t place = 0; place < 3; ++place) {
        gazetteer_.capital[k][place] = 10 * k + place;
        gazetteer_.other[k][place] = 100 + 10 * k + place;
      }
    }
  }

  std::vector<std::vector<std::uint64_t>> find(std::vector<std::string_view> words) {
    std::vector<std::vector<std::uint64_t>> out;
    GazetteerScratch scratch;
    find_phrases(gazetteer_, words, scratch, out);
    return out;
  }

  std::vector<std::uint64_t> keys_ = std::vector<std::uint64_t>(16);
  std::vector<std::uint16_t> classes_ = std::vector<std::uint16_t>(16);
  Gazetteer gazetteer_;
};

using Features = std::vector<std::vector<std::uint64_t>>;

TEST_F(GazetteerTest, LongestPhraseOfEachClass) {
  EXPECT_EQ(find({"in", "New", "York", "City", "today"}), (Features{{}, {0}, {1}, {1, 22}, {}}));
}

TEST_F(GazetteerTest, ShorterPhraseWhereTheLongerBreaksOff) {
  EXPECT_EQ(find({"New", "York", "sits"}), (Features{{0}, {1}, {}}));
}

TEST_F(GazetteerTest, SmallLettersHaveFeaturesOfTheirOwn) {
  EXPECT_EQ(find({"Oslo", "oslo", "new", "York"}), (Features{{2, 22}, {102, 122}, {100}, {101}}));
}

TEST_F(GazetteerTest, PhrasesBeginWithLetters) { EXPECT_EQ(find({"9", "-", "\""}), (Features{{}, {}, {}})); }

TEST_F(GazetteerTest, AllCapitalsAndSeveralClasses) { EXPECT_EQ(find({"OSLO"}), (Features{{2, 22}})); }

TEST_F(GazetteerTest, OldFeaturesAreCleared) {
  Features out = {{1, 2, 3}};
  GazetteerScratch scratch;
  const std::vector<std::string_view> words = {"nothing"};
  find_phrases(gazetteer_, words, scratch, out);
  EXPECT_EQ(out, (Features{{}}));
}

}  // namespace
}  // namespace hearsay
