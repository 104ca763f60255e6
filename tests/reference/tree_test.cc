// Spanning trees against all trees there are, and against a plain recursion where those
// are too many.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "syntax/spanning_tree.h"

namespace hearsay {
namespace {

constexpr double kNever = -1e15;

using Scores = std::vector<std::vector<double>>;  // [dependent][head], both from 0, the root

double value_of(const Scores& scores, const std::vector<int>& heads) {
  double sum = 0;
  for (std::size_t d = 0; d < heads.size(); ++d) sum += scores[d + 1][heads[d]];
  return sum;
}

bool is_tree(const std::vector<int>& heads) {
  if (std::count(heads.begin(), heads.end(), 0) != 1) return false;
  for (std::size_t start = 1; start <= heads.size(); ++start) {
    std::size_t steps = 0;
    for (std::size_t at = start; at != 0; at = static_cast<std::size_t>(heads[at - 1])) {
      if (++steps > heads.size()) return false;
    }
  }
  return true;
}

// The value of the best of all trees: every choice of heads is tried.
double best_of_all(const Scores& scores, int n, std::vector<int>& heads) {
  if (static_cast<int>(heads.size()) == n) return is_tree(heads) ? value_of(scores, heads) : kNever;
  double best = kNever;
  for (int h = 0; h <= n; ++h) {
    heads.push_back(h);
    best = std::max(best, best_of_all(scores, n, heads));
    heads.pop_back();
  }
  return best;
}

// The value of the best tree with any number of roots, by Edmonds' recursion as it is
// told in textbooks: take the best arc into each node; if they make a cycle, shrink it
// to a node whose arcs say what entering it costs, and begin again.
double best_by_recursion(const Scores& scores) {
  const std::size_t size = scores.size();
  std::vector<std::size_t> head(size, 0);
  for (std::size_t d = 1; d < size; ++d) {
    for (std::size_t h = 0; h < size; ++h) {
      if (h != d && (head[d] == d || scores[d][h] > scores[d][head[d]])) head[d] = h;
    }
  }
  std::vector<bool> in_cycle(size, false);
  for (std::size_t start = 1; start < size; ++start) {
    std::size_t at = start;
    for (std::size_t steps = 0; steps < size && at != 0; ++steps) at = head[at];
    if (at == 0) continue;
    for (std::size_t node = at; !in_cycle[node]; node = head[node]) in_cycle[node] = true;
    break;
  }
  double inside = 0;
  std::vector<std::size_t> left;
  for (std::size_t d = 1; d < size; ++d) {
    if (in_cycle[d]) inside += scores[d][head[d]];
  }
  for (std::size_t d = 0; d < size; ++d) {
    if (!in_cycle[d]) left.push_back(d);
  }
  if (left.size() == size) {
    double sum = 0;
    for (std::size_t d = 1; d < size; ++d) sum += scores[d][head[d]];
    return sum;
  }
  const std::size_t merged = left.size();
  Scores smaller(merged + 1, std::vector<double>(merged + 1, kNever));
  for (std::size_t a = 0; a < merged; ++a) {
    for (std::size_t b = 0; b < merged; ++b) smaller[a][b] = scores[left[a]][left[b]];
    for (std::size_t c = 1; c < size; ++c) {
      if (!in_cycle[c]) continue;
      smaller[a][merged] = std::max(smaller[a][merged], scores[left[a]][c]);
      smaller[merged][a] = std::max(smaller[merged][a], scores[c][left[a]] - scores[c][head[c]]);
    }
  }
  return inside + best_by_recursion(smaller);
}

// The best with one root: the best over which node it is.
double best_with_one_root(const Scores& scores) {
  double best = kNever;
  for (std::size_t root = 1; root < scores.size(); ++root) {
    Scores single = scores;
    for (std::size_t d = 1; d < scores.size(); ++d) {
      if (d != root) single[d][0] = kNever;
    }
    best = std::max(best, best_by_recursion(single));
  }
  return best;
}

// Scores of several kinds, `kind` after `kind`: any; few values, so that many are equal;
// a liking for the root; for the neighbour, so that cycles lie in cycles; huge ones.
Scores make_scores(std::uint32_t seed, int n, int kind) {
  std::uint64_t state = seed;
  Scores scores(static_cast<std::size_t>(n) + 1,
                std::vector<double>(static_cast<std::size_t>(n) + 1, kNever));
  for (int d = 1; d <= n; ++d) {
    for (int h = 0; h <= n; ++h) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      const auto random = static_cast<double>((state >> 33) % 1'000'000);
      double score = random / 1000;
      if (kind == 1) score = std::floor(random / 400'000);
      if (kind == 2) score = random / 10'000 + (h == 0 ? 500 : 0);
      if (kind == 3) score = h == 0 ? 100 : 1000 - 10 * std::abs(h - d) + random / 100'000;
      if (kind == 4) score = (random - 500'000) * 1e15;
      if (h != d) scores[d][h] = static_cast<float>(score);
    }
  }
  return scores;
}

std::vector<int> fast_tree(const Scores& scores) {
  const int n = static_cast<int>(scores.size()) - 1;
  std::vector<float> flat;
  for (int d = 1; d <= n; ++d) {
    for (int h = 0; h <= n; ++h) flat.push_back(h == d ? 0.0f : static_cast<float>(scores[d][h]));
  }
  return find_spanning_tree(flat, n);
}

TEST(ReferenceTree, IsTheBestOfAllTreesOfUpToSevenWords) {
  for (int n = 1; n <= 7; ++n) {
    const int rounds = n == 7 ? 5 : n == 6 ? 30 : 200;
    for (int round = 0; round < rounds; ++round) {
      const Scores scores = make_scores(static_cast<std::uint32_t>(round), n, round % 4);
      const std::vector<int> heads = fast_tree(scores);
      ASSERT_TRUE(is_tree(heads));
      std::vector<int> none;
      EXPECT_NEAR(value_of(scores, heads), best_of_all(scores, n, none), 1e-6) << n << ' ' << round;
    }
  }
}

TEST(ReferenceTree, IsAsGoodAsARecursionFindsOnLongerSentences) {
  for (const int n : {8, 13, 30}) {
    for (std::uint32_t round = 0; round < 40; ++round) {
      const int kind = static_cast<int>(round % 4);
      const Scores scores = make_scores(round + 77, n, kind);
      const std::vector<int> heads = fast_tree(scores);
      ASSERT_TRUE(is_tree(heads));
      EXPECT_NEAR(value_of(scores, heads), best_with_one_root(scores), 1e-5) << n << ' ' << round;
    }
  }
}

TEST(ReferenceTree, IsATreeForHugeScores) {
  for (const int n : {2, 9, 40}) {
    for (std::uint32_t round = 0; round < 20; ++round) {
      EXPECT_TRUE(is_tree(fast_tree(make_scores(round, n, 4))));
    }
  }
}

}  // namespace
}  // namespace hearsay
