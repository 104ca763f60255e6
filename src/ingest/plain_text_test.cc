#include "ingest/plain_text.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace hearsay {
namespace {

std::vector<std::string> blocks_of(std::string text) {
  Document doc;
  doc.text = std::move(text);
  split_blocks(doc);
  EXPECT_EQ(find_violation(doc), "");
  std::vector<std::string> out;
  for (const Block& block : doc.blocks) out.emplace_back(doc.at(block.span));
  return out;
}

TEST(SplitBlocks, SplitsAtBlankLines) {
  using Blocks = std::vector<std::string>;
  EXPECT_EQ(blocks_of("One.\n\nTwo\nlines.\n"), (Blocks{"One.", "Two\nlines."}));
  EXPECT_EQ(blocks_of("One.\r\n\r\nTwo\r\nlines."), (Blocks{"One.", "Two\r\nlines."}));
  EXPECT_EQ(blocks_of("One.\r\rTwo."), (Blocks{"One.", "Two."}));
  EXPECT_EQ(blocks_of("One.\n \t\u00A0\nTwo."), (Blocks{"One.", "Two."}));
  EXPECT_EQ(blocks_of("One.\u2029Two.\u2028Three."), (Blocks{"One.", "Two.\u2028Three."}));
}

TEST(SplitBlocks, LeavesWhiteSpaceOut) {
  using Blocks = std::vector<std::string>;
  EXPECT_EQ(blocks_of("\uFEFF\n\n  One. \n\n\n\n"), (Blocks{"One."}));
  EXPECT_EQ(blocks_of(""), Blocks{});
  EXPECT_EQ(blocks_of(" \r\n\t"), Blocks{});
}

std::string error_of(const std::string& bytes, std::size_t limit = kMaxTextBytes) {
  std::istringstream in(bytes);
  const auto doc = read_plain_text(in, "x.txt", limit);
  return doc ? "" : doc.error().message;
}

TEST(ReadPlainText, KeepsEveryByte) {
  const std::string bytes = "\xEF\xBB\xBF Née.\r\n" + std::string(200000, 'y');
  std::istringstream in(bytes);
  const auto doc = read_plain_text(in, "x.txt");
  ASSERT_TRUE(doc);
  EXPECT_EQ(doc->text, bytes);
}

TEST(ReadPlainText, SaysWhatItFoundInstead) {
  EXPECT_EQ(error_of(""), "x.txt: expected text, found an empty file");
  EXPECT_EQ(error_of(" \n\uFEFF"), "x.txt: expected text, found white space only");
  EXPECT_EQ(error_of(std::string("ab\0c", 4)), "x.txt: expected text, found a binary file (NUL at byte 2)");
  EXPECT_EQ(error_of("ab\xE9"), "x.txt: expected UTF-8, found an invalid sequence at byte 2");
  EXPECT_EQ(error_of("\xFF\xFE"
                     "a"),
            "x.txt: expected UTF-8, found UTF-16: iconv -f UTF-16 -t UTF-8 converts it");
  EXPECT_EQ(error_of(std::string("n\0o\0.\0", 6)),
            "x.txt: expected UTF-8, found UTF-16LE: iconv -f UTF-16LE -t UTF-8 converts it");
  EXPECT_EQ(error_of("Ren\xE9 said no."),
            "x.txt: expected UTF-8, found an invalid sequence at byte 3; it seems to be windows-1252: iconv "
            "-f windows-1252 -t UTF-8 converts it");
  EXPECT_EQ(error_of("abcd", 4), "");
  EXPECT_EQ(error_of("abcde", 4), "x.txt: expected at most 4 bytes, found more");
}

}  // namespace
}  // namespace hearsay
