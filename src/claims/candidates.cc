#include "claims/candidates.h"

#include <algorithm>
#include <utility>

#include "claims/content_words.h"

namespace hearsay {
namespace {

constexpr std::size_t kOwnWords = 10;
constexpr std::size_t kCountKeys = 4;
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

// Whose statement it is: takes back what it does not say again.
void add_speaker(const Speaker& speaker, std::vector<std::uint64_t>& keys) {
  if (speaker.kind != SpeakerKind::named) return;
  const std::size_t last = speaker.name.rfind(' ') + 1;
  keys.push_back(word_key("by " + speaker.name.substr(last)));
}

std::vector<std::uint64_t> candidate_keys_unsorted(const Statement& statement) {
  std::vector<std::uint64_t> keys;
  add_speaker(statement.speaker, keys);
  for (const Quantity& quantity : statement.quantities) {
    if (keys.size() == kCountKeys) break;
    const std::string& counted = quantity.about.empty() ? quantity.unit : quantity.about;
    if (!counted.empty()) keys.push_back(word_key(counted));
  }
  add_best(statement.words, kOwnWords, keys);
  add_best(statement.inherited, kMaxCandidateKeys - keys.size(), keys);
  return keys;
}

}  // namespace

std::vector<std::uint64_t> candidate_keys(const Statement& statement) {
  std::vector<std::uint64_t> keys = candidate_keys_unsorted(statement);
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace hearsay
