// What the network sees of a word: the hashes of its features.
//
// The training script computes the same keys (tools/train_syntax.py): change both
// or neither.
#ifndef HEARSAY_SRC_SYNTAX_WORD_FEATURES_H_
#define HEARSAY_SRC_SYNTAX_WORD_FEATURES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Most character n-grams that a word contributes; those from its front.
inline constexpr std::size_t kMaxNgrams = 24;

struct WordFeatures {
  // XXH3-64 of "w:" + the word in lower case with ASCII digits as 0, "p1:" to
  // "p3:" + its first code points, "s1:" to "s4:" + its last ones, "h:" + its shape.
  std::vector<std::uint64_t> keys;
  // XXH3-64 of the 3-, 4- and 5-grams of "<" + the word so folded + ">".
  std::vector<std::uint64_t> ngrams;
  std::string folded, buffer;     // scratch
  std::vector<std::uint32_t> at;  // scratch: code point boundaries of `folded`
};

// `out` becomes the word in lower case with ASCII digits as 0, at most 64 code points.
void fold_word(std::string_view word, std::string& out);

// Fills `out` for one word. Requires: valid UTF-8, not empty. Only the first 64
// code points of a longer word count.
void find_word_features(std::string_view word, WordFeatures& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_SYNTAX_WORD_FEATURES_H_
