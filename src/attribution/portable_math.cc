#include "attribution/portable_math.h"

#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>

namespace hearsay {
namespace {

// ln 2 in two parts, the first with enough trailing zeros that n * kLn2High is exact.
constexpr double kLn2High = 6.93147180369123816490e-01;
constexpr double kLn2Low = 1.90821492927058770002e-10;
constexpr double kLog2E = 1.44269504088896338700e+00;

constexpr std::array<double, 14> inverse_factorials() {
  std::array<double, 14> values{1};
  double factorial = 1;
  for (std::size_t k = 1; k < values.size(); ++k) {
    factorial *= static_cast<double>(k);
    values[k] = 1 / factorial;
  }
  return values;
}

constexpr std::array<double, 14> kInverseFactorials = inverse_factorials();

double power_of_two(std::int64_t n) {
  return std::bit_cast<double>(static_cast<std::uint64_t>(n + 1023) << 52);
}

}  // namespace

double portable_exp(double x) {
  if (!(x >= -700)) return 0;
  if (x > 700) x = 700;
  const auto n = static_cast<std::int64_t>(x * kLog2E + (x < 0 ? -0.5 : 0.5));
  const double r = (x - static_cast<double>(n) * kLn2High) - static_cast<double>(n) * kLn2Low;
  // Taylor to r^13 / 13!: |r| <= 0.35, so the rest is under 1e-16.
  double sum = kInverseFactorials[13];
  for (std::size_t k = 13; k-- > 0;) sum = sum * r + kInverseFactorials[k];
  return sum * power_of_two(n);
}

double portable_log(double x) {
  assert(x > 0);
  const auto bits = std::bit_cast<std::uint64_t>(x);
  auto n = static_cast<std::int64_t>(bits >> 52) - 1023;
  double m = std::bit_cast<double>((bits & 0x000FFFFFFFFFFFFFu) | 0x3FF0000000000000u);
  if (m > 1.4142135623730951) {
    m *= 0.5;
    ++n;
  }
  // log m = 2 artanh((m - 1) / (m + 1)), |s| <= 0.172.
  const double s = (m - 1) / (m + 1);
  const double s2 = s * s;
  double sum = 0;
  for (int k = 19; k > 0; k -= 2) sum = sum * s2 + 1.0 / k;
  return 2 * s * sum + static_cast<double>(n) * kLn2Low + static_cast<double>(n) * kLn2High;
}

}  // namespace hearsay
