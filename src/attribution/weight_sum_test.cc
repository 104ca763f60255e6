#include "attribution/weight_sum.h"

#include <gtest/gtest.h>

#include <vector>

namespace hearsay {
namespace {

// Weights of all sizes, the largest and -128 among them.
std::vector<WeightRow<3>> rows() {
  std::vector<WeightRow<3>> rows(64);
  std::uint32_t x = 1;
  for (WeightRow<3>& row : rows) {
    for (std::int8_t& root : row.roots) {
      x = x * 1664525 + 1013904223;
      root = static_cast<std::int8_t>(x >> 24);
    }
  }
  rows[0].roots = {127, -127, -128, 5};
  rows[1].roots = {127, -127, -128, 127};
  return rows;
}

TEST(WeightSum, EqualsTheSumOneByOneWithEveryKernel) {
  const std::vector<WeightRow<3>> weights = rows();
  const WeightTable<3> table = as_table<3>(weights);
  std::vector<std::uint64_t> features;
  for (std::uint64_t n = 0; n < 200; ++n) {
    std::array<std::int32_t, 3> expected{};
    for (const std::uint64_t f : features) table.add(f, expected);
    for (const Kernel kernel : {Kernel::portable, Kernel::avx2, Kernel::avx512_vnni}) {
      if (!is_supported(kernel)) continue;
      EXPECT_EQ(sum_weights(table, features, kernel), expected) << n;
    }
    features.push_back(n < 40 ? (n % 2) << 58 : feature(7, n));  // first of all, the largest rows
  }
}

}  // namespace
}  // namespace hearsay
