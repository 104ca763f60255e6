// Word vectors that were computed before. News says the same words again and again,
// and a word's vector depends on nothing but the word and the phrases known of it.
//
// A table with one place for each hash: what comes later takes the place of what was
// there, unless the same batch still needs that. A vector found is the vector that would be
// computed, so that results do not depend on what was read before.
#ifndef HEARSAY_SRC_SYNTAX_WORD_CACHE_H_
#define HEARSAY_SRC_SYNTAX_WORD_CACHE_H_

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hearsay {

class WordCache {
 public:
  static constexpr std::size_t kPlaces = 4096;  // vectors of 128 bytes: 0.8 MB

  struct Vector {
    std::uint8_t* activations = nullptr;  // as wide as attach() was told; until the next call
    float* step = nullptr;
    std::size_t place = 0;  // the vector's own until the next batch; kept if under kPlaces
    bool is_known = false;
  };

  // Serves vectors of `width` bytes of the network at `owner`; forgets those of another.
  void attach(const void* owner, int width);

  // What was found is kept until the next batch begins.
  void begin_batch();

  // Where the vector of a word with these phrase features is kept. Unless it is known,
  // the caller has to write it before the next call. Long words and words of many phrases
  // are never known. Requires: attach().
  Vector find(std::string_view word, std::span<const std::uint64_t> phrases);

 private:
  static constexpr std::size_t kMaxWord = 23;
  static constexpr std::size_t kMaxPhrases = 2;

  struct Key {
    std::array<char, kMaxWord> word{};
    std::uint8_t length = 0;  // 0: a free place
    std::array<std::uint64_t, kMaxPhrases> phrases{};

    bool operator==(const Key&) const = default;
  };
  struct Place {
    Key key;
    float step = 0;
    std::uint64_t batch = 0;  // that used it last
  };

  const void* owner_ = nullptr;
  std::size_t width_ = 0;
  std::uint64_t batch_ = 1;
  std::vector<Place> places_;  // and behind them those for what the batch does not keep
  std::vector<std::uint8_t> activations_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_SYNTAX_WORD_CACHE_H_
