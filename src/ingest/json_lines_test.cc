#include "ingest/json_lines.h"

#include <gtest/gtest.h>

#include <sstream>

namespace hearsay {
namespace {

// Each line as "number:text" or "number!message".
std::vector<std::string> read_all(const std::string& input, std::size_t limit = 1000) {
  std::istringstream in(input);
  JsonLinesReader reader(in, "x", limit);
  std::vector<std::string> out;
  while (const auto line = reader.next()) {
    const std::string number = std::to_string(line->number);
    out.push_back(line->error ? number + "!" + line->error->message : number + ":" + line->document.text);
  }
  return out;
}

TEST(JsonLines, ReadsLinesOfAnyEnding) {
  EXPECT_EQ(read_all("\xEF\xBB\xBF{\"text\": \"a\"}\r\n\n  \n{\"text\": \"b\"}"),
            (std::vector<std::string>{"1:a", "4:b"}));
  EXPECT_TRUE(read_all("").empty());
  EXPECT_TRUE(read_all("\n\n").empty());
}

TEST(JsonLines, ABadLineCostsThatLineAlone) {
  EXPECT_EQ(read_all("{\"text\": \"a\"}\n{\"text\": 1}\n{\"text\": \"c\"}\n"),
            (std::vector<std::string>{"1:a", "2!x:2: text: expected a string, found a number", "3:c"}));
}

TEST(JsonLines, SkipsALineOverTheLimit) {
  const std::string longest = "{\"text\": \"" + std::string(188, 'y') + "\"}";
  ASSERT_EQ(longest.size(), 200u);
  EXPECT_EQ(read_all(longest, 200), (std::vector<std::string>{"1:" + std::string(188, 'y')}));
  EXPECT_EQ(
      read_all(std::string(300000, 'y') + "\n{\"text\": \"b\"}\n", 200),
      (std::vector<std::string>{"1!x:1: expected a line of at most 200 bytes, found a longer one", "2:b"}));
}

TEST(JsonLines, ReportsABrokenStream) {
  struct Broken : std::stringbuf {
    int underflow() override { throw 1; }
    std::streamsize xsgetn(char*, std::streamsize) override { throw 1; }
  } broken;
  std::istream in(&broken);
  JsonLinesReader reader(in, "x");
  const auto line = reader.next();
  ASSERT_TRUE(line && line->error);
  EXPECT_EQ(line->error->code, ErrorCode::io);
  EXPECT_FALSE(reader.next());
}

}  // namespace
}  // namespace hearsay
