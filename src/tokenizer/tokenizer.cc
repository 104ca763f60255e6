#include "tokenizer/tokenizer.h"

#include <cassert>

#include "tokenizer/lines.h"
#include "tokenizer/words.h"

namespace hearsay {

Result<TokenizerModel> load_tokenizer(const std::filesystem::path& path) {
  auto file = ModelFile::open(path, "tokenizer", kTokenizerVersion);
  if (!file) return file.error();
  auto lexicon = Lexicon::load(*file);
  if (!lexicon) return lexicon.error();
  const auto sentences = load_sentence_model(*file);
  if (!sentences) return sentences.error();
  return TokenizerModel{.file = *std::move(file), .lexicon = *std::move(lexicon), .sentences = *sentences};
}

void tokenize(const TokenizerModel& model, Document& doc, TokenizerScratch& scratch) {
  assert(doc.tokens.empty() && doc.sentences.empty());
  find_segments(doc, scratch.breaks, scratch.segments);
  scratch.ranges.clear();
  for (const Span segment : scratch.segments) {
    const auto first = static_cast<std::uint32_t>(doc.tokens.size());
    split_words(model.lexicon, doc.text, segment, doc.tokens);
    const auto last = static_cast<std::uint32_t>(doc.tokens.size());
    if (first < last) scratch.ranges.push_back({first, last});
  }
  split_sentences(model.sentences, model.lexicon, doc, scratch.ranges, scratch.traits);
}

}  // namespace hearsay
