#include "attribution/weight_sum.h"

#include <cassert>
#include <cstddef>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace hearsay {
namespace {

using Sums = std::array<std::int32_t, 3>;

#if defined(__x86_64__)

constexpr std::size_t kAtOnce = 8;

int load_row(const WeightTable<3>& table, std::uint64_t feature) {
  int row;
  static_assert(sizeof row == sizeof(WeightRow<3>));
  std::memcpy(&row, &table.rows[row_of(feature, table.bits)], sizeof row);
  return row;
}

// Signed squares of two rows each, added: of rows 0 and 4 in the low half, 1 and 5 in the high.
// They fit 16 bits: 2 x 127 x 127 < 2^15.
__attribute__((target("avx2"), always_inline)) inline __m128i square(__m128i roots) {
  return _mm_maddubs_epi16(_mm_abs_epi8(roots), roots);
}

__attribute__((target("avx2"))) Sums sum_avx2(const WeightTable<3>& table,
                                              std::span<const std::uint64_t> features) {
  const __m128i ones = _mm_set1_epi16(1);
  __m128i acc = _mm_setzero_si128();
  for (std::size_t i = 0; i < features.size(); i += kAtOnce) {
    const std::uint64_t* f = features.data() + i;
    const auto four = [&](std::size_t k) __attribute__((always_inline)) {
      return _mm_set_epi32(load_row(table, f[k + 3]), load_row(table, f[k + 2]), load_row(table, f[k + 1]),
                           load_row(table, f[k]));
    };
    const __m128i front = four(0), back = four(4);
    const __m128i low = square(_mm_unpacklo_epi8(front, back));
    const __m128i high = square(_mm_unpackhi_epi8(front, back));
    acc = _mm_add_epi32(acc, _mm_madd_epi16(_mm_unpacklo_epi16(low, high), ones));
    acc = _mm_add_epi32(acc, _mm_madd_epi16(_mm_unpackhi_epi16(low, high), ones));
  }
  alignas(16) std::array<std::int32_t, 4> sums;
  _mm_store_si128(reinterpret_cast<__m128i*>(sums.data()), acc);
  return {sums[0], sums[1], sums[2]};
}

#endif

}  // namespace

std::array<std::int32_t, 3> sum_weights(const WeightTable<3>& table, std::span<const std::uint64_t> features,
                                        [[maybe_unused]] Kernel kernel) {
  assert(is_supported(kernel));
  Sums sums{};
#if defined(__x86_64__)
  if (kernel != Kernel::portable) {
    const std::size_t whole = features.size() / kAtOnce * kAtOnce;
    sums = sum_avx2(table, features.first(whole));
    features = features.subspan(whole);
  }
#endif
  for (const std::uint64_t f : features) table.add(f, sums);
  return sums;
}

}  // namespace hearsay
