// The features by which the tagger decides a word's class, shared by tagging and
// training.
#ifndef HEARSAY_SRC_TAGGER_TAG_FEATURES_H_
#define HEARSAY_SRC_TAGGER_TAG_FEATURES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "hearsay/document.h"
#include "tagger/word_features.h"

namespace hearsay {

// Classes (UPOS|XPOS) are numbered from 0; this one stands beyond both ends of
// the sentence.
inline constexpr std::uint8_t kNoClass = 255;

// Words and classes that a template may look at beyond both ends of the sentence.
inline constexpr std::size_t kMargin = 2;

inline constexpr int kWordTemplates = 24;    // need the words alone
inline constexpr int kFirstTemplates = 7;    // need the classes before the word
inline constexpr int kSecondTemplates = 18;  // need the first pass's classes, too

using WordFeatureList = std::array<std::uint64_t, kWordTemplates>;
using FirstFeatureList = std::array<std::uint64_t, kFirstTemplates>;
using SecondFeatureList = std::array<std::uint64_t, kSecondTemplates>;

// One sentence, with kMargin empty places before and after it: word i of the
// sentence is at [i + kMargin].
struct TaggedSentence {
  std::vector<WordFeatures> words;
  std::vector<std::uint8_t> first;  // classes of the first pass
  std::vector<std::uint8_t> tags;   // classes as decided so far, left to right
  bool capitalised = false;         // most words begin in upper case, as in a headline
  std::size_t size() const { return words.size() - 2 * kMargin; }
};

// Fills `out` from the tokens of `s`; no class is decided yet. Linear in the text.
void start_sentence(const Document& doc, Sentence s, std::string& buffer, TaggedSentence& out);

// Features of word `i`. Requires: the classes before `i` are in `s.tags` (and for
// the second pass all of `s.first`).
void word_feature_list(const TaggedSentence& s, std::size_t i, WordFeatureList& out);
void first_feature_list(const TaggedSentence& s, std::size_t i, FirstFeatureList& out);
void second_feature_list(const TaggedSentence& s, std::size_t i, SecondFeatureList& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TAGGER_TAG_FEATURES_H_
