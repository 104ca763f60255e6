#include "claims/article_keys.h"

#include <algorithm>
#include <tuple>

#include "claims/content_words.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxWords = kMaxArticleKeys - kMaxStoryNames;
constexpr std::uint8_t kLeastWeight = 3;

struct CountedWord {
  std::size_t statements = 0;  // that hold it
  std::uint8_t weight = 0;     // the greatest
  std::uint64_t key = 0;
};

std::vector<CountedWord> count_words(std::span<const Statement> statements) {
  std::vector<CountedWord> words;
  for (const Statement& statement : statements) {
    for (const ContentWord& word : statement.words) {
      if (word.weight >= kLeastWeight) words.push_back({1, word.weight, word.key});
    }
  }
  std::ranges::sort(words, {}, &CountedWord::key);
  std::vector<CountedWord> counted;
  for (const CountedWord& word : words) {
    if (counted.empty() || counted.back().key != word.key) {
      counted.push_back(word);
    } else {
      ++counted.back().statements;
      counted.back().weight = std::max(counted.back().weight, word.weight);
    }
  }
  return counted;
}

}  // namespace

std::vector<std::uint64_t> article_keys(std::span<const Statement> statements) {
  std::vector<std::uint64_t> keys;
  if (statements.empty()) return keys;
  for (const std::string& name : statements.front().story) keys.push_back(word_key(name));
  std::vector<CountedWord> words = count_words(statements);
  std::ranges::sort(words, [](const CountedWord& a, const CountedWord& b) {
    return std::tie(b.statements, b.weight, a.key) < std::tie(a.statements, a.weight, b.key);
  });
  for (std::size_t i = 0; i < std::min(kMaxWords, words.size()); ++i) keys.push_back(words[i].key);
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace hearsay
