#include "attribution/quotes.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace hearsay {
namespace {

bool is_mark_byte(std::string_view text, std::size_t i, std::size_t& length) {
  for (const std::string_view mark :
       {"''", "``", "\"", "'", "\u201c", "\u201d", "\u2018", "\u2019", "\u00ab", "\u00bb"}) {
    if (text.substr(i, mark.size()) == mark) {
      length = mark.size();
      return true;
    }
  }
  return false;
}

// Words at spaces, with the marks at their edges apart; a mark between letters
// stays in its word. '|' begins a paragraph.
struct Split {
  std::string text;
  std::vector<Token> tokens;
  std::vector<std::uint32_t> paragraphs;
};

void split_word(Split& out, std::uint32_t begin, std::uint32_t end) {
  std::size_t length = 0;
  std::uint32_t word = begin;
  for (std::uint32_t i = begin; i < end;) {
    const bool is_mark = is_mark_byte(out.text, i, length);
    const auto letter = [&](std::uint32_t k) {
      return k >= begin && k < end && std::isalpha(out.text[k]) != 0;
    };
    const auto next = static_cast<std::uint32_t>(i + (is_mark ? length : 1));
    if ((is_mark && !(letter(i - 1) && letter(next))) || out.text[i] == ',' || out.text[i] == '.') {
      if (word < i) out.tokens.push_back({{word, i}});
      out.tokens.push_back({{i, next}});
      word = next;
    }
    i = next;
  }
  if (word < end) out.tokens.push_back({{word, end}});
}

Split split(std::string_view source) {
  Split out;
  out.text = source;
  bool starts = true;
  for (std::uint32_t i = 0; i < out.text.size();) {
    if (out.text[i] == '|') starts = true;
    if (out.text[i] == '|') out.text[i] = '\n';
    if (out.text[i] == ' ' || out.text[i] == '\n') {
      ++i;
      continue;
    }
    auto end = static_cast<std::uint32_t>(out.text.find_first_of(" |", i));
    if (end > out.text.size()) end = static_cast<std::uint32_t>(out.text.size());
    if (starts) out.paragraphs.push_back(static_cast<std::uint32_t>(out.tokens.size()));
    starts = false;
    split_word(out, i, end);
    i = end;
  }
  return out;
}

// One character a token: '-' none, '(' open, 'i' inside, ')' close; a space between
// paragraphs.
std::string states(std::string_view source) {
  const Split s = split(source);
  std::vector<QuoteToken> quotes;
  match_quotes(s.text, s.tokens, s.paragraphs, quotes);
  std::string out;
  for (std::uint32_t i = 0; i < quotes.size(); ++i) {
    if (i > 0 && std::find(s.paragraphs.begin(), s.paragraphs.end(), i) != s.paragraphs.end()) out += ' ';
    out += "-(i)"[static_cast<int>(quotes[i].state)];
  }
  return out;
}

struct Case {
  const char* phenomenon;
  const char* text;
  const char* expected;
};

constexpr Case kCases[] = {
    {"no marks", "The harbour froze overnight .", "-----"},
    {"straight", "\"The ice held\" , said Brandt .", "(iii)----"},
    {"two apostrophes", "''The ice held,'' said Brandt.", "(iiii)---"},
    {"two grave accents", "``The ice held,'' said Brandt.", "(iiii)---"},
    {"curly", "Brandt said \u201cthe ice held\u201d .", "--(iii)-"},
    {"split", "\"The ice,\" said Brandt, \"held.\"", "(iii)---(ii)"},
    {"single, British", "'The ice held,' said Brandt.", "(iiii)---"},
    {"single curly", "\u2018The ice held,\u2019 said Brandt.", "(iiii)---"},
    {"nested", "\"He told me 'go home' twice,\" Lee said.", "(iiiiiiiii)---"},
    {"nested the other way", "'He told me \"go home\" twice,' Lee said.", "(iiiiiiiii)---"},
    {"guillemets", "Lee said \u00abthe ice held\u00bb .", "--(iii)-"},
    {"contraction", "Lee didn't say the crew's 'plan' failed .", "-----(i)--"},
    {"plural possessive", "The workers' pay rose, Lee said.", "---------"},
    {"plural possessive inside", "'The workers' pay rose,' Lee said.", "(iiiiii)---"},
    {"year", "In the '90s the ice held , Lee 's son said .", "--------------"},
    {"missing closing mark", "\"The ice held, said Lee|Then it broke .", "(iiiiii ----"},
    {"stray closing mark", "The ice held\u201d , said Lee .", "--------"},
    {"continued quotation", "\"It held .|\"It broke .\" Lee left .", "(iii (iii)---"},
    {"continued, curly", "\u201cIt held .|\u201cIt broke .\u201d|Lee left .", "(iii (iii) ---"},
    {"not continued", "\"It held .|It broke .", "(iii ---"},
    {"opened twice", "\u201cIt held , \u201cit broke\u201d , he said .", "(iii(ii)----"},
    {"scare quotes", "The \"plan\" failed .", "-(i)--"},
    {"after a dash", "The plan -\"a joke\"- failed .", "---(ii)---"},
};

TEST(Quotes, MarksEveryPhenomenon) {
  for (const Case& c : kCases) EXPECT_EQ(states(c.text), c.expected) << c.phenomenon << ": " << c.text;
}

TEST(Quotes, CountsDepthAndQuotations) {
  const Split s = split("\"Ann said 'no' .\" \"Yes .\"");
  std::vector<QuoteToken> quotes;
  match_quotes(s.text, s.tokens, s.paragraphs, quotes);
  ASSERT_EQ(quotes.size(), 12u);
  EXPECT_EQ(quotes[4].depth, 2) << "the word within both";
  EXPECT_EQ(quotes[4].quote, 0u);
  EXPECT_EQ(quotes[9].quote, 1u);
  EXPECT_EQ(quotes[9].depth, 1);
}

TEST(Quotes, AContinuedQuotationIsOneQuotation) {
  const Split s = split("\"It held .|\"It broke .\"");
  std::vector<QuoteToken> quotes;
  match_quotes(s.text, s.tokens, s.paragraphs, quotes);
  EXPECT_EQ(quotes.front().quote, quotes.back().quote);
}

TEST(Quotes, TakesLinearTimeOnMarksAlone) {
  std::string text;
  for (int k = 0; k < 100'000; ++k) text += k % 3 == 0 ? "\u201c " : k % 3 == 1 ? "\u2018 " : "' ";
  const Split s = split(text);
  std::vector<QuoteToken> quotes;
  match_quotes(s.text, s.tokens, s.paragraphs, quotes);
  ASSERT_EQ(quotes.size(), s.tokens.size());
  for (const QuoteToken& q : quotes) ASSERT_LE(q.depth, 8);
}

}  // namespace
}  // namespace hearsay
