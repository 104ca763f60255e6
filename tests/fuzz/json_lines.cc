// Any bytes as JSON Lines: for each line an error or a document, whose text is the
// one that an independent reader of JSON finds.
#include "ingest/json_lines.h"

#include <nlohmann/json.hpp>
#include <sstream>

#include "ingest/plain_text.h"
#include "tests/fuzz/fuzz.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxLine = 4096;

void require_one_line(const Error& error) {
  require(!error.message.empty(), "an error has a message");
  require(error.message.find('\n') == std::string::npos, "a message is one line");
}

std::vector<std::string> split_lines(const std::string& bytes) {
  std::vector<std::string> lines;
  std::istringstream in(bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// The oracle refuses numbers beyond a double, which are JSON all the same: "1e555".
bool may_hold_huge_number(const std::string& line) {
  int digits = 0;
  bool exponent = false;
  for (const char c : line) {
    const bool digit = c >= '0' && c <= '9';
    if (c == 'e' || c == 'E') {
      exponent = true;
      digits = 0;
    } else if (digit) {
      if (++digits >= (exponent ? 3 : 300)) return true;
    } else if (c != '+' && c != '-') {
      exponent = false;
      digits = 0;
    }
  }
  return false;
}

void read_lines(const std::string& bytes) {
  const std::vector<std::string> lines = split_lines(bytes);
  std::istringstream in(bytes);
  JsonLinesReader reader(in, "x.jsonl", kMaxLine);
  std::uint64_t last = 0;
  while (const auto line = reader.next()) {
    require(line->number > last && line->number <= lines.size(), "line numbers rise");
    last = line->number;
    if (line->error) {
      require_one_line(*line->error);
      continue;
    }
    Document doc = line->document;
    require_none(find_violation(doc));
    const auto parsed = nlohmann::json::parse(lines[last - 1], nullptr, false);
    if (parsed.is_discarded() && may_hold_huge_number(lines[last - 1])) continue;
    require(parsed.is_object() && parsed.value("text", "") == doc.text, "the text is that of the line");
    if (doc.blocks.empty()) split_blocks(doc);
    require_none(find_violation(doc));
  }
}

void read_text(const std::string& bytes) {
  std::istringstream in(bytes);
  const auto doc = read_plain_text(in, "x.txt", kMaxLine);
  if (!doc) return require_one_line(doc.error());
  require(doc->text == bytes, "the text is kept byte for byte");
  require_none(find_violation(*doc));
}

}  // namespace
}  // namespace hearsay

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(hearsay::as_text(data, size));
  hearsay::read_lines(bytes);
  hearsay::read_text(bytes);
  return 0;
}
