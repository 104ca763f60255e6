#include "tokenizer/tokenizer.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "hearsay/pipeline.h"

namespace hearsay {
namespace {

const TokenizerModel& model() {
  static const auto loaded = load_tokenizer(default_model_directory() / "tokenizer.model");
  EXPECT_TRUE(loaded) << loaded.error().message;
  return *loaded;
}

Document tokenized(std::string text) {
  Document doc;
  doc.text = std::move(text);
  TokenizerScratch scratch;
  tokenize(model(), doc, scratch);
  EXPECT_EQ(find_violation(doc), "");
  return doc;
}

// Tokens divided by spaces, sentences by " / ".
std::string tokens_of(std::string text) {
  const Document doc = tokenized(std::move(text));
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
  EXPECT_EQ(tokens_of("The drivers' union is gonna wait."), "The drivers ' union is gon na wait .");
  EXPECT_EQ(tokens_of("He couldn't've, o'clock, O'Dowd's"), "He could n't 've , o'clock , O'Dowd 's");
  EXPECT_EQ(tokens_of("\"Dawn\"'s editor, 'em, the '90s, 1990's"),
            "\" Dawn \" 's editor , 'em , the '90s , 1990 's");
  EXPECT_EQ(tokens_of("DON'T and CAN’T"), "DO N'T and CA N’T");
}

TEST(Tokenizer, SplitsCompoundsButForPrefixes) {
  EXPECT_EQ(tokens_of("a well-known 15-year-old"), "a well - known 15 - year - old");
  EXPECT_EQ(tokens_of("an anti-tax e-mail by ex-minister Lind"), "an anti-tax e-mail by ex-minister Lind");
}

TEST(Tokenizer, KeepsAbbreviationsAndInitials) {
  EXPECT_EQ(tokens_of("Dr. J. R. Okafor left the U.S. at 9 a.m. on Monday."),
            "Dr. J. R. Okafor left the U.S. at 9 a.m. on Monday .");
  EXPECT_EQ(tokens_of("See No. 10 on p. 4, i.e. the note of Sept. 3."),
            "See No. 10 on p. 4 , i.e. the note of Sept. 3 .");
  EXPECT_EQ(tokens_of("They said no. Ten left."), "They said no . / Ten left .");
  EXPECT_EQ(tokens_of("There was no plan B. The mayor left."), "There was no plan B . / The mayor left .");
  EXPECT_EQ(tokens_of("Lind Corp. and its chair, Sen. A. Vik (D-Mass.), agree."),
            "Lind Corp. and its chair , Sen. A. Vik ( D - Mass. ) , agree .");
}

TEST(Tokenizer, KeepsAddressesWhole) {
  EXPECT_EQ(tokens_of("Write to mara.lind@example.org, or see https://example.org/a_(b)?c=1."),
            "Write to mara.lind@example.org , or see https://example.org/a_(b)?c=1 .");
  EXPECT_EQ(tokens_of("(www.example.com/x) example.com's"), "( www.example.com/x ) example.com 's");
  EXPECT_EQ(tokens_of("@mara_l wrote #voteNow!"), "@mara_l wrote #voteNow !");
}

TEST(Tokenizer, KeepsNumbersWhole) {
  EXPECT_EQ(tokens_of("$3.5m, 1,000.50 at 9:52 on 11/28/2031"), "$ 3.5 m , 1,000.50 at 9:52 on 11/28/2031");
  EXPECT_EQ(tokens_of("5pm, 2nd, 1990s, 40%, US$5bn, €20"), "5 pm , 2nd , 1990s , 40 % , US$ 5 bn , € 20");
  EXPECT_EQ(tokens_of("from 10-12 to 1990-1995; call 555-010-0199 or +47 5550"),
            "from 10 - 12 to 1990 - 1995 ; call 555-010-0199 or +47 5550");
  EXPECT_EQ(tokens_of("13,14 and 1,000,"), "13 , 14 and 1,000 ,");
  EXPECT_EQ(tokens_of("from 9a.m. to 10p.m"), "from 9 a.m. to 10 p.m");
}

TEST(Tokenizer, CountsDigitsOfAnyScript) {
  EXPECT_EQ(tokens_of("\u0661,\u0662\u0663\u0664 \u0661,\u0662"),
            "\u0661,\u0662\u0663\u0664 \u0661 , \u0662");
  EXPECT_EQ(tokens_of("'\u0669\u0660s '\u0669"), "'\u0669\u0660s ' \u0669");
  EXPECT_EQ(tokens_of("\u0661-\u0662\u0663"), "\u0661 - \u0662\u0663");
}

TEST(Tokenizer, KeepsRunsOfSignsTogether) {
  EXPECT_EQ(tokens_of("Well... yes -- no!!! Really?!"), "Well ... yes -- no !!! / Really ?!");
  EXPECT_EQ(tokens_of("so—he said–it… ok"), "so — he said – it … ok");
  EXPECT_EQ(tokens_of("fine :-), great :D <3"), "fine :-) , great :D <3");
  EXPECT_EQ(tokens_of("((a)) [b]"), "( ( a ) ) [ b ]");
}

TEST(Tokenizer, SplitsQuotationMarks) {
  EXPECT_EQ(tokens_of("“It’s ‘fine’,” she said."), "“ It ’s ‘ fine ’ , ” she said .");
  EXPECT_EQ(tokens_of("''It is,'' he said."), "'' It is , '' he said .");
}

TEST(Tokenizer, KeepsScriptsAndEmojiWhole) {
  EXPECT_EQ(tokens_of("Zoë Łukasz 東京 שלום"), "Zoë Łukasz 東京 שלום");
  EXPECT_EQ(tokens_of("e\u0301te\u0301 ok\u00AD"), "e\u0301te\u0301 ok\u00AD");
  EXPECT_EQ(tokens_of("👩\u200d🔧👍🏽!"), "👩\u200d🔧 👍🏽 !");
}

TEST(Tokenizer, EndsSentencesInQuotes) {
  EXPECT_EQ(tokens_of("\"We won. They lost,\" Lind said. \"It is over.\" She left."),
            "\" We won . / They lost , \" Lind said . / \" It is over . \" / She left .");
  EXPECT_EQ(tokens_of("“Is it over?” she asked. “Yes!” Lind replied."),
            "“ Is it over ? ” she asked . / “ Yes ! ” Lind replied .");
  EXPECT_EQ(tokens_of("It was him. (He denies it.) The court agreed."),
            "It was him . / ( He denies it . ) / The court agreed .");
}

TEST(Tokenizer, DoesNotEndSentencesAtAbbreviations) {
  EXPECT_EQ(tokens_of("The U.S. Senate met Gov. Ada Lind at 5 p.m. Friday in St. Vik."),
            "The U.S. Senate met Gov. Ada Lind at 5 p.m. Friday in St. Vik .");
  EXPECT_EQ(tokens_of("He is ill. She moved to Vik, Ill., in May."),
            "He is ill . / She moved to Vik , Ill. , in May .");
  EXPECT_EQ(tokens_of("He lives in the U.S. He likes it."), "He lives in the U.S. / He likes it .");
}

TEST(Tokenizer, MakesADatelineASentence) {
  EXPECT_EQ(tokens_of("BERGEN, Norway, Nov 5 (Nordwire) - Three people were hurt. Two left."),
            "BERGEN , Norway , Nov 5 ( Nordwire ) - / Three people were hurt . / Two left .");
  EXPECT_EQ(tokens_of("OSLO (Nordwire) — The ministry denied it."),
            "OSLO ( Nordwire ) — / The ministry denied it .");
  EXPECT_EQ(tokens_of("OSLO — “We know,” she said."), "OSLO — / “ We know , ” she said .");
  EXPECT_EQ(tokens_of("The minister (who left) - Ada Lind - denied it."),
            "The minister ( who left ) - Ada Lind - denied it .");
}

TEST(Tokenizer, NeverCrossesABlock) {
  Document doc;
  doc.text = "Minister: no call was made\n\nThe minister denied it";
  doc.blocks = {{.span = {0, 26}}, {.span = {28, 50}}};
  TokenizerScratch scratch;
  tokenize(model(), doc, scratch);
  ASSERT_EQ(doc.sentences.size(), 2u);
  EXPECT_EQ(doc.tokens[doc.sentences[1].first_token].span.begin, 28u);
}

TEST(Tokenizer, TakesLinesOfTheirOwnForSentences) {
  EXPECT_EQ(tokens_of("Ferry late again\nThe ferry was late\nbuses ran"),
            "Ferry late again / The ferry was late / buses ran");
  EXPECT_EQ(tokens_of("one\r\ntwo\u2028three"), "one / two / three");
}

TEST(Tokenizer, JoinsWrappedLines) {
  const std::string wrapped =
      "The harbour board of the small town of Vik said on Monday that the ferry which\n"
      "lost power in the fjord last week had been inspected twice since January, and\n"
      "that no fault had been found on either day. A spokeswoman for the owners, Lind\n"
      "Lines, declined to comment.\n";
  std::string flat = wrapped;
  for (char& c : flat) c = c == '\n' ? ' ' : c;
  EXPECT_EQ(tokens_of(wrapped), tokens_of(flat));
  EXPECT_EQ(tokenized(wrapped).sentences.size(), 2u);
}

// A line longer than any program would leave it shows that the text is not wrapped,
// whatever stands in its first columns.
TEST(Tokenizer, DoesNotJoinLinesOfTextWithLongOnes) {
  const std::string title = "A title of sixty-seven letters or so, and no full stop to its end";
  const std::string word(48, 'w');
  EXPECT_EQ(tokenized(title + "\n" + word + " " + std::string(81, 'x') + " and so on").sentences.size(), 2u);
  EXPECT_EQ(tokenized(title + "\n" + std::string(200, 'w') + " and so on").sentences.size(), 2u);
}

TEST(Tokenizer, ReadsNothingWhereThereIsNothing) {
  EXPECT_EQ(tokens_of(""), "");
  EXPECT_EQ(tokens_of(" \n\t\u00A0\uFEFF"), "");
  EXPECT_EQ(tokens_of("\uFEFFYes."), "Yes .");
}

// Every code point that is no white space lies in a token, whatever the text.
TEST(Tokenizer, CoversHostileText) {
  const std::string_view pieces[] = {
      "'",   "\"", "a'", "U.", "1-",     "1,111",  "@",  "a@b", "http://", "www.", "etc.",
      "...", "--", "((", ":-", "\u0301", "\u200d", "👩",  "東",  " ",       "\n",   "\x01",
      "’s",  "+1", "$$", "A.", "w/",     "*_",     "<3", "#x",  "\u2028",  "“",    ").\""};
  std::uint32_t random = 7;
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) {
      random = random * 1664525 + 1013904223;
      text += pieces[(random >> 8) % std::size(pieces)];
    }
    const Document doc = tokenized(text);
    std::string left = text;
    for (const Token t : doc.tokens) std::fill(left.begin() + t.span.begin, left.begin() + t.span.end, ' ');
    for (const std::string_view space : {"\u2028", "\n"}) {
      for (auto at = left.find(space); at != std::string::npos; at = left.find(space))
        left.erase(at, space.size());
    }
    EXPECT_EQ(left.find_first_not_of(' '), std::string::npos) << text;
  }
}

// Minutes if anything were quadratic.
TEST(Tokenizer, TakesLinearTime) {
  for (const std::string_view piece :
       {"a", ".", "\"", "a'", "1-", "ab.cd.", "a@", "_a*", "etc.)", "'", "A. ", "\n", "-a"}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    tokenized(text);
  }
}

TEST(LoadTokenizer, SaysWhatIsWrong) {
  const auto missing = load_tokenizer("/nonexistent/tokenizer.model");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::not_found);
  const std::filesystem::path path = std::filesystem::temp_directory_path() / "hearsay_tokenizer_test.model";
  std::ofstream(path) << "nothing of the kind";
  const auto corrupt = load_tokenizer(path);
  std::filesystem::remove(path);
  ASSERT_FALSE(corrupt);
  EXPECT_EQ(corrupt.error().code, ErrorCode::corrupt_model);
}

}  // namespace
}  // namespace hearsay
