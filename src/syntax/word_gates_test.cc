#include "syntax/word_gates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "model/linear.h"
#include "model/lstm.h"
#include "syntax/word_vectors.h"

namespace hearsay {
namespace {

constexpr int kInput = 8, kHidden = 8;

ModelFile layer_file() {
  ModelWriter writer("test", 1);
  for (const std::string name : {"l.f.in", "l.b.in", "l.f.rec", "l.b.rec"}) {
    std::vector<std::int8_t> weights;
    for (int i = 0; i < 4 * kHidden * kInput; ++i) {
      weights.push_back(static_cast<std::int8_t>((i * 31 + static_cast<int>(name[2])) % 255 - 127));
    }
    writer.add<std::int8_t>(name + ".w", weights);
    writer.add<float>(name + ".scale", std::vector<float>(4 * kHidden, 0.002f));
    writer.add<float>(name + ".bias", std::vector<float>(4 * kHidden, 0.1f));
  }
  return *ModelFile::from_bytes(writer.bytes(), "layer", "test", 1);
}

// As if find_word_vectors() had found these vectors at these places.
struct Found {
  WordVectorScratch words;
  RoundedVectors vectors;

  void add(std::size_t place, float value, bool is_known) {
    if (!is_known) words.fresh.push_back(static_cast<std::uint32_t>(words.places.size()));
    words.places.push_back(place);
    numbers_.insert(numbers_.end(), {value, 1, -value, 0.5f, 0, value * value, -1, 0.25f});
    round_vectors(numbers_.data(), kInput, static_cast<int>(words.places.size()), vectors);
  }

 private:
  std::vector<float> numbers_;
};

class WordGatesTest : public testing::Test {
 protected:
  WordGatesTest() : file_(layer_file()), layer_(*load_lstm(file_, "l", kInput, kHidden)) {}

  std::vector<float> read(std::span<const float* const> inputs) {
    std::vector<float> out(inputs.size() * 2 * kHidden);
    run_lstm(layer_, inputs, std::array{static_cast<int>(inputs.size())}, out.data(), scratch_);
    return out;
  }
  std::vector<float> read(const RoundedVectors& vectors) {
    std::vector<float> out(vectors.steps.size() * 2 * kHidden);
    run_lstm(layer_, vectors, std::array{static_cast<int>(vectors.steps.size())}, out.data(), scratch_);
    return out;
  }

  ModelFile file_;
  LstmLayer layer_;
  LstmScratch scratch_;
  LinearScratch linear_;
  WordGates gates_;
};

TEST_F(WordGatesTest, ReadAsTheVectorsAre) {
  Found first;
  for (int i = 0; i < 40; ++i) {  // more than are multiplied at once, some of no kept place
    first.add(static_cast<std::size_t>(i % 3 == 0 ? static_cast<int>(WordCache::kPlaces) + i : i),
              static_cast<float>(i % 7) - 3, false);
  }
  EXPECT_EQ(read(gates_.find(layer_, first.words, first.vectors, linear_)), read(first.vectors));

  Found again;  // word 7's vector comes from before, beside a new one
  again.add(7, -3, true);
  again.add(WordCache::kPlaces, 2, false);
  again.add(7, -3, true);
  EXPECT_EQ(read(gates_.find(layer_, again.words, again.vectors, linear_)), read(again.vectors));
}

}  // namespace
}  // namespace hearsay
