#include "claims/candidates.h"

#include <algorithm>
#include <utility>

#include "claims/content_words.h"

namespace hearsay {
namespace {

constexpr std::size_t kOwnWords = 10;
constexpr std::uint8_t kLeastWeight = 3;

void add_best(std::vector<ContentWord> words, std::size_t most, std::vector<std::uint64_t>& keys) {
  std::erase_if(words, [](const ContentWord& word) { return word.weight < kLeastWeight; });
  std::ranges::stable_sort(words, [](const ContentWord& a, const ContentWord& b) {
    const auto rank = [](const ContentWord& w) {
      return std::pair(-int{w.weight}, -static_cast<int>(w.stem.size()));
    };
    return rank(a) < rank(b);
  });
  for (std::size_t i = 0; i < std::min(most, words.size()); ++i) keys.push_back(words[i].key);
}

}  // namespace

std::vector<std::uint64_t> candidate_keys(const Statement& statement) {
  std::vector<std::uint64_t> keys;
  for (const Quantity& quantity : statement.quantities) {
    if (keys.size() == 3) break;
    const std::string& counted = quantity.about.empty() ? quantity.unit : quantity.about;
    keys.push_back(hash_word(counted));
  }
  add_best(statement.words, kOwnWords, keys);
  add_best(statement.inherited, kMaxCandidateKeys - keys.size(), keys);
  std::ranges::sort(keys);
  keys.erase(std::ranges::unique(keys).begin(), keys.end());
  return keys;
}

}  // namespace hearsay
