// Any bytes as a file of time rules: refused with a line number, or rules that
// read a text without breaking a rule of the layers.
#include "tests/fuzz/fuzz.h"
#include "times/times.h"

namespace hearsay {
namespace {

constexpr std::string_view kText = "He met her on Monday, 4 March 2024, 2 days after the 1980s -- a year ago";

// Every run of letters or digits and every other byte is a token.
Document plain_tokens() {
  Document doc;
  doc.text = kText;
  doc.metadata.published = "2024-03-06";
  const auto is_word = [](char c) { return c > '9' || (c >= '0' && c <= '9'); };
  for (std::uint32_t at = 0; at < doc.text.size();) {
    std::uint32_t end = at + 1;
    while (is_word(doc.text[at]) && end < doc.text.size() && is_word(doc.text[end])) ++end;
    if (doc.text[at] != ' ') doc.tokens.push_back({.span = {at, end}});
    at = end;
  }
  doc.sentences.push_back({0, static_cast<std::uint32_t>(doc.tokens.size())});
  return doc;
}

}  // namespace
}  // namespace hearsay

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hearsay;
  const Result<TimeRules> rules = parse_time_rules(as_text(data, size), "fuzz.rules");
  if (!rules) {
    require(rules.error().code == ErrorCode::corrupt_model, "a broken file is corrupt_model");
    require(rules.error().message.starts_with("fuzz.rules:"), "the message names the file");
    return 0;
  }
  static TimesScratch scratch;
  Document doc = plain_tokens();
  find_times(*rules, doc, scratch);
  require_none(find_violation(doc));
  return 0;
}
