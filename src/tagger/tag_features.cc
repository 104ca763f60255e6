#include "tagger/tag_features.h"

#include "model/feature_hash.h"

namespace hearsay {

void start_sentence(const Document& doc, Sentence s, std::string& buffer, TaggedSentence& out) {
  const std::size_t count = s.last_token - s.first_token;
  out.words.assign(count + 2 * kMargin, WordFeatures{});
  out.first.assign(count + 2 * kMargin, kNoClass);
  out.tags.assign(count + 2 * kMargin, kNoClass);
  std::size_t words = 0;
  std::size_t upper = 0;
  for (std::size_t i = 0; i < count; ++i) {
    WordFeatures& word = out.words[i + kMargin];
    word = word_features(doc.at(doc.tokens[s.first_token + i].span), buffer);
    words += word.is_word;
    upper += word.starts_upper;
  }
  out.capitalised = words >= 4 && 10 * upper >= 6 * words;
}

void word_feature_list(const TaggedSentence& s, std::size_t i, WordFeatureList& out) {
  const WordFeatures* w = &s.words[i + kMargin];
  std::uint32_t t = 0;
  std::uint64_t* f = out.data();
  const auto add = [&](auto... values) {
    *f++ = feature(t, values...);
    ++t;
  };
  const std::uint64_t start = (i == 0 ? 1 : 0) + (s.capitalised ? 2 : 0);
  add(w->form);
  add(w->lower);
  for (const std::uint64_t prefix : w->prefixes) add(prefix);
  for (const std::uint64_t suffix : w->suffixes) add(suffix);
  add(w->shape, start);
  add(w->suffixes[2], w->shape);
  add(w[-1].lower);
  add(w[1].lower);
  add(w[-2].lower);
  add(w[2].lower);
  add(w[-1].suffixes[2]);
  add(w[1].suffixes[2]);
  add(w[-1].shape, w->shape);
  add(w[1].shape, w->shape);
  add(w[-1].lower, w->lower);
  add(w->lower, w[1].lower);
  add(w[-1].lower, w[1].lower);
  add(w[1].suffixes[1], w->suffixes[2]);
  add(w[1].lower, w[2].lower);
}

void first_feature_list(const TaggedSentence& s, std::size_t i, FirstFeatureList& out) {
  const WordFeatures* w = &s.words[i + kMargin];
  const std::uint8_t* tag = &s.tags[i + kMargin];
  out = {feature(40, tag[-1]),
         feature(41, tag[-2]),
         feature(42, tag[-1], tag[-2]),
         feature(43, tag[-1], w->lower),
         feature(44, tag[-1], w->suffixes[2]),
         feature(45, tag[-1], w[1].lower),
         feature(46, tag[-1], tag[-2], w->lower)};
}

void second_feature_list(const TaggedSentence& s, std::size_t i, SecondFeatureList& out) {
  const WordFeatures* w = &s.words[i + kMargin];
  const std::uint8_t* tag = &s.tags[i + kMargin];
  const std::uint8_t* first = &s.first[i + kMargin];
  out = {feature(60, tag[-1], tag[-2]),
         feature(61, tag[-1], w->lower),
         feature(62, tag[-1], w->suffixes[2]),
         feature(63, tag[-1], w[1].lower),
         feature(64, tag[-1], tag[-2], w->lower),
         feature(65, first[0]),
         feature(66, first[1]),
         feature(67, first[2]),
         feature(68, first[1], first[2]),
         feature(69, tag[-1], first[1]),
         feature(70, first[0], first[1]),
         feature(71, w->lower, first[1]),
         feature(72, w->lower, first[0]),
         feature(73, w->suffixes[2], first[1]),
         feature(74, tag[-1], first[0], first[1]),
         feature(75, tag[-1], w->lower, first[1]),
         feature(76, tag[-1], tag[-2], first[1]),
         feature(77, tag[-1], first[1], first[2])};
}

}  // namespace hearsay
