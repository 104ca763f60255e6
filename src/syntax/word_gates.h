// What the gates of the network's first layer take from words that were read before: the product
// of a word's vector and the layer's input matrices, which is the same each time.
#ifndef HEARSAY_SRC_SYNTAX_WORD_GATES_H_
#define HEARSAY_SRC_SYNTAX_WORD_GATES_H_

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "model/quantized_matrix.h"

namespace hearsay {

struct LinearScratch;
struct LstmLayer;
struct WordVectorScratch;

// For one layer, and for one scratch of word vectors, whose places it keeps products for.
class WordGates {
 public:
  // The gate inputs, as run_lstm() wants them, of the words that find_word_vectors() found last,
  // with this scratch, as `vectors`. Valid until the next call. O(words + words that were not
  // known x layer).
  std::span<const float* const> find(const LstmLayer& layer, const WordVectorScratch& words,
                                     const RoundedVectors& vectors, LinearScratch& linear);

 private:
  float* at(std::size_t place);
  void multiply_fresh(const LstmLayer& layer, LinearScratch& linear);
  void make_room(std::size_t width, std::span<const std::size_t> places);

  std::size_t width_ = 0;
  std::unique_ptr<float[]> kept_;  // [place][width]; written where a word came by
  std::vector<float> passing_;     // of places that are the batch's alone
  std::vector<const float*> of_words_;
  std::vector<float*> fresh_;  // where the gate inputs of fresh_vectors_ go
  RoundedVectors fresh_vectors_;
  std::vector<float> products_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_SYNTAX_WORD_GATES_H_
