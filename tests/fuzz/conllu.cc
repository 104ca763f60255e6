// Any bytes as CoNLL-U: an error, or documents that keep every rule, print, and
// read back as they were.
#include "format/conllu.h"

#include "hearsay/format.h"
#include "tests/fuzz/fuzz.h"

namespace hearsay {
namespace {

void require_same_words(const Document& a, const Document& b) {
  require(a.tokens.size() == b.tokens.size(), "as many words when read back");
  require(a.sentences == b.sentences, "the same sentences when read back");
  require(a.arcs == b.arcs, "the same trees when read back");
  for (std::size_t i = 0; i < a.tokens.size(); ++i) {
    require(a.at(a.tokens[i].span) == b.at(b.tokens[i].span), "the same words when read back");
    if (a.tags.empty()) continue;
    require(a.tags[i].upos == b.tags[i].upos, "the same tags when read back");
    const std::string& lemma = a.strings[a.tags[i].lemma];
    require(b.strings[b.tags[i].lemma] == (lemma.empty() ? "_" : lemma), "the same lemmas when read back");
  }
}

void read(std::string_view bytes, ConlluOptions options) {
  ConlluReader reader(bytes, options);
  while (const auto document = reader.next()) {
    if (!*document) {
      require(document->error().code == ErrorCode::invalid_input, "bad bytes are invalid_input");
      continue;
    }
    require_none(find_violation((*document)->doc));
    if (bytes.find('\r') != std::string_view::npos) continue;  // printed as a space
    const std::string printed = to_conllu(**document);
    ConlluReader again(printed, options);
    const auto back = again.next();
    if (!back) {
      require((*document)->doc.tokens.empty(), "words are printed");
      continue;
    }
    require(back->has_value(), "what is printed can be read");
    require_same_words((*document)->doc, (*back)->doc);
    require(to_conllu(**back) == printed, "printed, read and printed is the same");
    static_cast<void>(to_conllu((*document)->doc));
  }
}

}  // namespace
}  // namespace hearsay

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = hearsay::as_text(data, size);
  hearsay::read(bytes, {.annotations = true});
  hearsay::read(bytes, {.annotations = false});
  return 0;
}
