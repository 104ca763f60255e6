// A bidirectional LSTM layer (Hochreiter & Schmidhuber 1997; gates in the order
// input, forget, cell, output) over sequences, with 8-bit weights.
//
// Sums of products are integers; everything else is float addition,
// multiplication and division element by element in a fixed order, and tanh a
// rational function of these. IEEE 754 fixes each result, so all machines agree.
#ifndef HEARSAY_SRC_MODEL_LSTM_H_
#define HEARSAY_SRC_MODEL_LSTM_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "hearsay/result.h"
#include "model/model_file.h"
#include "model/quantized_matrix.h"

namespace hearsay {

struct LstmLayer {
  int input = 0;   // width of an input vector
  int hidden = 0;  // width of one direction; a multiple of 4
  // One for each direction, forward first.
  QuantizedMatrix from_input[2];   // 4 hidden x input, with the bias
  QuantizedMatrix from_hidden[2];  // 4 hidden x hidden, of rounded states, no bias
};

struct LstmScratch {
  std::vector<std::int32_t> sums;
  std::vector<float> cell;
  std::vector<std::uint8_t> state_activations;
  std::vector<std::int32_t> state_sums;
};

// Reads <name>.{f,b}.{in,rec}.{w,scale,bias}. Fails with corrupt_model.
Result<LstmLayer> load_lstm(const ModelFile& file, const std::string& name, int input, int hidden);

// Reads sequences of `lengths` vectors, which stand one behind the other in `in`. out[i] = forward state at
// i, then backward state at i: 2 x hidden floats in [-1, 1]. Several sequences at once cost less than one by
// one. Cost: O(vectors x hidden x (input + hidden)). All kernels give the same bytes. Requires: in.columns is
// that of the layer's matrices.
void run_lstm(const LstmLayer& layer, const RoundedVectors& in, std::span<const int> lengths, float* out,
              LstmScratch& scratch, Kernel kernel = fastest_kernel());

// The same for vectors of which the products with the input matrices are known: in gate_inputs[i] what
// the gates take from vector i, with the bias, from_input[0].rows floats forward, then as many backward.
void run_lstm(const LstmLayer& layer, std::span<const float* const> gate_inputs, std::span<const int> lengths,
              float* out, LstmScratch& scratch, Kernel kernel = fastest_kernel());

}  // namespace hearsay

#endif  // HEARSAY_SRC_MODEL_LSTM_H_
