#include "claims/compared_pairs.h"

#include <algorithm>
#include <optional>

#include "claims/clues.h"

namespace hearsay {
namespace {

Compared at(const ArticleClaims& article, std::uint32_t i) {
  return {article.statements[i], article.weighed[i]};
}

// The articles' main names agree as far as can be asked.
bool share_story(const ArticleClaims& a, const ArticleClaims& b, int shared) {
  const auto least =
      std::min(a.statements.front().statement.story.size(), b.statements.front().statement.story.size());
  return shared >= static_cast<int>(std::min<std::size_t>(1, least));
}

// One inside the other: its words are the other's, too.
bool is_nested(const PlacedStatement& a, const PlacedStatement& b) {
  return a.statement.parent == b.number || b.statement.parent == a.number;
}

// What nobody said cannot be denied, and a question claims nothing.
bool claims_nothing(const Statement& s) { return s.negated || s.act == Act::ask; }

// Two articles' statements have nothing in common that could be told from words. A third of
// what a reader would relate is among them, and hardly any of it could be found.
bool is_hopeless(const Comparison& c) {
  return c.shared.weight == 0 && c.shared.alike_words == 0 && c.inherited == 0 &&
         c.inherited_by_earlier == 0 && c.later_count == nullptr && !c.same_count && !c.refuses_count &&
         !c.takes_figure;
}

bool is_close(const Comparison& c, const Compared& a, const Compared& b) {
  return c.shared.words >= 4 && 2 * c.shared.weight * 2 >= a.weighed.weight + b.weighed.weight;
}

// Of an article that repeats itself for megabytes, each statement with fewer on either side: the pairs of
// 200,000 statements have to fit into memory.
std::uint32_t most_on_a_side(std::size_t statements) {
  constexpr std::size_t kMostPairs = 400'000, kLeast = 4;
  const std::size_t fair = kMostPairs / std::max<std::size_t>(statements, 1);
  return static_cast<std::uint32_t>(std::clamp<std::size_t>(fair, kLeast, kMostCompared));
}

// Collects the pairs, without their features.
std::vector<ComparedPair> collect(const ArticleClaims& later, const ArticleClaims& earlier) {
  std::vector<ComparedPair> pairs;
  const bool one_article = &later == &earlier;
  const auto last = [&](const ArticleClaims& article) {
    return static_cast<std::uint32_t>(one_article
                                          ? article.statements.size()
                                          : std::min<std::size_t>(article.statements.size(), kMostCompared));
  };
  std::optional<PossiblePairs> possible;  // within one article all are
  if (!one_article) possible.emplace(later, earlier);
  const std::uint32_t most = most_on_a_side(later.statements.size());
  for (std::uint32_t i = 0; i < last(later); ++i) {
    const Compared a = at(later, i);
    if (claims_nothing(a.placed.statement)) continue;
    const std::uint32_t first = one_article && i > most ? i - most : 0u;
    const std::uint32_t end = one_article ? std::min<std::uint32_t>(i + most, last(earlier)) : last(earlier);
    for (std::uint32_t j = first; j < end; ++j) {
      if (possible && !possible->holds(i, j)) continue;
      const Compared b = at(earlier, j);
      if (claims_nothing(b.placed.statement)) continue;
      if (one_article && (!comes_before(b.placed, a.placed) || is_nested(a.placed, b.placed))) continue;
      Comparison c = compare_contents(a, b);
      if (!one_article && is_hopeless(c)) continue;
      compare_speakers(a, b, c);
      if (!one_article && !share_story(later, earlier, c.story_names) && !is_close(c, a, b)) continue;
      pairs.push_back({.later = i, .earlier = j, .comparison = c});
    }
  }
  return pairs;
}

}  // namespace

std::vector<ComparedPair> compare_articles(const ArticleClaims& later, const ArticleClaims& earlier) {
  if (later.statements.empty() || earlier.statements.empty()) return {};
  std::vector<ComparedPair> pairs = collect(later, earlier);
  std::vector<int> likes;
  std::vector<std::vector<int>> of_later(later.statements.size());
  std::vector<std::vector<int>> of_earlier(earlier.statements.size());
  for (const ComparedPair& pair : pairs) {
    const int like = likeness(pair.comparison, at(later, pair.later), at(earlier, pair.earlier));
    likes.push_back(like);
    of_later[pair.later].push_back(like);
    of_earlier[pair.earlier].push_back(like);
  }
  for (auto* all : {&of_later, &of_earlier}) {
    for (std::vector<int>& one : *all) std::ranges::sort(one, std::ranges::greater());
  }
  const auto rank_in = [](const std::vector<int>& sorted, int like) {
    return static_cast<int>(std::ranges::lower_bound(sorted, like, std::ranges::greater()) - sorted.begin());
  };
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    ComparedPair& pair = pairs[k];
    const std::vector<int>& row = of_later[pair.later];
    const std::vector<int>& column = of_earlier[pair.earlier];
    const PairRank rank{.of_later = rank_in(row, likes[k]),
                        .of_earlier = rank_in(column, likes[k]),
                        .best_of_later = row.front(),
                        .best_of_earlier = column.front()};
    pair.features = pair_features(pair.comparison, at(later, pair.later), at(earlier, pair.earlier), rank);
  }
  return pairs;
}

}  // namespace hearsay
