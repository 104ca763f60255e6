#include "syntax/gazetteer.h"

#include <algorithm>
#include <bit>

#include "document/unicode.h"
#include "document/utf8.h"
#include "model/feature_hash.h"
#include "syntax/word_features.h"

namespace hearsay {
namespace {

enum Place : std::uint8_t { kBegin, kInside, kSingle };

std::uint16_t classes_of(const Gazetteer& gazetteer, std::uint64_t key) {
  const std::size_t mask = gazetteer.keys.size() - 1;
  for (std::size_t slot = key & mask; gazetteer.keys[slot] != 0; slot = (slot + 1) & mask) {
    if (gazetteer.keys[slot] == key) return gazetteer.classes[slot];
  }
  return 0;
}

CharClass first_class(std::string_view word) {
  return word.empty() ? CharClass::other : char_class(decode_utf8(word, 0).value);
}

using Lengths = std::array<int, kGazetteerClasses>;

// Keys of the phrases that begin at word `first`, the shortest first. The gazetteer is larger
// than a cache: memory has time to fetch where they are looked up.
void hash_phrases(const Gazetteer& gazetteer, std::size_t first, GazetteerScratch& scratch) {
  const std::size_t end = std::min(scratch.folded.size(), first + kMaxPhrase);
  scratch.phrase = "g:";
  for (std::size_t i = first; i < end; ++i) {
    if (i > first) scratch.phrase += ' ';
    scratch.phrase += scratch.folded[i];
    const std::uint64_t key = hash_bytes(scratch.phrase);
    __builtin_prefetch(&gazetteer.keys[key & (gazetteer.keys.size() - 1)]);
    scratch.keys[first][i - first] = key;
  }
}

// Words of the longest phrase of each class that begins at word `first`; 0: none.
Lengths longest_phrases(const Gazetteer& gazetteer, std::size_t first, const GazetteerScratch& scratch) {
  Lengths lengths{};
  const std::size_t count = std::min<std::size_t>(scratch.folded.size() - first, kMaxPhrase);
  for (std::size_t n = 0; n < count; ++n) {
    const unsigned classes = classes_of(gazetteer, scratch.keys[first][n]);
    for (int k = 0; k < kGazetteerClasses; ++k) {
      if ((classes >> k & 1) != 0) lengths[k] = static_cast<int>(n) + 1;
    }
  }
  return lengths;
}

}  // namespace

Result<Gazetteer> load_gazetteer(const ModelFile& file) {
  const auto keys = file.array<std::uint64_t>("gazetteer.keys");
  if (!keys) return keys.error();
  const auto classes = file.array<std::uint16_t>("gazetteer.classes");
  if (!classes) return classes.error();
  if (!std::has_single_bit(keys->size()) || classes->size() != keys->size()) {
    return file.corrupt("sections gazetteer: sizes do not fit each other");
  }
  if (std::count(keys->begin(), keys->end(), 0u) == 0) {
    return file.corrupt("section gazetteer.keys: no free slot");
  }
  Gazetteer gazetteer{.keys = *keys, .classes = *classes};
  for (int k = 0; k < kGazetteerClasses; ++k) {
    for (const Place place : {kBegin, kInside, kSingle}) {
      char name[] = {'z', static_cast<char>('0' + k), ':', "BIS"[place]};
      gazetteer.capital[k][place] = hash_bytes({name, sizeof name});
      name[0] = 'y';
      gazetteer.other[k][place] = hash_bytes({name, sizeof name});
    }
  }
  return gazetteer;
}

void find_phrases(const Gazetteer& gazetteer, std::span<const std::string_view> words,
                  GazetteerScratch& scratch, std::vector<std::vector<std::uint64_t>>& out) {
  const std::size_t n = words.size();
  if (out.size() < n) out.resize(n);
  for (std::size_t i = 0; i < n; ++i) out[i].clear();
  scratch.folded.resize(n);
  for (std::size_t i = 0; i < n; ++i) fold_word(words[i], scratch.folded[i]);
  scratch.keys.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    if (is_letter(first_class(words[i]))) hash_phrases(gazetteer, i, scratch);
  }
  std::array<std::size_t, kGazetteerClasses> covered{};
  for (std::size_t i = 0; i < n; ++i) {
    const CharClass c = first_class(words[i]);
    if (!is_letter(c)) continue;
    const Gazetteer::Features& features = c == CharClass::upper ? gazetteer.capital : gazetteer.other;
    const Lengths lengths = longest_phrases(gazetteer, i, scratch);
    for (int k = 0; k < kGazetteerClasses; ++k) {
      const auto length = static_cast<std::size_t>(lengths[k]);
      if (length == 0 || covered[k] > i) continue;
      covered[k] = i + length;
      for (std::size_t j = 0; j < length; ++j) {
        out[i + j].push_back(features[k][length == 1 ? kSingle : j == 0 ? kBegin : kInside]);
      }
    }
  }
}

}  // namespace hearsay
