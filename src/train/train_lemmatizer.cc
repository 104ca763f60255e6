#include "train/train_lemmatizer.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "document/unicode.h"
#include "tagger/lemmatizer.h"

namespace hearsay {
namespace {

// A suffix speaks for words that were not seen only if this many different words
// of the treebank have it.
constexpr std::size_t kMinWords = 2;
constexpr std::size_t kMaxEdits = 60'000;

// Whether a cut before byte `at` would fall inside a code point.
bool cuts_code_point(std::string_view s, std::size_t at) {
  return at < s.size() && (static_cast<unsigned char>(s[at]) & 0xC0) == 0x80;
}

LemmaEdit edit_between(std::string_view form, std::string_view lemma, bool lower) {
  std::size_t same = 0;
  while (same < form.size() && same < lemma.size() && form[same] == lemma[same]) ++same;
  while (same > 0 && (cuts_code_point(form, same) || cuts_code_point(lemma, same))) --same;
  return {lower, static_cast<std::uint32_t>(form.size() - same), std::string(lemma.substr(same))};
}

std::size_t size_of(const LemmaEdit& edit) { return edit.strip + edit.append.size(); }

LemmaEdit find_edit(const LemmaExample& example) {
  std::string lower;
  to_lower(example.form, lower);
  const LemmaEdit kept = edit_between(example.form, example.lemma, false);
  const LemmaEdit lowered = edit_between(lower, example.lemma, true);
  if (size_of(kept) != size_of(lowered)) return size_of(kept) < size_of(lowered) ? kept : lowered;
  return example.keeps_case ? kept : lowered;
}

// What the treebank says of one key.
struct KeyCounts {
  std::map<std::uint16_t, int> edits;
  std::set<std::string_view> words;
  int length = 0;             // its place among its words' keys
  std::uint64_t shorter = 0;  // key of the next shorter suffix
};

std::uint16_t most_frequent(const std::map<std::uint16_t, int>& edits) {
  return std::max_element(edits.begin(), edits.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

// Distinct edits, numbered in the order of their first use.
struct EditList {
  std::vector<LemmaEdit> edits;
  std::map<std::string, std::uint16_t> index;

  // Nothing if the list is full.
  std::optional<std::uint16_t> add(const LemmaEdit& edit) {
    if (const auto it = index.find(to_text(edit)); it != index.end()) return it->second;
    if (edits.size() == kMaxEdits) return std::nullopt;
    edits.push_back(edit);
    return index[to_text(edit)] = static_cast<std::uint16_t>(edits.size() - 1);
  }
};

using Counts = std::map<std::uint64_t, KeyCounts>;

void count_example(const LemmaExample& example, std::uint16_t edit, std::string& buffer, Counts& counts) {
  const LemmaKeys keys = lemma_keys(example.form, example.tag_class, buffer);
  for (int i = 0; i < keys.count; ++i) {
    KeyCounts& key = counts[keys.keys[static_cast<std::size_t>(i)]];
    ++key.edits[edit];
    if (key.words.size() < kMinWords) key.words.insert(example.form);
    key.length = i + 1 == keys.count ? kMaxSuffix + 1 : i;
    key.shorter = i == 0 ? 0 : keys.keys[static_cast<std::size_t>(i) - 1];
  }
}

// Shorter keys first: what is stored for them decides what the longer ones need.
std::vector<std::uint64_t> by_length(const Counts& counts) {
  std::vector<std::pair<int, std::uint64_t>> order;
  for (const auto& [key, count] : counts) order.push_back({count.length, key});
  std::sort(order.begin(), order.end());
  std::vector<std::uint64_t> keys;
  for (const auto& [length, key] : order) keys.push_back(key);
  return keys;
}

// What has to be stored: each key whose edit is another one than its shorter key's.
std::vector<LemmaEntry> find_entries(const Counts& counts) {
  std::map<std::uint64_t, std::uint16_t> said;  // the edit that each key leads to
  std::vector<LemmaEntry> entries;
  for (const std::uint64_t key : by_length(counts)) {
    const KeyCounts& count = counts.at(key);
    const auto shorter = said.find(count.shorter);
    const std::uint16_t best = most_frequent(count.edits);
    const bool trusted = count.length > kMaxSuffix || count.words.size() >= kMinWords;
    const bool is_needed = shorter == said.end() || (trusted && shorter->second != best);
    said[key] = is_needed ? best : shorter->second;
    if (is_needed) entries.push_back({key, best});
  }
  return entries;
}

}  // namespace

void train_lemmatizer(const std::vector<LemmaExample>& examples, ModelWriter& writer) {
  EditList list;
  Counts counts;
  std::string buffer;
  for (const LemmaExample& example : examples) {
    const std::optional<std::uint16_t> edit = list.add(find_edit(example));
    if (edit) count_example(example, *edit, buffer, counts);
  }
  store_lemmas(writer, find_entries(counts), list.edits);
}

}  // namespace hearsay
