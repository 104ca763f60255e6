// Tokenizer and sentence splitter: rules over code points and word lists for
// tokens, a classifier over the gaps between tokens for sentences.
//
// Reads:    text, blocks
// Writes:   tokens, sentences
// Cost:     O(text); once `scratch` is warm, allocates only in doc
// Threads:  one TokenizerModel may serve any number of threads; one scratch each
//
// Tokens are the syntactic words of UD English: "don't" is two, "U.S." one. They
// cover every code point that is not white space. A sentence never crosses a
// block, nor a line break that is not there for the width of the page (lines.h).
#ifndef HEARSAY_SRC_TOKENIZER_TOKENIZER_H_
#define HEARSAY_SRC_TOKENIZER_TOKENIZER_H_

#include <filesystem>
#include <vector>

#include "hearsay/document.h"
#include "hearsay/result.h"
#include "tokenizer/lexicon.h"
#include "tokenizer/lines.h"
#include "tokenizer/sentences.h"

namespace hearsay {

inline constexpr std::uint32_t kTokenizerVersion = 5;  // of the model file

struct TokenizerModel {
  ModelFile file;
  Lexicon lexicon;
  SentenceModel sentences;  // points into `file`
};

struct TokenizerScratch {
  std::vector<LineBreak> breaks;
  std::vector<Span> segments;
  std::vector<TokenRange> ranges;
  std::vector<TokenTraits> traits;
};

// Fails with not_found if there is no such file, io if it cannot be read,
// corrupt_model if its size, version, checksum or contents are wrong.
Result<TokenizerModel> load_tokenizer(const std::filesystem::path& path);

// Cannot fail. Requires: doc.tokens and doc.sentences are empty, and what
// find_violation() checks of text and blocks holds.
void tokenize(const TokenizerModel& model, Document& doc, TokenizerScratch& scratch);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TOKENIZER_TOKENIZER_H_
