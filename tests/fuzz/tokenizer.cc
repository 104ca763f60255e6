// The tokenizer against its slow reference, on any valid UTF-8 and on pieces of news,
// web writing and other scripts in any order.
#include "tokenizer/tokenizer.h"

#include <algorithm>

#include "document/utf8.h"
#include "hearsay/pipeline.h"
#include "tests/fuzz/fuzz.h"
#include "tests/reference/reference_tokenizer.h"
#include "tests/reference/texts.h"

namespace hearsay {
namespace {

const TokenizerModel& english() {
  static const auto loaded = load_tokenizer(default_model_directory() / "tokenizer.model");
  require(loaded.has_value(), loaded ? "" : loaded.error().message);
  return *loaded;
}

void compare(std::string text) {
  static TokenizerScratch scratch;
  Document fast;
  fast.text = std::move(text);
  Document slow = fast;
  tokenize(english(), fast, scratch);
  require_none(find_violation(fast));
  reference_tokenize(english(), slow);
  require(fast.tokens == slow.tokens, "the same words as the reference");
  require(fast.sentences == slow.sentences, "the same sentences as the reference");
}

}  // namespace
}  // namespace hearsay

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // The reference is quadratic.
  const std::string_view bytes = hearsay::as_text(data, std::min<std::size_t>(size, 800));
  if (hearsay::is_valid_utf8(bytes)) hearsay::compare(std::string(bytes));
  hearsay::compare(hearsay::join_pieces(bytes.substr(0, 150)));
  return 0;
}
