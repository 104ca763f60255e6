#include "model/quantized_matrix.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace hearsay {
namespace {

constexpr int kRowBlock = 16;
constexpr int kColumnBlock = 4;
static_assert(padded_columns(1) == kColumnBlock);

using Product = void (*)(const QuantizedMatrix&, const std::uint8_t*, int, std::int32_t*);

const std::int8_t* block_at(const QuantizedMatrix& m, int row_block) {
  return m.weights.data() +
         static_cast<std::size_t>(row_block) * kRowBlock * static_cast<std::size_t>(m.columns);
}

void multiply_portable(const QuantizedMatrix& m, const std::uint8_t* x, int count, std::int32_t* sums) {
  for (int v = 0; v < count; ++v) {
    for (int row = 0; row < m.rows; row += kRowBlock) {
      std::int32_t acc[kRowBlock];
      std::copy_n(m.offset.data() + row, kRowBlock, acc);
      const std::int8_t* w = block_at(m, row / kRowBlock);
      for (int c = 0; c < m.columns; c += kColumnBlock, w += kRowBlock * kColumnBlock) {
        const std::uint8_t* four = x + v * m.columns + c;
        for (int r = 0; r < kRowBlock; ++r) {
          for (int k = 0; k < kColumnBlock; ++k) acc[r] += w[r * kColumnBlock + k] * four[k];
        }
      }
      std::copy_n(acc, kRowBlock, sums + v * m.rows + row);
    }
  }
}

#if defined(__x86_64__)

int load_four(const std::uint8_t* x) {
  int four;
  std::memcpy(&four, x, sizeof four);
  return four;
}

// kVectors activations times kBlocks blocks of rows at once, to hide latencies.
template <int kVectors, int kBlocks>
__attribute__((target("avx512f,avx512vnni"), always_inline)) inline void tile_vnni(const QuantizedMatrix& m,
                                                                                   int row_block,
                                                                                   const std::uint8_t* x,
                                                                                   std::int32_t* sums) {
  __m512i acc[kVectors][kBlocks];
  for (int b = 0; b < kBlocks; ++b) {
    const __m512i offset = _mm512_loadu_si512(m.offset.data() + (row_block + b) * kRowBlock);
    for (int v = 0; v < kVectors; ++v) acc[v][b] = offset;
  }
  const std::int8_t* weights = block_at(m, row_block);
  const std::ptrdiff_t stride = static_cast<std::ptrdiff_t>(kRowBlock) * m.columns;
  for (int c = 0; c < m.columns; c += kColumnBlock) {
    __m512i activation[kVectors];
    for (int v = 0; v < kVectors; ++v) activation[v] = _mm512_set1_epi32(load_four(x + v * m.columns + c));
    for (int b = 0; b < kBlocks; ++b) {
      const __m512i w = _mm512_loadu_si512(weights + b * stride + c * kRowBlock);
      for (int v = 0; v < kVectors; ++v) acc[v][b] = _mm512_dpbusd_epi32(acc[v][b], activation[v], w);
    }
  }
  for (int v = 0; v < kVectors; ++v) {
    for (int b = 0; b < kBlocks; ++b) {
      _mm512_storeu_si512(sums + v * m.rows + (row_block + b) * kRowBlock, acc[v][b]);
    }
  }
}

template <int kVectors>
__attribute__((target("avx512f,avx512vnni"), always_inline)) inline void rows_vnni(const QuantizedMatrix& m,
                                                                                   const std::uint8_t* x,
                                                                                   std::int32_t* sums) {
  const int blocks = m.rows / kRowBlock;
  int b = 0;
  for (; b + 4 <= blocks; b += 4) tile_vnni<kVectors, 4>(m, b, x, sums);
  for (; b < blocks; ++b) tile_vnni<kVectors, 1>(m, b, x, sums);
}

__attribute__((target("avx512f,avx512vnni"))) void multiply_vnni(const QuantizedMatrix& m,
                                                                 const std::uint8_t* x, int count,
                                                                 std::int32_t* sums) {
  int v = 0;
  for (; v + 4 <= count; v += 4) rows_vnni<4>(m, x + v * m.columns, sums + v * m.rows);
  const std::uint8_t* rest = x + v * m.columns;
  std::int32_t* rest_sums = sums + v * m.rows;
  if (count - v == 1) rows_vnni<1>(m, rest, rest_sums);
  if (count - v == 2) rows_vnni<2>(m, rest, rest_sums);
  if (count - v == 3) rows_vnni<3>(m, rest, rest_sums);
}

template <int kVectors>
__attribute__((target("avx2"), always_inline)) inline void rows_avx2(const QuantizedMatrix& m,
                                                                     const std::uint8_t* x,
                                                                     std::int32_t* sums) {
  const __m256i ones = _mm256_set1_epi16(1);
  for (int row = 0; row < m.rows; row += kRowBlock) {
    __m256i acc[kVectors][2];
    for (int half = 0; half < 2; ++half) {
      const auto* offset = reinterpret_cast<const __m256i*>(m.offset.data() + row + half * 8);
      for (int v = 0; v < kVectors; ++v) acc[v][half] = _mm256_loadu_si256(offset);
    }
    const std::int8_t* weights = block_at(m, row / kRowBlock);
    for (int c = 0; c < m.columns; c += kColumnBlock) {
      for (int half = 0; half < 2; ++half) {
        const __m256i w =
            _mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights + c * kRowBlock + half * 32));
        for (int v = 0; v < kVectors; ++v) {
          const __m256i activation = _mm256_set1_epi32(load_four(x + v * m.columns + c));
          const __m256i pairs = _mm256_maddubs_epi16(activation, w);
          acc[v][half] = _mm256_add_epi32(acc[v][half], _mm256_madd_epi16(pairs, ones));
        }
      }
    }
    for (int v = 0; v < kVectors; ++v) {
      for (int half = 0; half < 2; ++half) {
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + v * m.rows + row + half * 8), acc[v][half]);
      }
    }
  }
}

__attribute__((target("avx2"))) void multiply_avx2(const QuantizedMatrix& m, const std::uint8_t* x, int count,
                                                   std::int32_t* sums) {
  int v = 0;
  for (; v + 4 <= count; v += 4) rows_avx2<4>(m, x + v * m.columns, sums + v * m.rows);
  const std::uint8_t* rest = x + v * m.columns;
  std::int32_t* rest_sums = sums + v * m.rows;
  if (count - v == 1) rows_avx2<1>(m, rest, rest_sums);
  if (count - v == 2) rows_avx2<2>(m, rest, rest_sums);
  if (count - v == 3) rows_avx2<3>(m, rest, rest_sums);
}

#endif

Product product_of(Kernel kernel) {
#if defined(__x86_64__)
  if (kernel == Kernel::avx512_vnni) return multiply_vnni;
  if (kernel == Kernel::avx2) return multiply_avx2;
#endif
  return multiply_portable;
}

void sum_rows_portable(std::span<const std::int8_t* const> rows, int first, int n, std::int32_t* sums) {
  std::fill(sums + first, sums + n, 0);
  for (const std::int8_t* row : rows) {
    for (int i = first; i < n; ++i) sums[i] += row[i];
  }
}

#if defined(__x86_64__)
// Blocks of columns stay in registers while the rows are added.
__attribute__((target("avx2"))) void sum_rows_avx2(std::span<const std::int8_t* const> rows, int n,
                                                   std::int32_t* sums) {
  constexpr int kParts = 4;
  int first = 0;
  for (; first + 8 * kParts <= n; first += 8 * kParts) {
    __m256i acc[kParts] = {};
    for (const std::int8_t* row : rows) {
      for (int k = 0; k < kParts; ++k) {
        const __m128i bytes = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(row + first + 8 * k));
        acc[k] = _mm256_add_epi32(acc[k], _mm256_cvtepi8_epi32(bytes));
      }
    }
    for (int k = 0; k < kParts; ++k) {
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + first + 8 * k), acc[k]);
    }
  }
  sum_rows_portable(rows, first, n, sums);
}
#endif

__attribute__((always_inline)) inline void round_body(const float* __restrict values, std::size_t n,
                                                      float inverse, std::uint8_t* __restrict out) {
  for (std::size_t i = 0; i < n; ++i) out[i] = to_activation(values[i] * inverse);
}

// The bits of the largest magnitude: without their signs, floats order as their bits
// do, and integer maxima vectorise.
__attribute__((always_inline)) inline std::uint32_t largest_body(const float* values, std::size_t n) {
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < n; ++i)
    bits = std::max(bits, std::bit_cast<std::uint32_t>(values[i]) & 0x7fffffffu);
  return bits;
}

__attribute__((always_inline)) inline float quantize_body(std::span<const float> values, std::uint8_t* out) {
  const auto largest = std::bit_cast<float>(largest_body(values.data(), values.size()));
  const float inverse = largest >= kLeastMagnitude ? kActivationMax / largest : 0.0f;
  round_body(values.data(), values.size(), inverse, out);
  return largest / kActivationMax;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) float quantize_avx2(std::span<const float> values, std::uint8_t* out) {
  return quantize_body(values, out);
}
__attribute__((target("avx512f"))) float quantize_avx512(std::span<const float> values, std::uint8_t* out) {
  return quantize_body(values, out);
}
#endif

float quantize_values(std::span<const float> values, std::uint8_t* out) {
#if defined(__x86_64__)
  if (fastest_kernel() == Kernel::avx512_vnni) return quantize_avx512(values, out);
  if (fastest_kernel() == Kernel::avx2) return quantize_avx2(values, out);
#endif
  return quantize_body(values, out);
}

}  // namespace

bool is_bounded(std::span<const float> values) {
  return std::all_of(values.begin(), values.end(), [](float v) { return std::fabs(v) <= kMaxNumber; });
}

Result<QuantizedMatrix> load_quantized_matrix(const ModelFile& file, const std::string& name, int rows,
                                              int columns) {
  const auto weights = file.array<std::int8_t>(name + ".w");
  if (!weights) return weights.error();
  const auto scale = file.array<float>(name + ".scale");
  if (!scale) return scale.error();
  const auto bias = file.array<float>(name + ".bias");
  if (!bias) return bias.error();
  const auto r = static_cast<std::size_t>(rows);
  const auto c = static_cast<std::size_t>(columns);
  if (weights->size() != r * c || scale->size() != r || bias->size() != r) {
    return file.corrupt("sections " + name + ": expected " + std::to_string(rows) + " x " +
                        std::to_string(columns) + " weights, found " + std::to_string(weights->size()));
  }
  if (!is_bounded(*scale) || !is_bounded(*bias))
    return file.corrupt("sections " + name + ": numbers out of range");

  QuantizedMatrix m;
  m.rows = (rows + kRowBlock - 1) / kRowBlock * kRowBlock;
  m.columns = padded_columns(columns);
  const auto padded_rows = static_cast<std::size_t>(m.rows);
  m.weights.assign(padded_rows * static_cast<std::size_t>(m.columns), 0);
  m.offset.assign(padded_rows, 0);
  m.scale.assign(padded_rows, 0.0f);
  m.bias.assign(padded_rows, 0.0f);
  std::copy(scale->begin(), scale->end(), m.scale.begin());
  std::copy(bias->begin(), bias->end(), m.bias.begin());
  for (std::size_t row = 0; row < r; ++row) {
    for (std::size_t column = 0; column < c; ++column) {
      // -128 has no positive counterpart and would break the 16-bit bound.
      const std::int8_t w = std::max<std::int8_t>((*weights)[row * c + column], -127);
      const std::size_t block = (row / kRowBlock) * static_cast<std::size_t>(m.columns) * kRowBlock;
      m.weights[block + column / kColumnBlock * kRowBlock * kColumnBlock + row % kRowBlock * kColumnBlock +
                column % kColumnBlock] = w;
      m.offset[row] -= kActivationZero * w;
    }
  }
  return m;
}

bool is_supported(Kernel kernel) {
#if defined(__x86_64__)
  if (kernel == Kernel::avx512_vnni) {
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vnni");
  }
  if (kernel == Kernel::avx2) return __builtin_cpu_supports("avx2");
#endif
  return kernel == Kernel::portable;
}

Kernel fastest_kernel() {
  static const Kernel fastest = is_supported(Kernel::avx512_vnni) ? Kernel::avx512_vnni
                                : is_supported(Kernel::avx2)      ? Kernel::avx2
                                                                  : Kernel::portable;
  return fastest;
}

void multiply_with(Kernel kernel, const QuantizedMatrix& matrix, const std::uint8_t* x, int count,
                   std::int32_t* sums) {
  assert(is_supported(kernel));
  product_of(kernel)(matrix, x, count, sums);
}

void sum_rows(Kernel kernel, std::span<const std::int8_t* const> rows, int n, std::int32_t* sums) {
#if defined(__x86_64__)
  if (kernel != Kernel::portable) return sum_rows_avx2(rows, n, sums);
#endif
  sum_rows_portable(rows, 0, n, sums);
}

float quantize(std::span<const float> values, int padded, std::uint8_t* out) {
  const float step = quantize_values(values, out);
  std::fill(out + values.size(), out + padded, static_cast<std::uint8_t>(kActivationZero));
  return step;
}

void round_vectors(const float* in, int width, int count, RoundedVectors& out) {
  out.columns = padded_columns(width);
  const auto vectors = static_cast<std::size_t>(count);
  const auto numbers = static_cast<std::size_t>(width);
  const auto columns = static_cast<std::size_t>(out.columns);
  out.activations.resize(vectors * columns);
  out.steps.resize(vectors);
  for (std::size_t t = 0; t < vectors; ++t) {
    out.steps[t] = quantize({in + t * numbers, numbers}, out.columns, out.activations.data() + t * columns);
  }
}

}  // namespace hearsay
