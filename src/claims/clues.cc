#include "claims/clues.h"

#include <algorithm>
#include <tuple>

namespace hearsay {
namespace {

std::size_t compared(const ArticleClaims& claims) {
  return std::min<std::size_t>(claims.statements.size(), kMostCompared);
}

std::uint32_t clue_of(const ContentWord& word) { return static_cast<std::uint32_t>(word.key >> 32); }

void sort_clues(std::vector<Clue>& clues) {
  std::ranges::sort(clues, [](const Clue& a, const Clue& b) {
    return std::tie(a.key, a.statement, a.weighs) < std::tie(b.key, b.statement, b.weighs);
  });
  clues.erase(std::unique(clues.begin(), clues.end()), clues.end());
  clues.shrink_to_fit();  // a ledger keeps many articles in memory
}

// "The figure was wrong" may mean any figure of another article.
bool may_mean_figures(const Statement& s) {
  return !s.quantities.empty() || (s.pointing && s.contrast && s.points_to.empty());
}

}  // namespace

ArticleClues collect_clues(const ArticleClaims& claims) {
  ArticleClues clues;
  for (std::size_t i = 0; i < compared(claims); ++i) {
    const Statement& statement = claims.statements[i].statement;
    const WeighedStatement& weighed = claims.weighed[i];
    const auto place = static_cast<std::uint16_t>(i);
    for (std::size_t k = 0; k < statement.words.size(); ++k)
      clues.words.push_back({clue_of(statement.words[k]), place, weighed.rarity[k] > 0});
    for (std::size_t k = 0; k < statement.inherited.size(); ++k) {
      if (weighed.inherited_rarity[k] > 0)
        clues.inherited.push_back({clue_of(statement.inherited[k]), place});
    }
    for (const SenseOfWord& sense : weighed.senses) clues.senses.push_back({sense.sense, place});
  }
  for (std::vector<Clue>* kind : {&clues.words, &clues.inherited, &clues.senses}) sort_clues(*kind);
  return clues;
}

template <typename Accept>
void PossiblePairs::mark(const std::vector<Clue>& later, const std::vector<Clue>& earlier, Accept accept) {
  for (std::size_t i = 0, j = 0; i < later.size() && j < earlier.size();) {
    if (later[i].key < earlier[j].key) {
      ++i;
    } else if (later[i].key > earlier[j].key) {
      ++j;
    } else {
      for (std::size_t k = j; k < earlier.size() && earlier[k].key == later[i].key; ++k) {
        if (accept(later[i], earlier[k])) marks_[later[i].statement * width_ + earlier[k].statement] = 1;
      }
      ++i;
    }
  }
}

void PossiblePairs::mark_figures(const ArticleClaims& later, const ArticleClaims& earlier) {
  std::vector<std::size_t> counting;
  for (std::size_t j = 0; j < width_; ++j) {
    if (!earlier.statements[j].statement.quantities.empty()) counting.push_back(j);
  }
  if (counting.empty()) return;
  for (std::size_t i = 0; i < compared(later); ++i) {
    if (!may_mean_figures(later.statements[i].statement)) continue;
    for (const std::size_t j : counting) marks_[i * width_ + j] = 1;
  }
}

PossiblePairs::PossiblePairs(const ArticleClaims& later, const ArticleClaims& earlier)
    : width_(compared(earlier)), marks_(compared(later) * width_) {
  const auto both_weigh = [](const Clue& a, const Clue& b) { return a.weighs && b.weighs; };
  const auto any = [](const Clue&, const Clue&) { return true; };
  mark(later.clues.words, earlier.clues.words, both_weigh);
  mark(later.clues.senses, earlier.clues.senses, any);
  mark(later.clues.inherited, earlier.clues.words, any);
  mark(later.clues.words, earlier.clues.inherited, any);
  mark_figures(later, earlier);
}

}  // namespace hearsay
