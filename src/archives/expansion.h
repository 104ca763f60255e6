// How much compressed bytes may become.
#ifndef HEARSAY_SRC_ARCHIVES_EXPANSION_H_
#define HEARSAY_SRC_ARCHIVES_EXPANSION_H_

#include <algorithm>
#include <cstdint>

namespace hearsay {

// Text of news compresses 3 to 12 times, lists that repeat themselves 50 times, and what was made
// to be a burden (a "zip bomb") 1,000 times by gzip and 30,000 times by Zstandard. So what comes
// out may be kMostRatio times what went in, beyond a start that is free: a bomb costs at most
// what an honest file of that many bytes costs, and memory never.
inline constexpr std::uint64_t kMostRatio = 200;

class Expansion {
 public:
  explicit Expansion(std::uint64_t free_bytes) : free_bytes_(free_bytes) {}

  void add(std::uint64_t in, std::uint64_t out) {
    in_ += in;
    out_ += out;
  }
  bool is_too_much() const { return would_be_too_much(0, 0); }
  bool would_be_too_much(std::uint64_t in, std::uint64_t out) const {
    return out_ + out > free_bytes_ + kMostRatio * (in_ + in);
  }

  // After too much: leaves a small start to what follows.
  void begin_anew() {
    constexpr std::uint64_t kSmallStart = std::uint64_t{1} << 20;
    out_ = free_bytes_ + kMostRatio * in_;
    out_ -= std::min(out_, kSmallStart);
  }

 private:
  std::uint64_t free_bytes_;
  std::uint64_t in_ = 0, out_ = 0;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_ARCHIVES_EXPANSION_H_
