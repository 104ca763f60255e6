// Tokens to sentences.
#ifndef HEARSAY_SRC_TOKENIZER_SENTENCES_H_
#define HEARSAY_SRC_TOKENIZER_SENTENCES_H_

#include "hearsay/document.h"
#include "tokenizer/lexicon.h"

namespace hearsay {

// Appends the sentences of the tokens from `first` on. O(tokens).
void split_sentences(const Lexicon& lexicon, Document& doc, std::uint32_t first);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TOKENIZER_SENTENCES_H_
