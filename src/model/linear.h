// What stands between the recurrent layers of a network: linear layers with 8-bit
// weights, and normalisation. Float sums run in one fixed order on every machine.
#ifndef HEARSAY_SRC_MODEL_LINEAR_H_
#define HEARSAY_SRC_MODEL_LINEAR_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "hearsay/result.h"
#include "model/model_file.h"
#include "model/quantized_matrix.h"

namespace hearsay {

struct LinearScratch {
  RoundedVectors rounded;
  std::vector<std::int32_t> sums;
};

// The section `name`, which must hold `size` bounded numbers. Fails with
// corrupt_model.
Result<std::span<const float>> load_floats(const ModelFile& file, const std::string& name, std::size_t size);

// out[t] = W in[t] + b for `count` vectors; `out` gets matrix.rows floats each.
void apply(const QuantizedMatrix& matrix, int in_width, const float* in, int count, std::vector<float>& out,
           LinearScratch& scratch);

// The same for `count` rounded vectors from number `first` on. Requires: in.columns is
// matrix.columns.
void apply(const QuantizedMatrix& matrix, const RoundedVectors& in, std::size_t first, int count,
           std::vector<float>& out, LinearScratch& scratch);

// The same, numbers under 0 becoming 0.
void apply_rectified(const QuantizedMatrix& matrix, const RoundedVectors& in, std::size_t first, int count,
                     std::vector<float>& out, LinearScratch& scratch);

// Sums in eight interleaved parts: one fixed order on every machine that still
// lets the compiler use vector units.
template <typename Term>
float sum_terms(int n, Term term) {
  float parts[8] = {};
  int i = 0;
  for (; i + 8 <= n; i += 8) {
    for (int k = 0; k < 8; ++k) parts[k] += term(i + k);
  }
  for (int k = 0; i < n; ++i, ++k) parts[k] += term(i);
  return ((parts[0] + parts[1]) + (parts[2] + parts[3])) + ((parts[4] + parts[5]) + (parts[6] + parts[7]));
}

// Layer normalisation (Ba et al. 2016) of gain.size() floats. Requires: bias has as
// many.
void normalise(std::span<const float> gain, std::span<const float> bias, float* values);

}  // namespace hearsay

#endif  // HEARSAY_SRC_MODEL_LINEAR_H_
