#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "model/embedding.h"
#include "model/lstm.h"
#include "model/quantized_matrix.h"

namespace hearsay {
namespace {

// Small numbers that look random and are the same everywhere.
struct Numbers {
  std::uint64_t state = 1;
  std::uint64_t next() { return state = mix(state, 0x51ED); }
  float unit() { return static_cast<float>(next() >> 40) / (1 << 23) - 1.0f; }  // [-1, 1)
  static constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    a = (a ^ b) * 0x9E3779B97F4A7C15u;
    return a ^ (a >> 29);
  }
};

struct MatrixParts {
  std::vector<std::int8_t> weights;
  std::vector<float> scale, bias;
};

MatrixParts add_matrix(ModelWriter& writer, const std::string& name, int rows, int columns,
                       Numbers& numbers) {
  MatrixParts parts;
  for (int i = 0; i < rows * columns; ++i) {
    parts.weights.push_back(static_cast<std::int8_t>(static_cast<int>(numbers.next() % 255) - 127));
  }
  for (int i = 0; i < rows; ++i) {
    parts.scale.push_back(0.002f + 0.001f * numbers.unit());
    parts.bias.push_back(numbers.unit());
  }
  writer.add<std::int8_t>(name + ".w", parts.weights);
  writer.add<float>(name + ".scale", parts.scale);
  writer.add<float>(name + ".bias", parts.bias);
  return parts;
}

Result<ModelFile> reopen(const ModelWriter& writer) {
  return ModelFile::from_bytes(writer.bytes(), "x.model", "test", 1);
}

TEST(QuantizedMatrix, AllKernelsComputeThePlainProduct) {
  Numbers numbers;
  for (const auto& [rows, columns] :
       {std::pair(1, 1), std::pair(16, 4), std::pair(33, 7), std::pair(80, 96)}) {
    ModelWriter writer("test", 1);
    const MatrixParts parts = add_matrix(writer, "m", rows, columns, numbers);
    const auto file = reopen(writer);
    ASSERT_TRUE(file);
    const auto m = load_quantized_matrix(*file, "m", rows, columns);
    ASSERT_TRUE(m);
    constexpr int kCount = 7;  // not a multiple of the tile
    std::vector<std::uint8_t> x(static_cast<std::size_t>(kCount * m->columns), kActivationZero);
    for (int t = 0; t < kCount; ++t) {
      for (int c = 0; c < columns; ++c) {
        // Extremes too: they would overflow a 16-bit sum that is too narrow.
        x[t * m->columns + c] = t == 0   ? 127
                                : t == 1 ? 1
                                         : static_cast<std::uint8_t>(1 + numbers.next() % 127);
      }
    }
    std::vector<std::int32_t> sums(static_cast<std::size_t>(kCount * m->rows));
    multiply(*m, x.data(), kCount, sums.data());
    for (const Kernel kernel : {Kernel::portable, Kernel::avx2, Kernel::avx512_vnni}) {
      if (!is_supported(kernel)) continue;
      std::vector<std::int32_t> same(sums.size());
      multiply_with(kernel, *m, x.data(), kCount, same.data());
      EXPECT_EQ(same, sums);
    }
    for (int t = 0; t < kCount; ++t) {
      for (int r = 0; r < rows; ++r) {
        int sum = 0;
        for (int c = 0; c < columns; ++c)
          sum += parts.weights[r * columns + c] * (x[t * m->columns + c] - 64);
        EXPECT_EQ(sums[t * m->rows + r], sum);
      }
    }
  }
}

TEST(QuantizedMatrix, RejectsWhatDoesNotFit) {
  Numbers numbers;
  ModelWriter writer("test", 1);
  add_matrix(writer, "m", 4, 4, numbers);
  const auto file = reopen(writer);
  EXPECT_EQ(load_quantized_matrix(*file, "m", 4, 5).error().code, ErrorCode::corrupt_model);
  EXPECT_EQ(load_quantized_matrix(*file, "other", 4, 4).error().code, ErrorCode::corrupt_model);
}

TEST(Quantize, RoundsToTheLargestMagnitude) {
  const std::array<float, 4> values = {0.5f, -1.0f, 0.0f, 1.0f};
  std::array<std::uint8_t, 8> out{};
  const float step = quantize(values, 8, out.data());
  EXPECT_FLOAT_EQ(step, 1.0f / 63);
  EXPECT_EQ(out, (std::array<std::uint8_t, 8>{64 + 32, 1, 64, 127, 64, 64, 64, 64}));
  const std::array<float, 2> zeros = {0, 0};
  EXPECT_EQ(quantize(zeros, 8, out.data()), 0.0f);
  EXPECT_EQ(out[0], 64);
}

double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

// The textbook cell in double precision with the unrounded states.
std::vector<double> reference_lstm(const MatrixParts& in, const MatrixParts& rec, const std::vector<float>& x,
                                   int length, int input, int hidden, bool backward) {
  std::vector<double> out(static_cast<std::size_t>(length * hidden)), h(hidden), c(hidden), g(4 * hidden);
  for (int step = 0; step < length; ++step) {
    const int t = backward ? length - 1 - step : step;
    for (int r = 0; r < 4 * hidden; ++r) {
      double a = in.bias[r], b = 0;
      for (int k = 0; k < input; ++k) a += double{in.scale[r]} * in.weights[r * input + k] * x[t * input + k];
      for (int k = 0; k < hidden; ++k) b += double{rec.scale[r]} * rec.weights[r * hidden + k] * h[k];
      g[r] = a + b;
    }
    for (int k = 0; k < hidden; ++k) {
      c[k] = sigmoid(g[hidden + k]) * c[k] + sigmoid(g[k]) * std::tanh(g[2 * hidden + k]);
      h[k] = sigmoid(g[3 * hidden + k]) * std::tanh(c[k]);
      out[t * hidden + k] = h[k];
    }
  }
  return out;
}

RoundedVectors rounded(const float* x, int width, int count) {
  RoundedVectors out;
  round_vectors(x, width, count, out);
  return out;
}

TEST(Lstm, FollowsTheTextbookWithinItsRounding) {
  constexpr int kInput = 12, kHidden = 8, kLength = 9;
  Numbers numbers;
  ModelWriter writer("test", 1);
  const MatrixParts fin = add_matrix(writer, "l.f.in", 4 * kHidden, kInput, numbers);
  const MatrixParts frec = add_matrix(writer, "l.f.rec", 4 * kHidden, kHidden, numbers);
  const MatrixParts bin = add_matrix(writer, "l.b.in", 4 * kHidden, kInput, numbers);
  const MatrixParts brec = add_matrix(writer, "l.b.rec", 4 * kHidden, kHidden, numbers);
  const auto file = reopen(writer);
  const auto layer = load_lstm(*file, "l", kInput, kHidden);
  ASSERT_TRUE(layer);
  std::vector<float> x;
  for (int i = 0; i < kLength * kInput; ++i) x.push_back(numbers.unit());
  std::vector<float> out(kLength * 2 * kHidden);
  LstmScratch scratch;
  const std::array<int, 1> length = {kLength};
  run_lstm(*layer, rounded(x.data(), kInput, kLength), length, out.data(), scratch);
  for (const Kernel kernel : {Kernel::portable, Kernel::avx2, Kernel::avx512_vnni}) {
    if (!is_supported(kernel)) continue;
    std::vector<float> same(out.size());
    run_lstm(*layer, rounded(x.data(), kInput, kLength), length, same.data(), scratch, kernel);
    EXPECT_EQ(same, out);
  }
  const auto forward = reference_lstm(fin, frec, x, kLength, kInput, kHidden, false);
  const auto backward = reference_lstm(bin, brec, x, kLength, kInput, kHidden, true);
  for (int t = 0; t < kLength; ++t) {
    for (int k = 0; k < kHidden; ++k) {
      EXPECT_NEAR(out[t * 2 * kHidden + k], forward[t * kHidden + k], 0.03);
      EXPECT_NEAR(out[t * 2 * kHidden + kHidden + k], backward[t * kHidden + k], 0.03);
    }
  }
}

TEST(Lstm, ReadsManySequencesAsItReadsEach) {
  constexpr int kInput = 8, kHidden = 8;
  Numbers numbers;
  ModelWriter writer("test", 1);
  for (const char* part : {"l.f.in", "l.f.rec", "l.b.in", "l.b.rec"}) {
    add_matrix(writer, part, 4 * kHidden, kInput, numbers);
  }
  const auto file = reopen(writer);
  const auto layer = load_lstm(*file, "l", kInput, kHidden);
  ASSERT_TRUE(layer);
  const std::vector<int> lengths = {1, 30, 0, 7, 8, 9, 30, 2, 17, 16, 1, 64, 5, 3, 3, 3, 3, 40};
  const int total = std::accumulate(lengths.begin(), lengths.end(), 0);
  std::vector<float> x;
  for (int i = 0; i < total * kInput; ++i) x.push_back(numbers.unit());
  LstmScratch scratch;
  std::vector<float> each(static_cast<std::size_t>(total * 2 * kHidden));
  int first = 0;
  for (const int length : lengths) {
    run_lstm(*layer, rounded(x.data() + first * kInput, kInput, length), std::array{length},
             each.data() + first * 2 * kHidden, scratch);
    first += length;
  }
  for (const Kernel kernel : {Kernel::portable, Kernel::avx2, Kernel::avx512_vnni}) {
    if (!is_supported(kernel)) continue;
    std::vector<float> all(each.size());
    run_lstm(*layer, rounded(x.data(), kInput, total), lengths, all.data(), scratch, kernel);
    EXPECT_EQ(all, each);
  }
}

TEST(Embedding, SumsRowsOfKnownKeys) {
  ModelWriter writer("test", 1);
  // Two keys that fall into one slot of four: the second lies in the next one.
  writer.add<std::uint64_t>("e.keys", std::array<std::uint64_t, 4>{0, 5, 9, 0});
  writer.add<std::uint32_t>("e.rows", std::array<std::uint32_t, 4>{0, 0, 1, 0});
  writer.add<std::int8_t>("e.w", std::array<std::int8_t, 4>{1, 2, -3, 4});
  const auto file = reopen(writer);
  const auto table = load_embedding(*file, "e", 2);
  ASSERT_TRUE(table);
  EXPECT_EQ(table->find(5), table->row(0));
  EXPECT_EQ(table->find(9), table->row(1));
  EXPECT_EQ(table->find(13), nullptr);
  RowSum rows;
  rows.add(*table, std::array<std::uint64_t, 3>{5, 9, 13});
  std::array<std::int32_t, 2> sums{7, 7};
  rows.write(2, sums.data());
  EXPECT_EQ(sums, (std::array<std::int32_t, 2>{-2, 6}));
}

TEST(QuantizedMatrix, SumsRowsAlikeWithAllKernels) {
  constexpr int kWidth = 75;
  std::vector<std::int8_t> bytes;
  for (int i = 0; i < 9 * kWidth; ++i) bytes.push_back(static_cast<std::int8_t>(i * 37 % 255 - 127));
  std::vector<const std::int8_t*> rows;
  for (int r = 0; r < 9; ++r) rows.push_back(bytes.data() + r * kWidth);
  std::vector<std::int32_t> want(kWidth, 0);
  for (int i = 0; i < 9 * kWidth; ++i) want[static_cast<std::size_t>(i % kWidth)] += bytes[i];
  for (const Kernel kernel : {Kernel::portable, Kernel::avx2, Kernel::avx512_vnni}) {
    if (!is_supported(kernel)) continue;
    std::vector<std::int32_t> sums(kWidth, 3);
    sum_rows(kernel, rows, kWidth, sums.data());
    EXPECT_EQ(sums, want);
  }
}

TEST(Embedding, RejectsATableWithoutAFreeSlotOrWithARowTooMany) {
  const auto load = [](std::array<std::uint64_t, 2> keys, std::array<std::uint32_t, 2> rows) {
    ModelWriter writer("test", 1);
    writer.add<std::uint64_t>("e.keys", keys);
    writer.add<std::uint32_t>("e.rows", rows);
    writer.add<std::int8_t>("e.w", std::array<std::int8_t, 2>{1, 2});
    const auto file = reopen(writer);
    return load_embedding(*file, "e", 2).has_value();
  };
  EXPECT_TRUE(load({1, 0}, {0, 0}));
  EXPECT_FALSE(load({1, 2}, {0, 0}));
  EXPECT_FALSE(load({1, 0}, {1, 0}));
}

}  // namespace
}  // namespace hearsay
