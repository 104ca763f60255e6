#include "claims/article_keys.h"

#include <algorithm>
#include <tuple>

#include "claims/content_words.h"

namespace hearsay {
namespace {

constexpr std::uint8_t kLeastWeight = 3;
constexpr std::size_t kFewNames = 3;

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

void sort_keys(std::vector<std::uint64_t>& keys) {
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

}  // namespace

ArticleKeys article_keys(std::span<const Statement> statements) {
  ArticleKeys keys;
  if (statements.empty()) return keys;
  for (const std::string& name : statements.front().story) keys.names.push_back(word_key("name " + name));
  std::vector<CountedWord> words = count_words(statements);
  std::ranges::sort(words, [](const CountedWord& a, const CountedWord& b) {
    return std::tie(b.statements, b.weight, a.key) < std::tie(a.statements, a.weight, b.key);
  });
  for (std::size_t i = 0; i < std::min(kMaxArticleWords, words.size()); ++i)
    keys.words.push_back(words[i].key);
  sort_keys(keys.names);
  sort_keys(keys.words);
  return keys;
}

bool may_share_story(const ArticleKeys& keys, std::size_t shared_names, std::size_t shared_words) {
  if (shared_names >= 2 || (shared_names == 1 && shared_words >= 2)) return true;
  return words_suffice(keys) && shared_names + shared_words >= 2;
}

bool words_suffice(const ArticleKeys& keys) { return keys.names.size() < kFewNames; }

}  // namespace hearsay
