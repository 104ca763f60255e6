#include "attribution/floating_quotes.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

// Tokens are divided by spaces, paragraphs by blank lines. "Ann said" is an attribution of
// the word after it.
Document read(const std::string& text, Facts& facts) {
  Document doc;
  doc.text = text;
  doc.strings = {"_"};
  for (std::uint32_t begin = 0; begin < text.size();) {
    const auto end = static_cast<std::uint32_t>(std::min(text.find_first_of(" \n", begin), text.size()));
    doc.tokens.push_back({{begin, end}});
    doc.tags.push_back({});
    const bool ends = end == text.size() || text[end] == '\n';
    if (doc.sentences.empty() || doc.sentences.back().last_token != 0) {
      doc.sentences.push_back({static_cast<std::uint32_t>(doc.tokens.size() - 1), 0});
    }
    if (ends) doc.sentences.back().last_token = static_cast<std::uint32_t>(doc.tokens.size());
    begin = static_cast<std::uint32_t>(std::min(text.find_first_not_of(" \n", end), text.size()));
  }
  const auto said = static_cast<std::uint32_t>(text.find("Ann said"));
  doc.attributions = {
      {.source = {{said, said + 3}}, .cue = {{said + 4, said + 8}}, .content = {{said + 9, said + 12}}}};
  EXPECT_EQ(find_violation(doc), "");
  FactsScratch scratch;
  collect_facts(doc, {}, scratch, facts);
  return doc;
}

std::string contents(const std::string& text) {
  Facts facts;
  Document doc = read(text, facts);
  add_floating_quotes(facts, doc);
  EXPECT_EQ(find_violation(doc), "");
  std::string out(to_string(doc.attributions[0].form));
  for (const Span s : doc.attributions[0].content) out += "|" + std::string(doc.at(s));
  return out;
}

TEST(FloatingQuotes, BelongToWhoSpokeLast) {
  EXPECT_EQ(contents("Ann said yes .\n\n\" We saw it all . \"\n\nIt rained ."),
            "mixed|yes|\" We saw it all . \"");
}

TEST(FloatingQuotes, GoOn) {
  EXPECT_EQ(contents("Ann said yes .\n\n\" We saw it all . \"\n\n\" It was so big . \""),
            "mixed|yes|\" We saw it all . \"|\" It was so big . \"");
}

TEST(FloatingQuotes, AreNotAcrossWhatSomebodyTells) {
  EXPECT_EQ(contents("Ann said yes .\n\nIt rained .\n\n\" We saw it all . \""), "indirect|yes");
}

TEST(FloatingQuotes, AfterAQuestionMayBeTheAnswer) {
  EXPECT_EQ(contents("Ann said why ?\n\n\" We saw it all . \""), "indirect|why");
}

TEST(FloatingQuotes, AreNothingButQuotation) {
  EXPECT_EQ(contents("Ann said yes .\n\n\" We saw \" it all . \" x \""), "indirect|yes");
  EXPECT_EQ(contents("Ann said yes .\n\n\" The Sea \""), "indirect|yes") << "a title";
  EXPECT_EQ(contents("Ann said yes .\n\n' All Bets Are Off Now . '"), "indirect|yes") << "a heading";
}

}  // namespace
}  // namespace hearsay
