// Matrices of 8-bit weights times vectors of 7-bit activations: exact integer
// sums, so that every machine computes the same, with or without vector units.
//
// An activation is stored as an unsigned byte u in [1, 127] that stands for
// u - 64. Seven bits, because the AVX2 instruction for such products sums pairs
// in 16 bits and would saturate with eight (2 x 127 x 127 < 2^15).
#ifndef HEARSAY_SRC_MODEL_QUANTIZED_MATRIX_H_
#define HEARSAY_SRC_MODEL_QUANTIZED_MATRIX_H_

#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "hearsay/result.h"
#include "model/model_file.h"

namespace hearsay {

inline constexpr int kActivationZero = 64;
inline constexpr int kActivationMax = 63;

// The activation nearest to `value`, which lies in [-63, 63]; of two, the even one. Floats from
// 2^23 to 2^24 have steps of 1, so that adding 1.5 x 2^23 leaves the whole number in the low bits.
inline std::uint8_t to_activation(float value) {
  constexpr float kWhole = 12582912.0f + kActivationZero;
  return static_cast<std::uint8_t>(std::bit_cast<std::uint32_t>(value + kWhole));
}

// The largest magnitude of a stored float: no sum or product of a network that
// keeps to it leaves the range of float.
inline constexpr float kMaxNumber = 1e4f;
bool is_bounded(std::span<const float> values);

// Vectors of smaller numbers are rounded to zeros: their inverse would leave that range.
inline constexpr float kLeastMagnitude = 1e-30f;

// y = scale * (W x) + bias, W quantised row by row. Rows are padded to 16 and
// columns to 4 with zeros.
struct QuantizedMatrix {
  int rows = 0;                      // padded
  int columns = 0;                   // padded
  std::vector<std::int8_t> weights;  // [rows / 16][columns / 4][16][4]
  std::vector<std::int32_t> offset;  // per row: -64 x the sum of its weights
  std::vector<float> scale;          // per row: what one unit of weight is worth
  std::vector<float> bias;           // per row
};

// The columns of a matrix for vectors of `width` numbers.
constexpr int padded_columns(int width) { return (width + 3) / 4 * 4; }

// Reads sections <name>.w (int8, [rows][columns]), <name>.scale and <name>.bias
// (float, [rows]). Fails with corrupt_model if a section is missing, its size
// does not fit, or a scale or bias is out of range.
Result<QuantizedMatrix> load_quantized_matrix(const ModelFile& file, const std::string& name, int rows,
                                              int columns);

// How sums are computed; all kernels give the same bytes.
enum class Kernel { portable, avx2, avx512_vnni };
bool is_supported(Kernel kernel);

// The fastest that this machine has.
Kernel fastest_kernel();

// sums[t][r] = sum over c of W[r][c] * (x[t][c] - 64), for `count` vectors x of
// matrix.columns bytes each; `sums` has count x matrix.rows items.
// Cost: count x rows x columns multiplications. Requires: is_supported(kernel).
void multiply_with(Kernel kernel, const QuantizedMatrix& matrix, const std::uint8_t* x, int count,
                   std::int32_t* sums);

inline void multiply(const QuantizedMatrix& matrix, const std::uint8_t* x, int count, std::int32_t* sums) {
  multiply_with(fastest_kernel(), matrix, x, count, sums);
}

// sums[i] = the sum of rows[r][i] over r, for i in [0, n).
void sum_rows(Kernel kernel, std::span<const std::int8_t* const> rows, int n, std::int32_t* sums);

// Rounds values to activations of a common step, largest magnitude to 63, and
// returns the step (the value of one unit; 0 when all values are 0, or next to it). `out` has
// room for `padded` >= values.size() bytes; what is left over becomes zero.
float quantize(std::span<const float> values, int padded, std::uint8_t* out);

// Vectors rounded to activations; what is applied to them more than once is rounded once.
struct RoundedVectors {
  int columns = 0;                        // bytes a vector: its width, padded
  std::vector<std::uint8_t> activations;  // [vector][column]
  std::vector<float> steps;               // value of one unit of each vector
};

// Rounds `count` vectors of `width` floats, which is padded as matrices are.
void round_vectors(const float* in, int width, int count, RoundedVectors& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_MODEL_QUANTIZED_MATRIX_H_
