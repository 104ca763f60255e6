// Shingles: runs of four words, by which texts are compared without reading them again.
//
// A word is a run of letters, marks, digits and apostrophes; its case and its apostrophes do not
// count, nor does what stands between words. So two outlets that set quotation marks,
// dashes and spaces in their own way have the same shingles.
//
// Cost:     O(bytes)
// Threads:  any number
#ifndef HEARSAY_SRC_CLAIMS_SHINGLES_H_
#define HEARSAY_SRC_CLAIMS_SHINGLES_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hearsay {

inline constexpr std::size_t kShingleWords = 4;

struct WordHash {
  std::uint64_t hash = 0;
  std::uint32_t quote = 0;  // counts the quotations of the text from 1; 0: outside of them
};

// The words of one block, appended to `words`. A quotation that nobody closes goes on to
// the end. Requires: valid UTF-8.
void read_words(std::string_view text, std::vector<WordHash>& words);

// The hashes of the runs of kShingleWords words, appended to `shingles` in text order; one hash of all words
// where there are fewer, none for none. Stored in ledgers: the hashes never change.
void read_shingles(std::span<const WordHash> words, std::vector<std::uint64_t>& shingles);

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_SHINGLES_H_
