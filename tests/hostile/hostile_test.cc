// Texts that nobody would write, through every stage: tokens and trees come out, no rule
// of the layers is broken, and twice the text takes twice the time.
#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <ostream>
#include <string>
#include <vector>

#include "hearsay/pipeline.h"

namespace hearsay {
namespace {

const Pipeline& pipeline() {
  static const Result<Pipeline> loaded = Pipeline::load();
  EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().message);
  return *loaded;
}

std::string repeat(std::string_view piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

// As English: what is in other scripts goes through the stages, too.
Result<Document> analyze(std::string text) {
  static Scratch scratch;
  Document doc;
  doc.text = std::move(text);
  const Result<Success> done = pipeline().annotate(doc, scratch, {.language = "en"});
  return done ? Result<Document>(std::move(doc)) : Result<Document>(done.error());
}

Document read(std::string text) {
  Result<Document> doc = analyze(std::move(text));
  EXPECT_TRUE(doc) << (doc ? "" : doc.error().message);
  if (!doc) return {};
  EXPECT_EQ(find_violation(*doc), "");
  EXPECT_EQ(doc->tags.size(), doc->tokens.size());
  EXPECT_EQ(doc->arcs.size(), doc->tokens.size());
  return *std::move(doc);
}

struct Kind {
  const char* name;
  const char* piece;
  friend void PrintTo(const Kind& kind, std::ostream* out) { *out << kind.name; }
};

const Kind kKinds[] = {
    {"Words", "the ferry left and "},
    {"Cues", "and he said that "},
    {"Said", "said "},
    {"OneName", "Mara Quist and "},
    {"Pronouns", "she "},
    {"PronounSources", "\"No,\" she said. "},
    {"Possessives", "its chief's "},
    {"Officials", "two officials of "},
    {"OneLetter", "a"},
    {"OneCapital", "W"},
    {"Digits", "7"},
    {"DatedEvents", "on 3 May 2011 the ferry sank and "},
    {"DatedCues", "in a statement on Friday on Monday he said on 3 May 2011 that "},
    {"Places", "Paris, Texas, Georgia, Springfield, Norway and "},
    {"Numbers", "1,"},
    {"Telephones", "1-"},
    {"Dots", "."},
    {"DotsApart", ". "},
    {"Commas", ","},
    {"Initials", "A. "},
    {"Acronyms", "U."},
    {"Sites", "Ab.Cd."},
    {"Abbreviations", "etc.)"},
    {"Titles", "Mr. "},
    {"Newlines", "a\n"},
    {"BlankLines", "a\n\n"},
    {"Spaces", "               a"},
    {"StraightQuotes", "\""},
    {"OpenQuotes", "\u201c"},
    {"OpenQuotesApart", " \u201cNo"},
    {"SingleQuotes", "\u2018"},
    {"Apostrophes", "a'"},
    {"Clitics", "'s"},
    {"OpenBrackets", "("},
    {"NestedBrackets", "(a "},
    {"Dashes", "- "},
    {"Rules", "-=-=-= "},
    {"Urls", "http://a.example/b?c=(d) "},
    {"OneUrl", "http:"},
    {"Emails", "a@"},
    {"WholeEmails", "mara@b.example "},
    {"Hashtags", "#a "},
    {"Emoji", "\U0001F600"},
    {"JoinedEmoji", "\U0001F469\u200d\U0001F527"},
    {"CombiningMarks", "\u0301"},
    {"MarksOnALetter", "a\u0301\u0302 "},
    {"Hebrew", "\u05e9\u05dc\u05d5\u05dd "},
    {"Arabic", "\u0642\u0627\u0644 \u0645\u062d\u0645\u062f: \u0644\u0627\u061f "},
    {"Chinese", "\u6771\u4eac"},
    {"ChineseSentences", "\u4ed6\u8bf4\u4e0d\u3002"},
    {"Thai", "\u0e02\u0e48\u0e32\u0e27"},
    {"Controls", "\x01"},
    {"ZeroWidth", "a\u200b"},
    {"Bidi", "\u202e\u202da"},
    {"PrivateUse", "\ue000"},
    {"Headlines", "Ferry Lost Power in Fjord "},
    {"Datelines", "OSLO, May 2 (Nordwire) - No. "},
    {"Questions", "?!"},
};

class Hostile : public testing::TestWithParam<Kind> {};

// CPU seconds of this thread, which other work on the machine does not lengthen much.
double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double seconds_to_read(const std::string& text) {
  const double begin = cpu_seconds();
  const Result<Document> doc = analyze(text);
  EXPECT_TRUE(doc);
  return cpu_seconds() - begin;
}

// Doubles the text until reading it takes a time that can be measured, then doubles it
// once more: 2 if time is linear, 4 if it is quadratic.
double growth(std::string_view piece) {
  constexpr double kMeasurable = 0.04;
  constexpr std::size_t kMost = 8'000'000;
  std::size_t bytes = 8'000;
  double seconds = seconds_to_read(repeat(piece, bytes));
  while (seconds < kMeasurable && bytes < kMost) {
    bytes *= 2;
    seconds = seconds_to_read(repeat(piece, bytes));
  }
  return seconds_to_read(repeat(piece, 2 * bytes)) / seconds;
}

TEST_P(Hostile, TakesLinearTime) {
  constexpr double kLinear = 3.0;
  double least = growth(GetParam().piece);
  // A busy machine may spoil a measurement, but not three.
  for (int again = 0; again < 2 && least > kLinear; ++again)
    least = std::min(least, growth(GetParam().piece));
  EXPECT_LT(least, kLinear);
}

TEST_P(Hostile, BreaksNoRule) {
  for (const std::size_t bytes : {1, 100, 6'000}) read(repeat(GetParam().piece, bytes));
}

INSTANTIATE_TEST_SUITE_P(Kinds, Hostile, testing::ValuesIn(kKinds),
                         [](const auto& kind) { return std::string(kind.param.name); });

// A sentence of ten megabytes, in words long enough that it takes a second or two.
TEST(HostileSizes, ASentenceOfTenMegabytes) {
  const std::string text = repeat(std::string(499, 'x') + ' ', 10'000'000);
  const Document doc = read(text);
  EXPECT_EQ(doc.text, text);
  EXPECT_EQ(doc.tokens.size(), 20'000u);
}

TEST(HostileSizes, AWordOfTenMegabytes) { EXPECT_EQ(read(std::string(10'000'000, 'x')).tokens.size(), 1u); }

TEST(HostileSizes, AThousandMarksAreOneWord) {
  EXPECT_EQ(read("a" + repeat("\u0301", 2000)).tokens.size(), 1u);
  EXPECT_EQ(read("e\u0301 said " + repeat("\u0301", 2000)).tokens.size(), 3u);
}

TEST(HostileSizes, ManyBlocksAndNoText) {
  EXPECT_EQ(read(repeat("\n", 5'000'000)).tokens.size(), 0u);
  EXPECT_EQ(read(repeat(" \t\u00a0", 5'000'000)).tokens.size(), 0u);
  EXPECT_EQ(read(repeat("\n\n", 3'000'000) + "a").tokens.size(), 1u);
}

// Every code point there is, one after the other and each alone between spaces.
TEST(HostileSizes, EveryCodePoint) {
  std::string run;
  std::string apart;
  for (char32_t c = 1; c < 0x110000; c += c < 0x3000 ? 1 : 61) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string encoded;
    if (c < 0x80) {
      encoded += static_cast<char>(c);
    } else if (c < 0x800) {
      encoded = {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 63))};
    } else if (c < 0x10000) {
      encoded = {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 63)),
                 static_cast<char>(0x80 | (c & 63))};
    } else {
      encoded = {static_cast<char>(0xF0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 63)),
                 static_cast<char>(0x80 | (c >> 6 & 63)), static_cast<char>(0x80 | (c & 63))};
    }
    run += encoded;
    apart += encoded + ' ';
  }
  EXPECT_GT(read(run).tokens.size(), 1000u);
  EXPECT_GT(read(apart).tokens.size(), 10'000u);
}

}  // namespace
}  // namespace hearsay
