// Fits linear-chain conditional random fields: AdaGrad on the log-likelihood, with
// features dropped at random so that the weights do not lean on few of them.
//
// Deterministic: the same examples and options give the same weights.
#ifndef HEARSAY_SRC_TRAIN_CRF_TRAINER_H_
#define HEARSAY_SRC_TRAIN_CRF_TRAINER_H_

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "attribution/crf.h"
#include "attribution/weight_table.h"

namespace hearsay {

// Sequences of tokens with their features and gold labels, flattened. The last
// element of each list of beginnings is the end.
struct CrfExamples {
  std::vector<std::uint64_t> hashes;    // features as they were added; empty once indexed
  std::vector<std::uint32_t> features;  // their rows, once indexed
  int bits = 0;                         // rows: 2^bits
  std::vector<std::uint64_t> token_begin = {0};
  std::vector<std::uint8_t> labels;
  std::vector<std::uint32_t> sequence_begin = {0};
  std::vector<std::uint8_t> folds;  // one a sequence

  void add_token(std::span<const std::uint64_t> token_features, std::uint8_t label);
  void end_sequence(std::uint8_t fold);
};

// Replaces the hashes by rows and drops features that occur fewer than `min_count`
// times.
void index_features(CrfExamples& examples, int min_count, int bits);

struct CrfTraining {
  int epochs = 5;
  float rate = 0.1f;
  float initial_squares = 1;  // of gradients: larger ones make a feature's first steps smaller
  float dropout = 0.35f;
  std::uint64_t seed = 1;
  int skip_fold = -1;  // leave the sequences of this fold out; -1: none
};

template <int K>
struct CrfWeights {
  std::vector<std::array<float, K>> features;  // one a row
  std::array<std::array<float, K>, K> transitions{};
  std::array<float, K> start{};
  double log_likelihood = 0;  // mean of a token's, over the last epoch, with features dropped
};

// Requires: examples are indexed, and their labels obey may_follow().
template <int K>
CrfWeights<K> train_crf(const CrfExamples& examples, const CrfTraining& training);

// Log-likelihood of a sequence's labels, and its gradient by the token scores (gold
// minus expected), transitions and start. `scores` are in log-probability.
template <int K>
double crf_gradient(std::span<const std::array<float, K>> scores, std::span<const std::uint8_t> labels,
                    const CrfWeights<K>& weights, std::vector<std::array<float, K>>& token_gradient,
                    std::array<std::array<float, K>, K>& transition_gradient,
                    std::array<float, K>& start_gradient);

// A model in integers, with the rows that it views (set again after a copy).
template <int K>
struct PackedCrf {
  std::vector<WeightRow<K>> rows;
  CrfModel<K> model;
};

template <int K>
PackedCrf<K> pack_crf(const CrfWeights<K>& weights);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_CRF_TRAINER_H_
