// Any publication date and any text, read with the real rules: the layers keep
// their rules, and used scratch changes nothing. The first line is the date.
#include "times/times.h"

#include <algorithm>

#include "document/utf8.h"
#include "hearsay/pipeline.h"
#include "tests/fuzz/fuzz.h"

namespace hearsay {
namespace {

const TimeRules& rules() {
  static const Result<TimeRules> loaded = load_time_rules(default_model_directory() / "times.rules");
  require(loaded.has_value(), loaded ? "" : loaded.error().message);
  return *loaded;
}

bool is_space(char c) { return c == ' ' || c == '\n'; }

// Tokens are what stands between spaces, and every mark of ASCII; a sentence ends
// with a line. Tags and arcs are left out, so that a run is quick.
void split_tokens(Document& doc) {
  const auto is_mark = [](char c) { return static_cast<unsigned char>(c) < '0' && c != '\''; };
  const std::string& text = doc.text;
  std::uint32_t first = 0;
  const auto end_sentence = [&] {
    const auto last = static_cast<std::uint32_t>(doc.tokens.size());
    if (first < last) doc.sentences.push_back({first, last});
    first = last;
  };
  for (std::uint32_t at = 0; at < text.size();) {
    std::uint32_t end = at + 1;
    while (!is_mark(text[at]) && end < text.size() && !is_mark(text[end])) ++end;
    if (!is_space(text[at])) doc.tokens.push_back({.span = {at, end}});
    if (text[at] == '\n') end_sentence();
    at = end;
  }
  end_sentence();
}

}  // namespace
}  // namespace hearsay

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hearsay;
  const std::string_view input = as_text(data, size);
  if (!is_valid_utf8(input)) return 0;
  const std::size_t line = std::min(input.find('\n'), input.size());
  Document doc;
  doc.metadata.published = input.substr(0, line);
  doc.text = input.substr(std::min(line + 1, input.size()));
  split_tokens(doc);
  Document again = doc;
  static TimesScratch warm;
  TimesScratch fresh;
  find_times(rules(), doc, warm);
  require_none(find_violation(doc));
  find_times(rules(), again, fresh);
  require(doc.times == again.times, "used scratch changes nothing");
  return 0;
}
