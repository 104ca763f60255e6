// Kinds of blocks and the language of any valid UTF-8: blocks keep their rules, and hold all that is
// no white space.
#include "document/unicode.h"
#include "document/utf8.h"
#include "hearsay/pipeline.h"
#include "ingest/language.h"
#include "ingest/plain_text.h"
#include "tests/fuzz/fuzz.h"

namespace hearsay {
namespace {

const LanguageModel& languages() {
  static const auto loaded = load_languages(default_model_directory() / "languages.model");
  require(loaded.has_value(), loaded ? "" : loaded.error().message);
  return *loaded;
}

void check_cover(const Document& doc) {
  std::size_t block = 0;
  for (std::size_t i = 0; i < doc.text.size();) {
    const CodePoint c = decode_utf8(doc.text, i);
    while (block < doc.blocks.size() && doc.blocks[block].span.end <= i) ++block;
    const bool inside = block < doc.blocks.size() && doc.blocks[block].span.begin <= i;
    require(inside || is_space(c.value), "every mark stands in a block");
    i += c.length;
  }
}

}  // namespace
}  // namespace hearsay

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hearsay;
  const std::string_view bytes = as_text(data, size);
  if (!is_valid_utf8(bytes)) return 0;
  Document doc;
  doc.text = bytes;
  doc.metadata.title = bytes.substr(0, bytes.find('\n'));
  split_blocks(doc);
  require_none(find_violation(doc));
  check_cover(doc);
  detect_language(languages(), bytes);
  return 0;
}
