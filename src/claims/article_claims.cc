#include "claims/article_claims.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "claims/clues.h"
#include "claims/content_words.h"
#include "claims/relation_model.h"

namespace hearsay {
namespace {

// 16 times the natural logarithm of 1 to 63.
constexpr std::array<std::uint8_t, 64> kLogarithms = {
    0,  0,  11, 18, 22, 26, 29, 31, 33, 35, 37, 38, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49,
    49, 50, 51, 52, 52, 53, 53, 54, 54, 55, 55, 56, 56, 57, 57, 58, 58, 59, 59, 59, 60, 60,
    61, 61, 61, 62, 62, 62, 63, 63, 63, 64, 64, 64, 64, 65, 65, 65, 66, 66, 66, 66};
constexpr std::size_t kFewStatements = 12;  // an article with fewer counts as one with so many

std::vector<std::uint64_t> keys_of(const std::vector<PlacedStatement>& statements) {
  std::vector<std::uint64_t> keys;
  for (const PlacedStatement& placed : statements) {
    for (const ContentWord& word : placed.statement.words) keys.push_back(word.key);
  }
  std::ranges::sort(keys);
  return keys;
}

// What many statements of an article hold is what the article is about, and tells none of
// them from another: "bridge" in a story of a bridge.
std::uint8_t rarity_of(const ContentWord& word, const std::vector<std::uint64_t>& keys,
                       std::size_t statements) {
  if (word.weight == kNameWeight) return 0;
  const auto [first, last] = std::equal_range(keys.begin(), keys.end(), word.key);
  const auto count =
      std::min<std::size_t>(std::max<std::size_t>(1, static_cast<std::size_t>(last - first)), 63);
  const std::size_t all = std::min<std::size_t>(std::max(statements, kFewStatements), 63);
  const int rarity = all > count ? kLogarithms[all] - kLogarithms[count] : 1;
  // A word that says little by its part of speech ("people", "very") stays light.
  return static_cast<std::uint8_t>(word.weight <= 2 ? std::max(1, rarity / 3) : std::max(1, rarity));
}

WeighedStatement weigh(const RelationModel& model, const Statement& statement,
                       const std::vector<std::uint64_t>& keys, std::size_t statements) {
  WeighedStatement weighed;
  for (std::size_t i = 0; i < statement.words.size(); ++i) {
    const ContentWord& word = statement.words[i];
    weighed.rarity.push_back(rarity_of(word, keys, statements));
    weighed.weight += weighed.rarity.back();
    if (word.weight == kNameWeight || word.weight <= 2) continue;
    for (const Concept sense : concepts_of(model, word.key)) {
      weighed.senses.push_back({sense, static_cast<std::uint8_t>(i)});
    }
  }
  for (const ContentWord& word : statement.inherited) {
    weighed.inherited_rarity.push_back(rarity_of(word, keys, statements));
    weighed.inherited_weight += weighed.inherited_rarity.back();
  }
  std::ranges::sort(weighed.senses, [](const SenseOfWord& a, const SenseOfWord& b) {
    return std::tie(a.sense, a.word) < std::tie(b.sense, b.word);
  });
  return weighed;
}

}  // namespace

bool is_earlier_article(const ArticleClaims& article, const ArticleClaims& other) {
  const PlacedStatement& a = article.statements.front();
  const PlacedStatement& b = other.statements.front();
  return std::tie(a.published, a.document) < std::tie(b.published, b.document);
}

ArticleClaims weigh_article(const RelationModel& model, std::vector<PlacedStatement> statements) {
  ArticleClaims claims;
  const std::vector<std::uint64_t> keys = keys_of(statements);
  for (const PlacedStatement& placed : statements) {
    claims.weighed.push_back(weigh(model, placed.statement, keys, statements.size()));
  }
  claims.statements = std::move(statements);
  claims.clues = collect_clues(claims);
  return claims;
}

}  // namespace hearsay
