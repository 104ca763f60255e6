#include "train/calibrate.h"

#include <array>
#include <cmath>
#include <utility>

#include "attribution/portable_math.h"

namespace hearsay {
namespace {

using Matrix = std::array<Evidence, kEvidenceCount>;

// Solves a x = b by Gaussian elimination with pivoting. Requires: a is positive
// definite.
Evidence solve(Matrix a, Evidence b) {
  for (int c = 0; c < kEvidenceCount; ++c) {
    int pivot = c;
    for (int r = c + 1; r < kEvidenceCount; ++r) {
      if (std::abs(a[r][c]) > std::abs(a[pivot][c])) pivot = r;
    }
    std::swap(a[c], a[pivot]);
    std::swap(b[c], b[pivot]);
    for (int r = c + 1; r < kEvidenceCount; ++r) {
      const double factor = a[r][c] / a[c][c];
      for (int k = c; k < kEvidenceCount; ++k) a[r][k] -= factor * a[c][k];
      b[r] -= factor * b[c];
    }
  }
  Evidence x{};
  for (int c = kEvidenceCount; c-- > 0;) {
    double rest = b[c];
    for (int k = c + 1; k < kEvidenceCount; ++k) rest -= a[c][k] * x[k];
    x[c] = rest / a[c][c];
  }
  return x;
}

}  // namespace

Calibration calibrate(const std::vector<Judgement>& judgements) {
  constexpr double kPull = 1e-2;
  Calibration calibration;
  Evidence& w = calibration.weights;
  for (int round = 0; round < 25 && !judgements.empty(); ++round) {
    Matrix curvature{};
    Evidence slope{};
    for (int k = 0; k < kEvidenceCount; ++k) {
      curvature[k][k] = kPull;
      slope[k] = -kPull * w[k];
    }
    for (const Judgement& j : judgements) {
      double sum = 0;
      for (int k = 0; k < kEvidenceCount; ++k) sum += w[k] * j.evidence[k];
      const double p = 1 / (1 + portable_exp(-sum));
      for (int r = 0; r < kEvidenceCount; ++r) {
        slope[r] += (j.is_right - p) * j.evidence[r];
        for (int c = 0; c < kEvidenceCount; ++c)
          curvature[r][c] += p * (1 - p) * j.evidence[r] * j.evidence[c];
      }
    }
    const Evidence step = solve(curvature, slope);
    for (int k = 0; k < kEvidenceCount; ++k) w[k] += step[k];
  }
  return calibration;
}

}  // namespace hearsay
