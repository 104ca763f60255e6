#ifndef HEARSAY_SRC_TOKENIZER_TOKENIZER_H_
#define HEARSAY_SRC_TOKENIZER_TOKENIZER_H_

#include <filesystem>

#include "hearsay/document.h"
#include "hearsay/result.h"

namespace hearsay {

struct TokenizerModel {};
struct TokenizerScratch {};

Result<TokenizerModel> load_tokenizer(const std::filesystem::path& path);

void tokenize(const TokenizerModel& model, Document& doc, TokenizerScratch& scratch);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TOKENIZER_TOKENIZER_H_
