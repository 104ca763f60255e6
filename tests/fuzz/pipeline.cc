// Any bytes as an article: refused, or a document that keeps every rule.
#include "hearsay/pipeline.h"

#include "document/utf8.h"
#include "tests/fuzz/fuzz.h"

namespace hearsay {
namespace {

const Pipeline& pipeline() {
  static const Result<Pipeline> loaded = Pipeline::load();
  require(loaded.has_value(), loaded ? "" : loaded.error().message);
  return *loaded;
}

bool same_layers(const Document& a, const Document& b) {
  return a.strings == b.strings && a.blocks == b.blocks && a.sentences == b.sentences &&
         a.tokens == b.tokens && a.tags == b.tags && a.arcs == b.arcs && a.times == b.times &&
         a.attributions == b.attributions && a.entities == b.entities && a.events == b.events &&
         a.statement_times == b.statement_times;
}

}  // namespace
}  // namespace hearsay

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hearsay;
  static Scratch scratch;
  const std::string text(as_text(data, size));
  const Result<Document> warm = pipeline().analyze(text, scratch);
  require(warm.has_value() == is_valid_utf8(text), "exactly the valid UTF-8 is read");
  if (!warm) return 0;
  require(warm->text == text, "the text is kept as it is");
  require_none(find_violation(*warm));
  const Result<Document> fresh = pipeline().analyze(text);
  require(fresh && same_layers(*warm, *fresh), "used scratch changes nothing");
  return 0;
}
