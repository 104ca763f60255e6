// The tokenizer's word lists, as one table from folded words to what is known of
// them. Folded: lower case, straight apostrophes.
#ifndef HEARSAY_SRC_TOKENIZER_LEXICON_H_
#define HEARSAY_SRC_TOKENIZER_LEXICON_H_

#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/result.h"
#include "model/model_file.h"

namespace hearsay {

// A list of models/<language>/tokenizer.txt; what each means is said there.
// The values are bit numbers in memory only.
enum class WordList : std::uint8_t {
  abbreviations,
  before_number,
  titles,
  starters,
  clitics,
  contractions,
  elisions,
  prefixes,
  units,
  dollars,
  endings,
  schemes,
  emoticons,
  closing,
  last,
  joined,
  reporting,
  after_comma,
  times,
};
inline constexpr int kWordListCount = 19;

// The list's name in the data file and in the model: "before-number".
std::string_view to_string(WordList list);

// Longest entry that is ever looked up, in bytes.
inline constexpr std::size_t kMaxEntryBytes = 32;

class Lexicon {
 public:
  // Reads one section per list. Fails with corrupt_model if one is missing or
  // holds an entry that is too long.
  static Result<Lexicon> load(const ModelFile& file);

  // True when `folded` is on the list.
  bool has(WordList list, std::string_view folded) const { return lists_of(folded) >> int(list) & 1; }

  // Bit n is set when `folded` is on the list of value n. O(length).
  std::uint32_t lists_of(std::string_view folded) const;

  // Ends of the parts that a contraction is split into, but for the last; zeros
  // after them. ("cannot" -> {3, 0}). All zero for other words.
  std::array<std::uint8_t, 2> contraction_cuts(std::string_view folded) const;

  // True when an emoticon begins with this byte.
  bool may_begin_emoticon(char c) const { return emoticon_begins_[static_cast<unsigned char>(c)]; }

 private:
  struct Entry {
    std::uint32_t lists = 0;
    std::array<std::uint8_t, 2> cuts{};
  };
  // Returns false when the entry is too long or has too many parts.
  bool add(WordList list, std::string_view entry);

  boost::unordered_flat_map<std::uint64_t, Entry> entries_;  // by hash of the folded word
  std::array<bool, 256> emoticon_begins_{};
};

// A word folded for look-up, in a fixed buffer.
class FoldedWord {
 public:
  // Folds `form`; empty when that takes more than kMaxEntryBytes.
  explicit FoldedWord(std::string_view form);
  std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  std::array<char, kMaxEntryBytes> bytes_;
  std::size_t size_ = 0;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_TOKENIZER_LEXICON_H_
