// Text to syntactic words, by rules over code points and word lists.
//
// The conventions are those of UD English (EWT, GUM): hyphenated compounds are
// split but for prefixes, clitics are words, an abbreviation keeps its full stop,
// and a web address, an e-mail address, a number or an emoticon is one word.
#ifndef HEARSAY_SRC_TOKENIZER_WORDS_H_
#define HEARSAY_SRC_TOKENIZER_WORDS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "hearsay/document.h"
#include "tokenizer/lexicon.h"

namespace hearsay {

// Appends the words of `segment` to `tokens`: in order, not empty, and covering
// every code point that is not white space. O(segment).
// Requires: valid UTF-8, `segment` cuts no code point.
void split_words(const Lexicon& lexicon, std::string_view text, Span segment, std::vector<Token>& tokens);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TOKENIZER_WORDS_H_
