// The tokenizer once more, slow and plain: over a list of code points, without look-ahead
// limits that serve speed, every count taken anew. Kept out of the library; the tests and
// a fuzzer compare the two.
//
// It shares with the fast one the model (word lists and weights), the numbers that
// features are hashed to, and the classes of Unicode. What is decided, it decides anew.
#ifndef HEARSAY_TESTS_REFERENCE_REFERENCE_TOKENIZER_H_
#define HEARSAY_TESTS_REFERENCE_REFERENCE_TOKENIZER_H_

#include <vector>

#include "hearsay/document.h"
#include "tokenizer/tokenizer.h"

namespace hearsay {

// The pieces of `doc` that no sentence leaves, as find_segments() has them.
std::vector<Span> reference_segments(const Document& doc);

// The words of one of them.
std::vector<Token> reference_words(const Lexicon& lexicon, const Document& doc, Span segment);

// The sentences over doc.tokens; tokens of one segment stand in one range.
std::vector<Sentence> reference_sentences(const TokenizerModel& model, const Document& doc,
                                          const std::vector<TokenRange>& segments);

// All three, as tokenize() does them. O(text^2).
void reference_tokenize(const TokenizerModel& model, Document& doc);

}  // namespace hearsay

#endif  // HEARSAY_TESTS_REFERENCE_REFERENCE_TOKENIZER_H_
