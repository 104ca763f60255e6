// Any bytes as an analysis that a ledger keeps: an error of one line, or a document whose layers
// keep their rules; and what it is written as is read as the same.
#include "format/json_analysis.h"
#include "hearsay/format.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hearsay;
  const auto doc = parse_analysis(as_text(data, size));
  if (!doc) {
    require(!doc.error().message.empty(), "an error has a message");
    require(doc.error().message.find('\n') == std::string::npos, "a message is one line");
    return 0;
  }
  require_none(find_violation(*doc));
  const std::string line = to_json(*doc);
  const auto again = parse_analysis(line);
  require(again && to_json(*again) == line, "what is written is read as the same");
  return 0;
}
