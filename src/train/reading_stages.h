// The stages before attribution, as training runs them.
#ifndef HEARSAY_SRC_TRAIN_READING_STAGES_H_
#define HEARSAY_SRC_TRAIN_READING_STAGES_H_

#include <filesystem>

#include "hearsay/document.h"
#include "hearsay/result.h"
#include "syntax/syntax.h"
#include "tokenizer/tokenizer.h"

namespace hearsay {

class ReadingStages {
 public:
  // Loads the models of tokenizer and syntax; fails as their loaders do.
  static Result<ReadingStages> load(const std::filesystem::path& folder);

  // Splits, tags and parses the text. Requires: all layers are empty.
  void read(Document& doc);

  // Tags and parses given words anew and finds their names. Requires: tokens are set.
  void read_words(Document& doc);

 private:
  TokenizerModel tokenizer_;
  SyntaxModel syntax_;
  TokenizerScratch tokenizer_scratch_;
  SyntaxScratch syntax_scratch_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_READING_STAGES_H_
