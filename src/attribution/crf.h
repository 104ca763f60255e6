// Linear-chain conditional random fields over a handful of labels, with integer
// scores: hashed features, first-order transitions.
//
// The same code serves the cue tagger (3 labels) and the role tagger (5). Label 0
// is "outside"; labels 1, 3 begin and 2, 4 continue a span of one kind, so that a
// label of even number may only follow itself or the one below it.
#ifndef HEARSAY_SRC_ATTRIBUTION_CRF_H_
#define HEARSAY_SRC_ATTRIBUTION_CRF_H_

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "attribution/weight_table.h"

namespace hearsay {

inline constexpr int kCueLabels = 3;   // O, B, I
inline constexpr int kRoleLabels = 5;  // O, B and I of the source, B and I of the content

template <int K>
using Scores = std::array<std::int32_t, K>;
template <int K>
using Probabilities = std::array<double, K>;

// May `label` stand after `previous`? A sequence starts as if after label 0.
constexpr bool may_follow(int previous, int label) {
  return label == 0 || label % 2 == 1 || previous == label || previous == label - 1;
}

template <int K>
struct CrfModel {
  WeightTable<K> table;
  std::array<Scores<K>, K> transitions{};  // [previous][label]; those of forbidden pairs are not read
  Scores<K> start{};                       // of the first token's label
};

// Best label sequence for the tokens' scores; of equals, the one with the lower
// label at the last place where they differ. O(tokens).
template <int K>
void best_labels(const CrfModel<K>& model, std::span<const Scores<K>> scores,
                 std::vector<std::array<std::uint8_t, K>>& back, std::vector<std::uint8_t>& labels);

template <int K>
struct Lattice {
  std::vector<Probabilities<K>> emission;   // exp(score), scaled token by token
  std::vector<Probabilities<K>> forward;    // scaled to sum 1
  std::vector<Probabilities<K>> backward;   // scaled alike
  std::vector<Probabilities<K>> marginals;  // P(label of token | all), sum 1
  std::array<Probabilities<K>, K> step{};   // exp(transition)
  Probabilities<K> first{};                 // exp(start)
};

// Fills `lattice` for the tokens' scores: O(tokens).
template <int K>
void fill_lattice(const CrfModel<K>& model, std::span<const Scores<K>> scores, Lattice<K>& lattice);

// Probability of `labels` from token `begin` on up to `end`, given all scores and
// whatever labels elsewhere. Requires: the lattice is that of a sequence of at least
// `end` tokens, `begin` < `end` and labels.size() == end - begin.
template <int K>
double probability_of(const Lattice<K>& lattice, std::uint32_t begin, std::span<const std::uint8_t> labels);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_CRF_H_
