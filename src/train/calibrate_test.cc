#include "train/calibrate.h"

#include <gtest/gtest.h>

#include <random>

#include "attribution/portable_math.h"

namespace hearsay {
namespace {

TEST(Calibrate, FindsTheWeightsThatMadeTheJudgements) {
  std::mt19937 random(5);
  std::vector<Judgement> judgements;
  for (int k = 0; k < 20'000; ++k) {
    Judgement j;
    j.evidence[0] = 1;
    j.evidence[1] = static_cast<double>(random() % 400) / 100 - 2;
    j.evidence[2] = static_cast<double>(random() % 400) / 100 - 2;
    const double p = 1 / (1 + portable_exp(-(0.5 + 1.5 * j.evidence[1] - 0.7 * j.evidence[2])));
    j.is_right = static_cast<double>(random() % 10'000) < p * 10'000;
    judgements.push_back(j);
  }
  const Calibration c = calibrate(judgements);
  EXPECT_NEAR(c.weights[0], 0.5, 0.1);
  EXPECT_NEAR(c.weights[1], 1.5, 0.1);
  EXPECT_NEAR(c.weights[2], -0.7, 0.1);
  EXPECT_NEAR(c.weights[3], 0, 1e-9) << "evidence that is never there";
}

TEST(Calibrate, SaysNothingWithoutJudgements) { EXPECT_EQ(calibrate({}).weights, Evidence{}); }

TEST(Confidence, IsAProbabilityInHundredths) {
  Calibration calibration;
  calibration.weights = {-1, 0.9, 0.3, 0.5, 0.1, 0.1, -0.2, -0.3};
  GuessedCue sure;
  sure.cue_probability = 0.999;
  sure.role_probability = 0.9;
  GuessedCue unsure = sure;
  unsure.cue_probability = 0.4;
  unsure.role_probability = 0.05;
  GuessedCue impossible = sure;
  impossible.cue_probability = impossible.role_probability = 0;
  EXPECT_GT(confidence_of(calibration, sure), confidence_of(calibration, unsure));
  for (const GuessedCue& g : {sure, unsure, impossible}) {
    const float c = confidence_of(calibration, g);
    EXPECT_GE(c, 0.0f);
    EXPECT_LE(c, 1.0f);
    EXPECT_NEAR(c * 100, static_cast<int>(c * 100 + 0.5f), 1e-4);
  }
}

}  // namespace
}  // namespace hearsay
