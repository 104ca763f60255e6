// Sums of a table's rows, eight at a time where the machine can.
#ifndef HEARSAY_SRC_ATTRIBUTION_WEIGHT_SUM_H_
#define HEARSAY_SRC_ATTRIBUTION_WEIGHT_SUM_H_

#include <array>
#include <cstdint>
#include <span>

#include "attribution/weight_table.h"
#include "model/quantized_matrix.h"

namespace hearsay {

// The sum of the weights of the features: what WeightTable::add() of each comes to,
// with every kernel. O(features). Requires: is_supported(kernel).
std::array<std::int32_t, 3> sum_weights(const WeightTable<3>& table, std::span<const std::uint64_t> features,
                                        Kernel kernel = fastest_kernel());

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_WEIGHT_SUM_H_
