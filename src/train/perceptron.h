// Averaged perceptron over hashed features (Collins 2002), with whole numbers, so
// that the same data gives the same weights on every machine.
#ifndef HEARSAY_SRC_TRAIN_PERCEPTRON_H_
#define HEARSAY_SRC_TRAIN_PERCEPTRON_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "model/feature_hash.h"

namespace hearsay {

// Weights under training: [row][label], row-major, 2^bits rows.
struct Perceptron {
  Perceptron(int row_bits, int labels)
      : bits(row_bits),
        label_count(labels),
        weights((std::size_t{1} << row_bits) * static_cast<std::size_t>(labels), 0),
        totals(weights.size(), 0),
        mistakes(std::size_t{1} << (row_bits + 3), 0) {}

  int bits;
  int label_count;
  // A feature gets weights with the mistake of this number that it takes part in; what
  // fewer mistakes ask for is noise that would only share rows with the rest.
  int min_mistakes = 1;
  std::int64_t time = 1;  // decisions made so far
  std::vector<std::int32_t> weights;
  std::vector<std::int64_t> totals;    // of each weight: sum of change x time of the change
  std::vector<std::uint8_t> mistakes;  // of each feature (hashed more finely than rows)

  std::size_t row(std::uint64_t feature) const {
    return std::size_t{row_of(feature, bits)} * static_cast<std::size_t>(label_count);
  }
};

// Adds each feature's weights to `scores`, which has label_count elements.
void add_scores(const Perceptron& p, std::span<const std::uint64_t> features, std::span<std::int32_t> scores);

// Rewards `right` and punishes `wrong` for having lost to it.
void update(Perceptron& p, std::span<const std::uint64_t> features, int right, int wrong);

// Each weight's mean over all decisions so far.
std::vector<float> averaged(const Perceptron& p);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_PERCEPTRON_H_
