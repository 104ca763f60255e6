#include "attribution/weight_table.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>

namespace hearsay {
namespace {

std::int8_t root_of(float weight) {
  const long root = std::lround(std::sqrt(std::abs(weight) / kScoreUnit));
  const long kept = std::min(root, 127L);
  return static_cast<std::int8_t>(weight < 0 ? -kept : kept);
}

}  // namespace

template <int K>
WeightTable<K> as_table(std::span<const WeightRow<K>> rows) {
  assert(rows.size() >= 2 && std::has_single_bit(rows.size()));
  return {.rows = rows, .bits = std::countr_zero(rows.size())};
}

template <int K>
Result<WeightTable<K>> load_weight_table(const ModelFile& file, const std::string& name) {
  const auto rows = file.array<WeightRow<K>>(name);
  if (!rows) return rows.error();
  if (rows->size() < 2 || !std::has_single_bit(rows->size())) {
    return file.corrupt("section " + name + ": expected 2^n rows, found " + std::to_string(rows->size()));
  }
  return as_table<K>(*rows);
}

template <int K>
std::vector<WeightRow<K>> pack_weights(std::span<const std::array<float, K>> weights) {
  std::vector<WeightRow<K>> rows(weights.size());
  for (std::size_t r = 0; r < weights.size(); ++r) {
    for (int y = 0; y < K; ++y) rows[r].roots[y] = root_of(weights[r][y]);
  }
  return rows;
}

template WeightTable<3> as_table<3>(std::span<const WeightRow<3>>);
template WeightTable<5> as_table<5>(std::span<const WeightRow<5>>);
template WeightTable<16> as_table<16>(std::span<const WeightRow<16>>);
template Result<WeightTable<3>> load_weight_table<3>(const ModelFile&, const std::string&);
template Result<WeightTable<5>> load_weight_table<5>(const ModelFile&, const std::string&);
template Result<WeightTable<16>> load_weight_table<16>(const ModelFile&, const std::string&);
template std::vector<WeightRow<3>> pack_weights<3>(std::span<const std::array<float, 3>>);
template std::vector<WeightRow<5>> pack_weights<5>(std::span<const std::array<float, 5>>);
template std::vector<WeightRow<16>> pack_weights<16>(std::span<const std::array<float, 16>>);

}  // namespace hearsay
