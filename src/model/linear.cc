#include "model/linear.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>

namespace hearsay {
namespace {

std::size_t area(int a, int b) { return static_cast<std::size_t>(a) * static_cast<std::size_t>(b); }

// row[r] = scale[r] * step * sums[r] + bias[r], or 0 if that is less and kRectified.
template <bool kRectified>
__attribute__((always_inline)) inline void scale_body(const std::int32_t* __restrict sums,
                                                      const float* __restrict scale,
                                                      const float* __restrict bias, float step, int rows,
                                                      float* __restrict row) {
  for (int r = 0; r < rows; ++r) {
    const float value = static_cast<float>(sums[r]) * (scale[r] * step) + bias[r];
    row[r] = kRectified ? std::max(value, 0.0f) : value;
  }
}

#if defined(__x86_64__)
template <bool kRectified>
__attribute__((target("avx2"))) void scale_avx2(const std::int32_t* sums, const float* scale,
                                                const float* bias, float step, int rows, float* row) {
  scale_body<kRectified>(sums, scale, bias, step, rows, row);
}
#endif

template <bool kRectified>
void scale_sums(const std::int32_t* sums, const float* scale, const float* bias, float step, int rows,
                float* row) {
#if defined(__x86_64__)
  if (fastest_kernel() != Kernel::portable) return scale_avx2<kRectified>(sums, scale, bias, step, rows, row);
#endif
  scale_body<kRectified>(sums, scale, bias, step, rows, row);
}

template <bool kRectified>
void apply_rounded(const QuantizedMatrix& matrix, const RoundedVectors& in, std::size_t first, int count,
                   std::vector<float>& out, LinearScratch& scratch) {
  assert(in.columns == matrix.columns);
  if (scratch.sums.size() < area(count, matrix.rows)) scratch.sums.resize(area(count, matrix.rows));
  out.resize(area(count, matrix.rows));
  multiply(matrix, in.activations.data() + first * static_cast<std::size_t>(in.columns), count,
           scratch.sums.data());
  for (int t = 0; t < count; ++t) {
    scale_sums<kRectified>(scratch.sums.data() + area(t, matrix.rows), matrix.scale.data(),
                           matrix.bias.data(), in.steps[first + static_cast<std::size_t>(t)], matrix.rows,
                           out.data() + area(t, matrix.rows));
  }
}

}  // namespace

Result<std::span<const float>> load_floats(const ModelFile& file, const std::string& name, std::size_t size) {
  auto values = file.array<float>(name);
  if (!values) return values.error();
  if (values->size() != size || !is_bounded(*values)) {
    return file.corrupt("section " + name + ": expected " + std::to_string(size) + " numbers in range");
  }
  return values;
}

void apply(const QuantizedMatrix& matrix, int in_width, const float* in, int count, std::vector<float>& out,
           LinearScratch& scratch) {
  round_vectors(in, in_width, count, scratch.rounded);
  apply(matrix, scratch.rounded, 0, count, out, scratch);
}

void apply(const QuantizedMatrix& matrix, const RoundedVectors& in, std::size_t first, int count,
           std::vector<float>& out, LinearScratch& scratch) {
  apply_rounded<false>(matrix, in, first, count, out, scratch);
}

void apply_rectified(const QuantizedMatrix& matrix, const RoundedVectors& in, std::size_t first, int count,
                     std::vector<float>& out, LinearScratch& scratch) {
  apply_rounded<true>(matrix, in, first, count, out, scratch);
}

void normalise(std::span<const float> gain, std::span<const float> bias, float* v) {
  const int n = static_cast<int>(gain.size());
  const float mean = sum_terms(n, [&](int i) { return v[i]; }) / static_cast<float>(n);
  const float variance =
      sum_terms(n, [&](int i) { return (v[i] - mean) * (v[i] - mean); }) / static_cast<float>(n);
  const float inverse = 1.0f / std::sqrt(variance + 1e-5f);
  for (int i = 0; i < n; ++i) v[i] = (v[i] - mean) * inverse * gain[i] + bias[i];
}

}  // namespace hearsay
