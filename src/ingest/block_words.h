// The words of a block as the rules for kinds of blocks see them: case folded,
// typographic marks plain, a mark a word of its own.
#ifndef HEARSAY_SRC_INGEST_BLOCK_WORDS_H_
#define HEARSAY_SRC_INGEST_BLOCK_WORDS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

struct BlockWord {
  std::string_view lower;   // "getty", "p.m", "@handle", ":"; lives as long as the BlockWords
  bool is_word = false;     // not a mark
  bool capital = false;     // begins with a capital letter, a digit or a letter beyond ASCII
  std::uint32_t begin = 0;  // its first byte in the block
};

// Memory that is worth keeping from block to block.
class BlockWords {
 public:
  // More words than this are of a paragraph for sure; the rest is not looked at.
  static constexpr std::size_t kMost = 160;

  // Reads the words of `text`, at most `most` of them. Marks: curly quotes become straight ones,
  // dashes "-", the ellipsis ".". Requires: valid UTF-8. Linear in what is read.
  void read(std::string_view text, std::size_t most = kMost);

  const std::vector<BlockWord>& words() const { return words_; }
  bool is_cut() const { return cut_; }          // there are more words
  std::size_t count() const { return count_; }  // those that are no marks

 private:
  std::string lower_;
  std::vector<BlockWord> words_;
  std::size_t count_ = 0;
  bool cut_ = false;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_INGEST_BLOCK_WORDS_H_
