#include "syntax/word_gates.h"

#include <algorithm>
#include <cstdint>

#include "model/linear.h"
#include "model/lstm.h"
#include "syntax/word_vectors.h"

namespace hearsay {
namespace {

// Products are taken for that many words side by side.
constexpr std::size_t kAtOnce = 16;

void gather(const RoundedVectors& from, std::span<const std::uint32_t> numbers, RoundedVectors& out) {
  const auto columns = static_cast<std::size_t>(from.columns);
  out.columns = from.columns;
  out.activations.resize(numbers.size() * columns);
  out.steps.resize(numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    std::copy_n(from.activations.data() + numbers[i] * columns, columns,
                out.activations.data() + i * columns);
    out.steps[i] = from.steps[numbers[i]];
  }
}

}  // namespace

float* WordGates::at(std::size_t place) {
  if (place < WordCache::kPlaces) return kept_.get() + place * width_;
  return passing_.data() + (place - WordCache::kPlaces) * width_;
}

void WordGates::make_room(std::size_t width, std::span<const std::size_t> places) {
  if (width != width_) {
    width_ = width;
    kept_ = std::make_unique_for_overwrite<float[]>(WordCache::kPlaces * width);
    passing_.clear();
  }
  std::size_t end = WordCache::kPlaces;
  for (const std::size_t place : places) end = std::max(end, place + 1);
  const std::size_t passing = (end - WordCache::kPlaces) * width;
  if (passing_.size() < passing) passing_.resize(passing);
}

void WordGates::multiply_fresh(const LstmLayer& layer, LinearScratch& linear) {
  const int count = static_cast<int>(fresh_.size());
  const auto rows = static_cast<std::size_t>(layer.from_input[0].rows);
  for (std::size_t direction = 0; direction < 2; ++direction) {
    apply(layer.from_input[direction], fresh_vectors_, 0, count, products_, linear);
    for (std::size_t i = 0; i < fresh_.size(); ++i) {
      std::copy_n(products_.data() + i * rows, rows, fresh_[i] + direction * rows);
    }
  }
}

std::span<const float* const> WordGates::find(const LstmLayer& layer, const WordVectorScratch& words,
                                              const RoundedVectors& vectors, LinearScratch& linear) {
  make_room(2 * static_cast<std::size_t>(layer.from_input[0].rows), words.places);
  const std::span<const std::uint32_t> fresh = words.fresh;
  for (std::size_t i = 0; i < fresh.size(); i += kAtOnce) {
    const auto some = fresh.subspan(i, std::min(kAtOnce, fresh.size() - i));
    gather(vectors, some, fresh_vectors_);
    fresh_.clear();
    for (const std::uint32_t n : some) fresh_.push_back(at(words.places[n]));
    multiply_fresh(layer, linear);
  }
  of_words_.clear();
  for (const std::size_t place : words.places) of_words_.push_back(at(place));
  return of_words_;
}

}  // namespace hearsay
