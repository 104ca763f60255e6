#include "train/reading_stages.h"

#include <utility>

#include "ingest/plain_text.h"

namespace hearsay {

Result<ReadingStages> ReadingStages::load(const std::filesystem::path& folder) {
  auto tokenizer = load_tokenizer(folder / "tokenizer.model");
  if (!tokenizer) return tokenizer.error();
  auto syntax = load_syntax(folder);
  if (!syntax) return syntax.error();
  ReadingStages stages;
  stages.tokenizer_ = *std::move(tokenizer);
  stages.syntax_ = *std::move(syntax);
  return stages;
}

void ReadingStages::read(Document& doc) {
  split_blocks(doc);
  tokenize(tokenizer_, doc, tokenizer_scratch_);
  read_syntax(syntax_, doc, syntax_scratch_);
}

void ReadingStages::read_words(Document& doc) {
  doc.tags.clear();
  doc.arcs.clear();
  doc.names.clear();
  read_syntax(syntax_, doc, syntax_scratch_);
}

}  // namespace hearsay
