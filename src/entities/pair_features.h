// Features of a mention with one of its antecedents, and of a mention that has none.
// Each is a row of the weight table; templates' numbers are part of the weights.
#ifndef HEARSAY_SRC_ENTITIES_PAIR_FEATURES_H_
#define HEARSAY_SRC_ENTITIES_PAIR_FEATURES_H_

#include <cstdint>
#include <vector>

#include "entities/antecedents.h"

namespace hearsay {

inline constexpr int kCoreferenceBits = 16;  // rows of the weight table: 2^16

// `rows` becomes those of mention `m` that begins a chain. Requires:
// gather_antecedents() was called for it.
void features_of_new(const Document& doc, const ChainState& state, std::uint32_t m,
                     std::vector<std::uint32_t>& rows);

// `rows` becomes those of mention `m` with `antecedent`, which is number `rank` of
// those that agree with it in gender and number, counted back from `m`.
void features_of_pair(const Document& doc, const ChainState& state, std::uint32_t m, std::uint32_t antecedent,
                      std::uint32_t rank, std::vector<std::uint32_t>& rows);

// Whether nothing that is known of their gender and number keeps them apart.
bool agree(const ChainState& state, std::uint32_t m, std::uint32_t antecedent);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ENTITIES_PAIR_FEATURES_H_
