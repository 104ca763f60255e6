#include "train/crf_trainer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "model/feature_hash.h"

namespace hearsay {
namespace {

constexpr int kLabels = 3;
using Row = std::array<float, kLabels>;

CrfWeights<kLabels> random_chain(std::mt19937& random) {
  CrfWeights<kLabels> chain;
  const auto draw = [&] { return static_cast<float>(random() % 200) / 100.0f - 1.0f; };
  for (Row& row : chain.transitions) {
    for (float& w : row) w = draw();
  }
  for (float& w : chain.start) w = draw();
  return chain;
}

double score_of(const std::vector<Row>& scores, const std::vector<std::uint8_t>& labels,
                const CrfWeights<kLabels>& chain) {
  double sum = 0;
  for (std::size_t t = 0; t < labels.size(); ++t) {
    sum += scores[t][labels[t]] +
           (t == 0 ? chain.start[labels[0]] : chain.transitions[labels[t - 1]][labels[t]]);
  }
  return sum;
}

// Visits every legal label sequence of length n.
template <typename Visit>
void enumerate(std::size_t n, Visit visit) {
  std::vector<std::uint8_t> labels(n, 0);
  for (std::size_t t = 0; t < n;) {
    bool is_legal = true;
    for (std::size_t k = 0; k < n; ++k)
      is_legal = is_legal && may_follow(k == 0 ? 0 : labels[k - 1], labels[k]);
    if (is_legal) visit(labels);
    t = 0;
    while (t < n && ++labels[t] == kLabels) labels[t++] = 0;
  }
}

TEST(CrfGradient, AgreesWithEnumeration) {
  std::mt19937 random(3);
  for (int round = 0; round < 20; ++round) {
    const CrfWeights<kLabels> chain = random_chain(random);
    std::vector<Row> scores(4);
    for (Row& row : scores) {
      for (float& s : row) s = static_cast<float>(random() % 400) / 100.0f - 2.0f;
    }
    const std::vector<std::uint8_t> gold = {0, 1, 2, 0};
    double total = 0;
    std::vector<std::array<double, kLabels>> expected(4);
    double into_inside = 0;  // expected number of steps from 1 to 2
    enumerate(4, [&](const std::vector<std::uint8_t>& labels) {
      const double weight = std::exp(score_of(scores, labels, chain));
      total += weight;
      for (std::size_t t = 0; t < 4; ++t) expected[t][labels[t]] += weight;
      for (std::size_t t = 1; t < 4; ++t) into_inside += weight * (labels[t - 1] == 1 && labels[t] == 2);
    });

    std::vector<Row> token_gradient;
    std::array<Row, kLabels> transition_gradient{};
    Row start_gradient{};
    const double likelihood =
        crf_gradient<kLabels>(scores, gold, chain, token_gradient, transition_gradient, start_gradient);
    EXPECT_NEAR(likelihood, score_of(scores, gold, chain) - std::log(total), 1e-5);
    for (std::size_t t = 0; t < 4; ++t) {
      for (int y = 0; y < kLabels; ++y) {
        EXPECT_NEAR(token_gradient[t][y], (gold[t] == y) - expected[t][y] / total, 1e-5);
      }
    }
    EXPECT_NEAR(transition_gradient[1][2], 1 - into_inside / total, 1e-5);
    EXPECT_EQ(start_gradient, token_gradient[0]);
  }
}

// Words 0 to 9; 7 begins a span and an 8 after it goes on with it.
CrfExamples toy_examples(std::uint64_t seed) {
  CrfExamples examples;
  std::mt19937_64 random(seed);
  for (int s = 0; s < 200; ++s) {
    std::uint8_t before = 0;
    std::uint64_t last = 0;
    for (int t = 0; t < 8; ++t) {
      const std::uint64_t word = random() % 10;
      const std::uint8_t label = word == 7 ? 1 : word == 8 && before != 0 ? 2 : 0;
      const std::uint64_t features[] = {feature(0, word), feature(1, last), feature(2, word, last)};
      examples.add_token(features, label);
      before = label;
      last = word;
    }
    examples.end_sequence(static_cast<std::uint8_t>(s % 2));
  }
  return examples;
}

TEST(TrainCrf, LearnsASmallLanguageAndPacksIt) {
  CrfExamples examples = toy_examples(1);
  index_features(examples, 2, 10);
  const CrfWeights<kLabels> weights = train_crf<kLabels>(examples, {.epochs = 8, .dropout = 0.1f});
  EXPECT_GT(weights.log_likelihood, -0.1);
  const PackedCrf<kLabels> packed = pack_crf<kLabels>(weights);
  const CrfExamples unseen = toy_examples(99);
  std::vector<std::array<std::uint8_t, kLabels>> back;
  std::vector<std::uint8_t> labels;
  int wrong = 0;
  for (std::size_t s = 0; s + 1 < unseen.sequence_begin.size(); ++s) {
    std::vector<Scores<kLabels>> scores;
    for (std::uint32_t t = unseen.sequence_begin[s]; t < unseen.sequence_begin[s + 1]; ++t) {
      scores.emplace_back();
      for (std::uint64_t f = unseen.token_begin[t]; f < unseen.token_begin[t + 1]; ++f) {
        packed.model.table.add(unseen.hashes[f], scores.back());
      }
    }
    best_labels<kLabels>(packed.model, scores, back, labels);
    for (std::size_t k = 0; k < labels.size(); ++k) {
      wrong += labels[k] != unseen.labels[unseen.sequence_begin[s] + k];
    }
  }
  EXPECT_LE(wrong, 8) << "of 1600 tokens";
}

TEST(TrainCrf, IsDeterministicAndLeavesTheFoldOut) {
  CrfExamples examples = toy_examples(1);
  index_features(examples, 2, 10);
  const auto once = train_crf<kLabels>(examples, {.epochs = 2});
  const auto again = train_crf<kLabels>(examples, {.epochs = 2});
  EXPECT_EQ(once.features, again.features);
  const auto half = train_crf<kLabels>(examples, {.epochs = 2, .skip_fold = 1});
  EXPECT_NE(once.features, half.features);
}

TEST(IndexFeatures, DropsTheRare) {
  CrfExamples examples;
  const std::uint64_t first[] = {feature(0, 11), feature(0, 22)};
  const std::uint64_t second[] = {feature(0, 11), feature(0, 33)};
  examples.add_token(first, 0);
  examples.add_token(second, 1);
  examples.end_sequence(0);
  index_features(examples, 2, 10);
  const std::uint32_t row = row_of(feature(0, 11), 10);
  EXPECT_EQ(examples.features, (std::vector<std::uint32_t>{row, row}));
  EXPECT_EQ(examples.token_begin, (std::vector<std::uint64_t>{0, 1, 2}));
}

}  // namespace
}  // namespace hearsay
