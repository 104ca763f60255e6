// The syntax network against its slow reference, to the last bit.
#include "syntax/network.h"

#include <gtest/gtest.h>

#include <bit>

#include "hearsay/pipeline.h"
#include "syntax/syntax.h"
#include "tests/reference/random_network.h"
#include "tests/reference/reference_network.h"
#include "tests/reference/texts.h"

namespace hearsay {
namespace {

std::vector<std::string> words_of(std::uint32_t seed, int count) {
  std::vector<std::string> words;
  for (std::uint32_t i = 0; static_cast<int>(words.size()) < count; ++i) {
    std::string word = random_text(seed * 1000 + i, 1 + static_cast<int>(i % 3));
    if (!word.empty()) words.push_back(std::move(word));
  }
  return words;
}

// The bits, so that 0 and -0 differ.
std::vector<std::uint32_t> bits_of(std::span<const float> values) {
  std::vector<std::uint32_t> bits;
  for (const float v : values) bits.push_back(std::bit_cast<std::uint32_t>(v));
  return bits;
}

void compare(const SyntaxNetwork& network, ReferenceNetwork& reference, int tags, int labels,
             const std::vector<std::string>& text, NetworkScratch& scratch) {
  const std::vector<std::string_view> words(text.begin(), text.end());
  const auto n = words.size();
  const auto stride = static_cast<std::size_t>(network.tag_head.rows);
  const Vectors want = reference.encode(words);
  const auto scores = run_encoder(network, words, std::vector<int>{static_cast<int>(n)}, scratch);
  for (std::size_t i = 0; i < n; ++i) {
    ASSERT_EQ(bits_of(scores.subspan(i * stride, static_cast<std::size_t>(tags))), bits_of(want[i]))
        << words[i];
  }
  const Vectors want_names = reference.score_names();
  const auto names = score_names(network, std::vector<int>{static_cast<int>(n)}, scratch);
  const auto name_stride = static_cast<std::size_t>(network.names.from_states.rows);
  for (std::size_t i = 0; i < n; ++i) {
    ASSERT_EQ(bits_of(names.subspan(i * name_stride, want_names[i].size())), bits_of(want_names[i]))
        << words[i];
  }
  const Vectors want_arcs = reference.score_arcs();
  const auto arcs = score_arcs(network, 0, static_cast<int>(n), scratch);
  for (std::size_t d = 0; d < n; ++d) {
    ASSERT_EQ(bits_of(arcs.subspan(d * (n + 1), n + 1)), bits_of(want_arcs[d])) << words[d];
  }
  std::vector<int> heads;
  for (std::size_t d = 0; d < n; ++d) heads.push_back(static_cast<int>((d * 7) % (n + 1)));
  std::vector<int> found(n);
  choose_labels(network, 0, heads, labels, found, scratch);
  EXPECT_EQ(found, reference.choose_labels(heads));
}

TEST(ReferenceNetwork, AgreesForAnySizes) {
  for (const NetworkSizes& s : {NetworkSizes{}, NetworkSizes{20, 12, 8, 4, 33, 7, 14, 4, 36},
                                NetworkSizes{36, 16, 20, 28, 67, 40, 14, 36, 20}}) {
    const auto file = ModelFile::from_bytes(random_network(s).bytes(), "random", "syntax", kSyntaxVersion);
    ASSERT_TRUE(file) << file.error().message;
    const auto network = load_network(*file, kUposCount, s.tags - kUposCount, s.labels, s.names);
    ASSERT_TRUE(network) << network.error().message;
    ReferenceNetwork reference(*file);
    NetworkScratch scratch;
    for (const int count : {1, 2, 3, 9, 60, 5}) {
      compare(*network, reference, s.tags, s.labels, words_of(static_cast<std::uint32_t>(count), count),
              scratch);
    }
  }
}

TEST(ReferenceNetwork, NamesOfStretchesDoNotSeeEachOther) {
  const NetworkSizes sizes;
  const auto file = ModelFile::from_bytes(random_network(sizes).bytes(), "random", "syntax", kSyntaxVersion);
  ASSERT_TRUE(file) << file.error().message;
  const auto network = load_network(*file, kUposCount, sizes.tags - kUposCount, sizes.labels, sizes.names);
  ASSERT_TRUE(network) << network.error().message;
  const std::vector<std::string> text = words_of(3, 9);
  const std::vector<std::string_view> words(text.begin(), text.end());
  const std::vector<int> lengths = {4, 1, 4};
  NetworkScratch scratch;
  run_encoder(*network, words, lengths, scratch);
  const auto found = score_names(*network, lengths, scratch);
  const auto stride = static_cast<std::size_t>(network->names.from_states.rows);
  ReferenceNetwork reference(*file);
  std::size_t first = 0;
  for (const int length : lengths) {
    const auto count = static_cast<std::size_t>(length);
    reference.encode(std::span(words).subspan(first, count));
    const Vectors want = reference.score_names();
    for (std::size_t i = 0; i < count; ++i) {
      EXPECT_EQ(bits_of(found.subspan((first + i) * stride, want[i].size())), bits_of(want[i]));
    }
    first += count;
  }
}

TEST(ReferenceNetwork, AgreesOnTheEnglishModel) {
  const auto model = load_syntax(default_model_directory());
  ASSERT_TRUE(model) << model.error().message;
  ReferenceNetwork reference(model->file);
  const int tags = kUposCount + static_cast<int>(model->xpos.size());
  NetworkScratch scratch;
  const std::vector<std::string> sentence = {"The",  "minister", "denied", "on",  "Monday", "that", "Per",
                                             "Dahl", "had",      "left",   "New", "York",   "City", "for",
                                             "Oslo", "with",     "NATO",   "and", "oslo",   "."};
  compare(model->network, reference, tags, static_cast<int>(model->relations.size()), sentence, scratch);
  for (const int count : {1, 4, 17}) {
    compare(model->network, reference, tags, static_cast<int>(model->relations.size()),
            words_of(static_cast<std::uint32_t>(count) + 50, count), scratch);
  }
}

}  // namespace
}  // namespace hearsay
