// Tokens to sentences: a linear classifier over the gaps between tokens, left to
// right.
#ifndef HEARSAY_SRC_TOKENIZER_SENTENCES_H_
#define HEARSAY_SRC_TOKENIZER_SENTENCES_H_

#include <cstdint>
#include <span>
#include <vector>

#include "hearsay/document.h"
#include "hearsay/result.h"
#include "model/model_file.h"
#include "tokenizer/gaps.h"
#include "tokenizer/lexicon.h"

namespace hearsay {

// Points into a ModelFile, which must outlive it.
struct SentenceModel {
  std::span<const std::int8_t> weights;  // 2^bits, by hash of the feature
  int bits = 0;                          // a gap that scores more than 0 ends a sentence
};

// Fails with corrupt_model if a section is missing or has the wrong size.
Result<SentenceModel> load_sentence_model(const ModelFile& file);

void store_sentence_model(ModelWriter& writer, std::span<const std::int8_t> weights);

// Appends the sentences of `doc`, whose tokens come in `segments`. O(tokens);
// `traits` is scratch.
void split_sentences(const SentenceModel& model, const Lexicon& lexicon, Document& doc,
                     std::span<const TokenRange> segments, std::vector<TokenTraits>& traits);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TOKENIZER_SENTENCES_H_
