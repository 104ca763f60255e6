#include "train/boosting.h"

#include <algorithm>
#include <cmath>

#include "train/random.h"

namespace hearsay {
namespace {

constexpr int kMostBins = 32;

// Features as bins, one feature after the other.
struct BinnedFeatures {
  std::vector<std::vector<std::int16_t>> bounds;  // of each feature: bin b is what exceeds b of them
  std::vector<std::vector<std::uint8_t>> bins;
};

std::vector<std::int16_t> find_bounds(std::vector<std::int16_t> values) {
  std::ranges::sort(values);
  std::vector<std::int16_t> distinct = values;
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  std::vector<std::int16_t> bounds;
  if (static_cast<int>(distinct.size()) <= kMostBins) {
    bounds.assign(distinct.begin(), distinct.end() - 1);
    return bounds;
  }
  for (int k = 1; k < kMostBins; ++k) {
    const std::int16_t bound = distinct[distinct.size() * static_cast<std::size_t>(k) / kMostBins];
    if (bounds.empty() || bounds.back() < bound) bounds.push_back(bound);
  }
  return bounds;
}

BinnedFeatures bin_features(const std::vector<BoostingExample>& examples) {
  BinnedFeatures binned;
  for (std::size_t f = 0; f < examples.front().features.size(); ++f) {
    std::vector<std::int16_t> values;
    for (const BoostingExample& e : examples) values.push_back(e.features[f]);
    const std::vector<std::int16_t> bounds = find_bounds(values);
    std::vector<std::uint8_t> bins;
    for (const std::int16_t value : values) {
      bins.push_back(static_cast<std::uint8_t>(std::ranges::lower_bound(bounds, value) - bounds.begin()));
    }
    binned.bounds.push_back(bounds);
    binned.bins.push_back(std::move(bins));
  }
  return binned;
}

// Sums of gradient and curvature.
struct Sums {
  double gradient = 0;
  double curvature = 0;
};

class Fitter {
 public:
  Fitter(const std::vector<BoostingExample>& examples, int classes, const Boosting& options)
      : examples_(examples),
        classes_(static_cast<std::size_t>(classes)),
        options_(options),
        binned_(bin_features(examples)),
        scores_(examples.size() * classes_),
        own_(examples.size() * classes_),
        leaf_(examples.size()),
        random_{options.seed} {
    fitted_.classes = classes;
  }

  FittedTrees fit() {
    set_bias();
    for (int t = 0; t < options_.trees; ++t) {
      find_gradients();
      choose_rows();
      choose_features();
      grow();
      set_leaves();
    }
    return std::move(fitted_);
  }

 private:
  void set_bias() {
    std::vector<double> weight(classes_, 1);
    for (const BoostingExample& e : examples_) weight[static_cast<std::size_t>(e.label)] += e.weight;
    double all = 0;
    for (const double w : weight) all += w;
    for (std::size_t k = 0; k < classes_; ++k) {
      const auto bias = static_cast<std::int32_t>(std::lround(std::log(weight[k] / all) * kScoreUnit));
      fitted_.bias.push_back(bias);
      for (std::size_t i = 0; i < examples_.size(); ++i) {
        scores_[i * classes_ + k] = static_cast<double>(bias) / kScoreUnit;
      }
    }
  }

  void find_gradients() {
    std::vector<double> share(classes_);
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      const double* scores = &scores_[i * classes_];
      const double top = *std::max_element(scores, scores + classes_);
      double sum = 0;
      for (std::size_t k = 0; k < classes_; ++k) sum += share[k] = std::exp(scores[k] - top);
      for (std::size_t k = 0; k < classes_; ++k) {
        const double p = share[k] / sum;
        const double w = examples_[i].weight;
        const double wanted = static_cast<std::size_t>(examples_[i].label) == k ? 1 : 0;
        own_[i * classes_ + k] = {w * (wanted - p), w * p * (1 - p)};
      }
    }
  }

  void choose_rows() {
    rows_.clear();
    const auto bound = static_cast<std::uint32_t>(options_.row_share * 65536);
    for (std::uint32_t i = 0; i < examples_.size(); ++i) {
      if (random_.below(65536) < bound) rows_.push_back(i);
    }
  }

  void choose_features() {
    asked_.clear();
    const auto bound = static_cast<std::uint32_t>(options_.feature_share * 65536);
    for (std::size_t f = 0; f < binned_.bounds.size(); ++f) {
      if (!binned_.bounds[f].empty() && random_.below(65536) < bound) asked_.push_back(f);
    }
    if (asked_.empty()) asked_.push_back(0);
  }

  void grow() {
    std::ranges::fill(leaf_, 0);
    for (int level = 0; level < kTreeDepth; ++level) {
      std::size_t feature = asked_.front();
      std::size_t bin = 0;
      double best = -1;
      for (const std::size_t f : asked_) {
        const auto [gain, at] = best_split(f, std::size_t{1} << level);
        if (gain > best) {
          best = gain;
          feature = f;
          bin = at;
        }
      }
      const auto& bounds = binned_.bounds[feature];
      fitted_.features.push_back(static_cast<std::uint8_t>(feature));
      fitted_.bounds.push_back(bounds.empty() ? std::int16_t{0} : bounds[bin]);
      for (std::size_t i = 0; i < leaf_.size(); ++i) {
        const bool yes = !bounds.empty() && binned_.bins[feature][i] > bin;
        leaf_[i] = static_cast<std::uint8_t>(leaf_[i] * 2 + (yes ? 1 : 0));
      }
    }
  }

  double gain_of(const Sums& s) const { return s.gradient * s.gradient / (s.curvature + options_.smoothing); }

  // The best bound of a feature, after which bin it comes, and what it gains.
  std::pair<double, std::size_t> best_split(std::size_t feature, std::size_t leaves) {
    const std::size_t bins = binned_.bounds[feature].size() + 1;
    if (bins < 2) return {-1, 0};
    sums_.assign(leaves * bins * classes_, {});
    const std::vector<std::uint8_t>& bin = binned_.bins[feature];
    for (const std::uint32_t i : rows_) {
      Sums* at = &sums_[(leaf_[i] * bins + bin[i]) * classes_];
      const Sums* own = &own_[i * classes_];
      for (std::size_t k = 0; k < classes_; ++k) {
        at[k].gradient += own[k].gradient;
        at[k].curvature += own[k].curvature;
      }
    }
    std::vector<double> gains(bins - 1);
    for (std::size_t leaf = 0; leaf < leaves; ++leaf) {
      for (std::size_t k = 0; k < classes_; ++k) {
        Sums all;
        for (std::size_t b = 0; b < bins; ++b) {
          const Sums& s = sums_[(leaf * bins + b) * classes_ + k];
          all.gradient += s.gradient;
          all.curvature += s.curvature;
        }
        Sums left;
        for (std::size_t b = 0; b + 1 < bins; ++b) {
          const Sums& s = sums_[(leaf * bins + b) * classes_ + k];
          left.gradient += s.gradient;
          left.curvature += s.curvature;
          gains[b] += gain_of(left) + gain_of({all.gradient - left.gradient, all.curvature - left.curvature});
        }
      }
    }
    const auto best = std::ranges::max_element(gains);
    return {*best, static_cast<std::size_t>(best - gains.begin())};
  }

  void set_leaves() {
    std::vector<Sums> sums(kTreeLeaves * classes_);
    for (const std::uint32_t i : rows_) {
      for (std::size_t k = 0; k < classes_; ++k) {
        Sums& s = sums[leaf_[i] * classes_ + k];
        s.gradient += own_[i * classes_ + k].gradient;
        s.curvature += own_[i * classes_ + k].curvature;
      }
    }
    const std::size_t first = fitted_.leaves.size();
    for (const Sums& s : sums) {
      const double step = options_.rate * s.gradient / (s.curvature + options_.smoothing);
      fitted_.leaves.push_back(
          static_cast<std::int16_t>(std::clamp(std::lround(step * kScoreUnit), -4000L, 4000L)));
    }
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      for (std::size_t k = 0; k < classes_; ++k) {
        scores_[i * classes_ + k] +=
            static_cast<double>(fitted_.leaves[first + leaf_[i] * classes_ + k]) / kScoreUnit;
      }
    }
  }

  const std::vector<BoostingExample>& examples_;
  std::size_t classes_;
  const Boosting& options_;
  BinnedFeatures binned_;
  std::vector<double> scores_;      // of each example and class
  std::vector<Sums> own_;           // likewise
  std::vector<std::uint8_t> leaf_;  // of each example in the tree that grows
  std::vector<std::uint32_t> rows_;
  std::vector<std::size_t> asked_;
  std::vector<Sums> sums_;
  Random random_;
  FittedTrees fitted_;
};

}  // namespace

FittedTrees fit_trees(const std::vector<BoostingExample>& examples, int classes, const Boosting& options) {
  return Fitter(examples, classes, options).fit();
}

void add_trees(const FittedTrees& trees, const std::string& name, ModelWriter& writer) {
  writer.add(name + ".features", std::span<const std::uint8_t>(trees.features));
  writer.add(name + ".bounds", std::span<const std::int16_t>(trees.bounds));
  writer.add(name + ".leaves", std::span<const std::int16_t>(trees.leaves));
  writer.add(name + ".bias", std::span<const std::int32_t>(trees.bias));
}

}  // namespace hearsay
