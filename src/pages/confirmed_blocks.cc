#include "pages/confirmed_blocks.h"

#include <boost/unordered/unordered_flat_set.hpp>
#include <cstddef>
#include <cstdint>
#include <string>

#include "pages/block_words.h"

namespace hearsay {
namespace {

constexpr std::size_t kRun = 4;           // words that are compared at once
constexpr std::size_t kFewestWords = 40;  // of a body that says anything

std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

// One for each run of kRun words; for a shorter text, one of them all.
std::vector<std::uint64_t> runs_of(const std::vector<std::string>& words) {
  std::vector<std::uint64_t> runs;
  const std::size_t length = std::min(kRun, words.size());
  for (std::size_t i = 0; i + length <= words.size() && length > 0; ++i) {
    std::uint64_t run = length;
    for (std::size_t k = 0; k < length; ++k) run = run * 0x9E3779B97F4A7C15 + hash_of(words[i + k]);
    runs.push_back(run);
  }
  return runs;
}

// Bodies hold markup here and there: "<p>" is no word.
std::string without_tags(std::string_view body) {
  std::string text;
  for (std::size_t i = 0; i < body.size();) {
    const std::size_t less = std::min(body.find('<', i), body.size());
    text += body.substr(i, less - i);
    if (less == body.size()) break;
    const std::size_t end = body.find('>', less);
    if (end == body.npos) break;
    text += ' ';
    i = end + 1;
  }
  return text;
}

}  // namespace

ConfirmedBlocks find_confirmed(const std::vector<PageBlock>& blocks, std::string_view body) {
  ConfirmedBlocks found;
  const std::vector<std::string> words = folded_words(without_tags(body));
  if (words.size() < kFewestWords) return found;
  const std::vector<std::uint64_t> runs = runs_of(words);
  const boost::unordered_flat_set<std::uint64_t> in_body(runs.begin(), runs.end());
  found.confirmed.resize(blocks.size());
  std::size_t covered = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::vector<std::uint64_t> own = runs_of(folded_words(blocks[i].text));
    if (own.empty() || own.size() + kRun <= kRun + 1) continue;  // too few words to be sure
    std::size_t hits = 0;
    for (const std::uint64_t run : own) hits += in_body.contains(run);
    found.confirmed[i] = hits * 10 >= own.size() * 7;
    if (!found.confirmed[i]) continue;
    covered += own.size() + kRun - 1;
    if (own.back() == runs.back()) found.is_whole = true;
  }
  if (covered * 10 < words.size() * 6) found.confirmed.clear();
  return found;
}

}  // namespace hearsay
