// The tokenizer against its slow reference.
#include "tokenizer/tokenizer.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "hearsay/pipeline.h"
#include "ingest/plain_text.h"
#include "tests/reference/reference_tokenizer.h"
#include "tests/reference/texts.h"

namespace hearsay {
namespace {

const TokenizerModel& english() {
  static const auto loaded = load_tokenizer(default_model_directory() / "tokenizer.model");
  EXPECT_TRUE(loaded) << loaded.error().message;
  return *loaded;
}

// "[Dr.][Lind] / [...]", from token `from` on.
std::string show(const Document& doc, std::size_t from) {
  std::string out;
  for (const Sentence s : doc.sentences) {
    if (s.first_token > from) out += " / ";
    for (std::size_t i = std::max<std::size_t>(from, s.first_token); i < s.last_token; ++i) {
      if (i > from + 12) return out;
      out.append("[").append(doc.at(doc.tokens[i].span)).append("]");
    }
  }
  return out;
}

// Where two readings of one text part, a little before that.
std::size_t first_difference(const Document& a, const Document& b) {
  std::size_t i = 0;
  while (i < std::min(a.tokens.size(), b.tokens.size()) && a.tokens[i] == b.tokens[i]) ++i;
  for (std::size_t s = 0; s < std::min(a.sentences.size(), b.sentences.size()); ++s) {
    if (a.sentences[s] != b.sentences[s]) {
      i = std::min<std::size_t>(i, std::min(a.sentences[s].last_token, b.sentences[s].last_token));
      break;
    }
  }
  return i < 5 ? 0 : i - 5;
}

void expect_same(std::string text, bool in_blocks) {
  Document fast;
  fast.text = std::move(text);
  if (in_blocks) split_blocks(fast);
  Document slow = fast;
  static TokenizerScratch scratch;
  tokenize(english(), fast, scratch);
  reference_tokenize(english(), slow);
  EXPECT_EQ(find_violation(slow), "");
  if (fast.tokens == slow.tokens && fast.sentences == slow.sentences) return;
  const std::size_t at = first_difference(fast, slow);
  ADD_FAILURE() << "fast " << show(fast, at) << "\nslow " << show(slow, at);
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(ReferenceTokenizer, AgreesOnTextsOfThisRepository) {
  int count = 0;
  for (const char* folder : {"tests/golden", "examples/story", "docs", "."}) {
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(HEARSAY_SOURCE) / folder)) {
      const std::string extension = entry.path().extension();
      if (extension != ".txt" && extension != ".md" && extension != ".jsonl") continue;
      SCOPED_TRACE(entry.path());
      expect_same(read_file(entry.path()), count % 2 == 0);
      ++count;
    }
  }
  EXPECT_GT(count, 10);
}

TEST(ReferenceTokenizer, AgreesOnShortTexts) {
  for (std::uint32_t seed = 0; seed < 20'000 && !HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    expect_same(random_text(seed, 1 + static_cast<int>(seed % 12)), seed % 2 == 0);
  }
}

TEST(ReferenceTokenizer, AgreesOnLongerTexts) {
  for (std::uint32_t seed = 0; seed < 300 && !HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    expect_same(random_text(seed + 1'000'000, 200), seed % 2 == 0);
  }
}

// Look-ahead in the fast version is bounded; the bounds must not show.
TEST(ReferenceTokenizer, AgreesAroundEveryLimitOfLength) {
  const std::string_view joints[] = {"",    "a",  ".", "-", "'",    "@", "/",      ".com", ".a.b", "a.b.c.d",
                                     "n't", "'s", "1", ",", "'90s", "_", "\u00e9", "etc.", "a@b.c"};
  for (const std::string_view first : joints) {
    for (const std::string_view second : joints) {
      for (const int length :
           {1, 22, 23, 24, 25, 30, 31, 32, 33, 34, 62, 63, 64, 65, 66, 250, 253, 254, 260}) {
        for (const std::string_view filler : {"a", "A", "1", ".", "a.", "\u00e9"}) {
          if (HasFailure()) return;
          std::string text(first);
          for (int i = 0; i < length; ++i) text += filler;
          text += second;
          SCOPED_TRACE(text);
          expect_same(text + "xyz " + text, false);
        }
      }
    }
  }
}

TEST(ReferenceTokenizer, AgreesOnWrappedText) {
  for (std::uint32_t seed = 0; seed < 400 && !HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    std::string text = random_text(seed + 2'000'000, 60);
    // Break at the first space after every so many bytes, as a program would.
    const std::size_t width = 40 + seed % 100;
    for (std::size_t at = text.find(' ', width); at != std::string::npos; at = text.find(' ', at + width)) {
      text[at] = '\n';
    }
    expect_same(text, seed % 2 == 0);
  }
}

}  // namespace
}  // namespace hearsay
