// What the network reads of a word: the sum of the vectors of its features and of its
// n-grams and of the known phrases that it stands in, normalised (Ba et al. 2016).
#ifndef HEARSAY_SRC_SYNTAX_WORD_VECTORS_H_
#define HEARSAY_SRC_SYNTAX_WORD_VECTORS_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "hearsay/result.h"
#include "model/embedding.h"
#include "model/quantized_matrix.h"
#include "syntax/gazetteer.h"
#include "syntax/word_cache.h"
#include "syntax/word_features.h"

namespace hearsay {

// Views into the model file, which must outlive it.
struct WordVectors {
  int width = 0;
  Gazetteer gazetteer;
  EmbeddingTable features;
  EmbeddingTable ngrams;  // looked up by row: the n-gram's hash modulo the row count
  float feature_unit = 0, ngram_unit = 0;
  std::span<const float> norm_gain, norm_bias;
};

// For one set of vectors alone: it keeps vectors from call to call.
struct WordVectorScratch {
  WordFeatures word;
  GazetteerScratch gazetteer;
  std::vector<std::vector<std::uint64_t>> phrases;
  RowSum rows, ngram_rows;
  std::vector<std::int32_t> sums;
  std::vector<float> vector;
  WordCache known;
  std::vector<std::size_t> places;   // in `known`, of each word found last
  std::vector<std::uint32_t> fresh;  // numbers of those of them that were not known
};

// Reads the sections of a syntax model. Fails with corrupt_model.
Result<WordVectors> load_word_vectors(const ModelFile& file, int width);

// The vectors of the words of stretches of `lengths` words, one behind the other, rounded.
// Phrases lie within a stretch. Requires: the lengths add up to words.size(). O(words).
void find_word_vectors(const WordVectors& vectors, std::span<const std::string_view> words,
                       std::span<const int> lengths, WordVectorScratch& scratch, RoundedVectors& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_SYNTAX_WORD_VECTORS_H_
