// What a word looks like, as hashes: computed once a word, used by every feature
// template that asks for it.
#ifndef HEARSAY_SRC_TAGGER_WORD_FEATURES_H_
#define HEARSAY_SRC_TAGGER_WORD_FEATURES_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

struct WordFeatures {
  std::uint64_t form = 0;
  std::uint64_t lower = 0;                  // in lower case, digits as 0
  std::array<std::uint64_t, 3> prefixes{};  // of `lower`: 1 to 3 code points
  std::array<std::uint64_t, 4> suffixes{};  // of `lower`: 1 to 4 code points
  std::uint64_t shape = 0;                  // upper, lower, digit or itself a character; runs cut to two
  bool starts_upper = false;
  bool is_word = false;  // begins with a letter
};

// Linear in the word's length. `buffer` is working memory. Requires: `form` is
// valid UTF-8 and not empty.
WordFeatures word_features(std::string_view form, std::string& buffer);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TAGGER_WORD_FEATURES_H_
