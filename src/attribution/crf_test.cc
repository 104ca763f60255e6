#include "attribution/crf.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>

#include "attribution/portable_math.h"

namespace hearsay {
namespace {

using Key = std::vector<int>;
Key key_of(const std::vector<std::uint8_t>& labels) { return {labels.begin(), labels.end()}; }

template <int K>
CrfModel<K> random_model(std::mt19937& random) {
  CrfModel<K> model;
  const auto draw = [&] { return static_cast<std::int32_t>(random() % 16'001) - 8'000; };
  for (auto& row : model.transitions) {
    for (auto& t : row) t = draw();
  }
  for (auto& t : model.start) t = draw();
  return model;
}

template <int K>
std::vector<Scores<K>> random_scores(std::mt19937& random, std::size_t n) {
  std::vector<Scores<K>> scores(n);
  for (auto& row : scores) {
    for (auto& s : row) s = static_cast<std::int32_t>(random() % 20'001) - 10'000;
  }
  return scores;
}

// Calls visit(labels, score) for every legal label sequence.
template <int K, typename Visit>
void enumerate(const CrfModel<K>& model, const std::vector<Scores<K>>& scores, Visit visit) {
  std::vector<std::uint8_t> labels(scores.size(), 0);
  for (bool is_done = false; !is_done;) {
    std::int64_t sum = 0;
    bool is_legal = true;
    for (std::size_t t = 0; t < labels.size(); ++t) {
      const int before = t == 0 ? 0 : labels[t - 1];
      is_legal = is_legal && may_follow(before, labels[t]);
      sum += scores[t][labels[t]] + (t == 0 ? model.start[labels[0]] : model.transitions[before][labels[t]]);
    }
    if (is_legal) visit(labels, sum);
    std::size_t t = 0;
    while (t < labels.size() && ++labels[t] == K) labels[t++] = 0;
    is_done = t == labels.size();
  }
}

template <int K>
void check_against_enumeration() {
  std::mt19937 random(7);
  for (int round = 0; round < 30; ++round) {
    const CrfModel<K> model = random_model<K>(random);
    const auto scores = random_scores<K>(random, 1 + round % 5);
    std::int64_t best = std::numeric_limits<std::int64_t>::min();
    double total = 0;
    std::vector<Probabilities<K>> marginals(scores.size(), Probabilities<K>{});
    std::map<Key, double> weights;
    enumerate<K>(model, scores, [&](const std::vector<std::uint8_t>& labels, std::int64_t sum) {
      best = std::max(best, sum);
      const double weight = std::exp(kScoreUnit * static_cast<double>(sum));
      total += weight;
      weights[key_of(labels)] = weight;
      for (std::size_t t = 0; t < labels.size(); ++t) marginals[t][labels[t]] += weight;
    });

    std::vector<std::array<std::uint8_t, K>> back;
    std::vector<std::uint8_t> labels;
    best_labels<K>(model, scores, back, labels);
    ASSERT_TRUE(weights.count(key_of(labels))) << "an illegal sequence";
    EXPECT_NEAR(weights[key_of(labels)], std::exp(kScoreUnit * static_cast<double>(best)),
                1e-9 * weights[key_of(labels)]);

    Lattice<K> lattice;
    fill_lattice<K>(model, scores, lattice);
    for (std::size_t t = 0; t < scores.size(); ++t) {
      for (int y = 0; y < K; ++y) EXPECT_NEAR(lattice.marginals[t][y], marginals[t][y] / total, 1e-9);
    }
    EXPECT_NEAR(probability_of<K>(lattice, 0, labels), weights[key_of(labels)] / total, 1e-9);
  }
}

TEST(Crf, AgreesWithEnumerationOverThreeLabels) { check_against_enumeration<3>(); }
TEST(Crf, AgreesWithEnumerationOverFiveLabels) { check_against_enumeration<5>(); }

TEST(Crf, AllowsOnlyWellFormedSpans) {
  EXPECT_FALSE(may_follow(0, 2));
  EXPECT_FALSE(may_follow(0, 4));
  EXPECT_FALSE(may_follow(2, 4));
  EXPECT_FALSE(may_follow(3, 2));
  EXPECT_TRUE(may_follow(3, 4));
  EXPECT_TRUE(may_follow(4, 3)) << "one content piece right after another";
  EXPECT_TRUE(may_follow(2, 3));
}

TEST(Crf, StaysFiniteOnExtremeScores) {
  std::mt19937 random(1);
  const CrfModel<5> model = random_model<5>(random);
  std::vector<Scores<5>> scores(2000, Scores<5>{0, -10'000'000, -10'000'000, -10'000'000, -10'000'000});
  scores[1000] = {-3'000'000, 3'000'000, -3'000'000, 5, 5};
  Lattice<5> lattice;
  fill_lattice<5>(model, scores, lattice);
  for (const auto& row : lattice.marginals) {
    double sum = 0;
    for (const double p : row) sum += p;
    ASSERT_NEAR(sum, 1, 1e-9);
  }
  EXPECT_GT(lattice.marginals[1000][1], 0.999);
}

TEST(PortableMath, AgreesWithTheLibrary) {
  for (double x = -690; x < 690; x += 0.37) EXPECT_NEAR(portable_exp(x) / std::exp(x), 1, 1e-13) << x;
  for (double x = 1e-12; x < 1e12; x *= 1.7) EXPECT_NEAR(portable_log(x), std::log(x), 1e-12) << x;
  EXPECT_EQ(portable_exp(-1000), 0);
  EXPECT_EQ(portable_exp(0), 1);
}

TEST(WeightTable, KeepsSmallWeightsFinerThanLargeOnes) {
  const std::vector<std::array<float, 3>> weights = {{0.01f, -0.01f, 0}, {1.0f, -3.0f, 100.0f}};
  const std::vector<WeightRow<3>> rows = pack_weights<3>(weights);
  const WeightTable<3> table = as_table<3>(rows);
  for (std::uint64_t k = 0; k < 20; ++k) {
    Scores<3> scores{};
    table.add(feature(1, k), scores);
    if (row_of(feature(1, k), 1) == 0) {
      EXPECT_NEAR(scores[0] * kScoreUnit, 0.01, 0.002);
      EXPECT_EQ(scores[1], -scores[0]);
      EXPECT_EQ(scores[2], 0);
    } else {
      EXPECT_NEAR(scores[0] * kScoreUnit, 1, 0.02);
      EXPECT_NEAR(scores[1] * kScoreUnit, -3, 0.03);
      EXPECT_EQ(scores[2], 127 * 127) << "the largest there is";
    }
  }
}

}  // namespace
}  // namespace hearsay
