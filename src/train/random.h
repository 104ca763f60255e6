// Random numbers that are the same on every machine and with every standard
// library (std::shuffle and the distributions are not).
#ifndef HEARSAY_SRC_TRAIN_RANDOM_H_
#define HEARSAY_SRC_TRAIN_RANDOM_H_

#include <cstdint>
#include <utility>
#include <vector>

namespace hearsay {

// SplitMix64 (Steele, Lea & Flood 2014).
struct Random {
  std::uint64_t state = 0;

  std::uint64_t next() {
    state += 0x9E3779B97F4A7C15u;
    std::uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }

  // In [0, bound); the bias is of no account for bounds far below 2^32.
  std::uint32_t below(std::uint32_t bound) {
    return static_cast<std::uint32_t>(((next() >> 32) * bound) >> 32);
  }
};

template <typename T>
void shuffle(std::vector<T>& items, Random& random) {
  for (std::size_t i = items.size(); i > 1; --i) {
    std::swap(items[i - 1], items[random.below(static_cast<std::uint32_t>(i))]);
  }
}

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_RANDOM_H_
