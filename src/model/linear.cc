#include "model/linear.h"

#include <cmath>
#include <cstddef>

namespace hearsay {
namespace {

std::size_t area(int a, int b) { return static_cast<std::size_t>(a) * static_cast<std::size_t>(b); }

}  // namespace

Result<std::span<const float>> load_floats(const ModelFile& file, const std::string& name, std::size_t size) {
  auto values = file.array<float>(name);
  if (!values) return values.error();
  if (values->size() != size || !is_bounded(*values)) {
    return file.corrupt("section " + name + ": expected " + std::to_string(size) + " numbers in range");
  }
  return values;
}

void round_vectors(const float* in, int width, int count, int padded, std::vector<std::uint8_t>& activations,
                   std::vector<float>& steps) {
  activations.resize(area(count, padded));
  steps.resize(static_cast<std::size_t>(count));
  for (int t = 0; t < count; ++t) {
    steps[t] = quantize({in + area(t, width), static_cast<std::size_t>(width)}, padded,
                        activations.data() + area(t, padded));
  }
}

void apply(const QuantizedMatrix& matrix, int in_width, const float* in, int count, std::vector<float>& out,
           LinearScratch& scratch) {
  round_vectors(in, in_width, count, matrix.columns, scratch.activations, scratch.steps);
  apply_rounded(matrix, scratch.activations.data(), scratch.steps.data(), count, out, scratch);
}

void apply_rounded(const QuantizedMatrix& matrix, const std::uint8_t* activations, const float* steps,
                   int count, std::vector<float>& out, LinearScratch& scratch) {
  scratch.sums.resize(area(count, matrix.rows));
  out.resize(area(count, matrix.rows));
  multiply(matrix, activations, count, scratch.sums.data());
  for (int t = 0; t < count; ++t) {
    const std::int32_t* sums = scratch.sums.data() + area(t, matrix.rows);
    float* row = out.data() + area(t, matrix.rows);
    for (int r = 0; r < matrix.rows; ++r) {
      row[r] = static_cast<float>(sums[r]) * (matrix.scale[r] * steps[t]) + matrix.bias[r];
    }
  }
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
