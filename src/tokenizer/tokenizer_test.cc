#include "tokenizer/tokenizer.h"

#include <gtest/gtest.h>

#include <string>

#include "hearsay/pipeline.h"

namespace hearsay {
namespace {

// Tokens divided by spaces, sentences by " / ".
std::string tokens_of(std::string text) {
  static const auto model = load_tokenizer(default_model_directory() / "tokenizer.model");
  if (!model) return model.error().message;
  Document doc;
  doc.text = std::move(text);
  TokenizerScratch scratch;
  tokenize(*model, doc, scratch);
  if (const std::string broken = find_violation(doc); !broken.empty()) return broken;
  std::string out;
  for (const Sentence s : doc.sentences) {
    if (!out.empty()) out += " /";
    for (auto i = s.first_token; i < s.last_token; ++i) {
      if (!out.empty()) out += ' ';
      out += doc.at(doc.tokens[i].span);
    }
  }
  return out;
}

TEST(Tokenizer, SplitsCliticsAndContractions) {
  EXPECT_EQ(tokens_of("I don't think we'll stay."), "I do n't think we 'll stay .");
  EXPECT_EQ(tokens_of("They cannot say it’s Mara’s."), "They can not say it ’s Mara ’s .");
}

TEST(Tokenizer, KeepsAbbreviations) {
  EXPECT_EQ(tokens_of("Dr. J. Okafor left the U.S. at 9 a.m. on Monday."),
            "Dr. J. Okafor left the U.S. at 9 a.m. on Monday .");
}

}  // namespace
}  // namespace hearsay
