// Words and sentences of news as a careful reader would have them, in tokens/*.txt: a
// sentence a line, its words divided by spaces. Unlike the other golden files, nobody
// rewrites these. What the tokenizer gets wrong is marked XFAIL, with the reason, and
// fails on the day it passes.
#include <gtest/gtest.h>

#include <algorithm>

#include "hearsay/pipeline.h"
#include "ingest/plain_text.h"
#include "tests/golden/cases.h"
#include "tokenizer/tokenizer.h"

namespace hearsay {
namespace {

std::string sentences_of(const TokenizerModel& model, const std::string& text) {
  Document doc;
  doc.text = text;
  split_blocks(doc);
  TokenizerScratch scratch;
  tokenize(model, doc, scratch);
  EXPECT_EQ(find_violation(doc), "");
  std::string out;
  for (const Sentence s : doc.sentences) {
    for (auto i = s.first_token; i < s.last_token; ++i) {
      out.append(doc.at(doc.tokens[i].span)).append(i + 1 < s.last_token ? " " : "\n");
    }
  }
  return out;
}

TEST(Tokens, OfNewsAreThoseOfACarefulReader) {
  const auto model = load_tokenizer(default_model_directory() / "tokenizer.model");
  ASSERT_TRUE(model) << model.error().message;
  const auto cases =
      parse_cases(read_file(std::filesystem::path(HEARSAY_SOURCE) / "tests/golden/tokens/news.txt"));
  EXPECT_GE(cases.size(), 60u);
  for (const Case& c : cases) {
    const std::string found = sentences_of(*model, c.text);
    if (c.known_failure()) {
      EXPECT_NE(found, c.expected) << "passes now: take XFAIL from '" << c.title << "'";
    } else {
      EXPECT_EQ(found, c.expected) << "in '" << c.title << "'";
    }
  }
}

// So that nobody marks one more without saying so here.
TEST(Tokens, FailuresThatAreKnownAreCounted) {
  const auto cases =
      parse_cases(read_file(std::filesystem::path(HEARSAY_SOURCE) / "tests/golden/tokens/news.txt"));
  EXPECT_EQ(std::count_if(cases.begin(), cases.end(), [](const Case& c) { return c.known_failure(); }), 6);
}

}  // namespace
}  // namespace hearsay
