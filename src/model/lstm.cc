#include "model/lstm.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <numeric>

namespace hearsay {
namespace {

// The loops below are compiled for machines with and without AVX2. Both versions do
// the same IEEE operations in the same order (-ffp-contract=off), so the results are
// the same; the wide one is three times as fast.

// The number nearest to x in [-4.97, 4.97]. In integers, because compilers make branches
// of two comparisons of floats.
__attribute__((always_inline)) inline float clamped(float x) {
  constexpr std::uint32_t kSign = 0x80000000u;
  const auto bits = std::bit_cast<std::uint32_t>(x);
  const std::uint32_t magnitude = std::min(bits & ~kSign, std::bit_cast<std::uint32_t>(4.97f));
  return std::bit_cast<float>(magnitude | (bits & kSign));
}

// tanh to about 1e-4 on all of R: Lambert's continued fraction, cut off, with the
// argument clamped to where it all but reaches 1.
__attribute__((always_inline)) inline float rational_tanh(float x) {
  const float c = clamped(x);
  const float s = c * c;
  const float p = c * (135135.0f + s * (17325.0f + s * (378.0f + s)));
  const float q = 135135.0f + s * (62370.0f + s * (3150.0f + s * 28.0f));
  return p / q;
}

__attribute__((always_inline)) inline float rational_sigmoid(float x) {
  return 0.5f + 0.5f * rational_tanh(0.5f * x);
}

// What one step of one direction reads and writes; n is the width of its state.
struct Step {
  int n = 0;
  const std::int32_t* input_sums = nullptr;  // 4 n
  const float* input_scale = nullptr;
  const float* input_bias = nullptr;
  float input_step = 0;
  const std::int32_t* state_sums = nullptr;  // 4 n, of the state before
  const float* state_scale = nullptr;
  float* gates = nullptr;  // 4 n: input, forget, cell, output
  float* cell = nullptr;
  float* state = nullptr;               // n, the output
  std::uint8_t* activations = nullptr;  // n, the output rounded
};

__attribute__((always_inline)) inline void take_step(const Step& step) {
  constexpr float kStateStep = 1.0f / kActivationMax;  // states lie in [-1, 1]
  const int n = step.n;
  float* __restrict gates = step.gates;
  for (int i = 0; i < 4 * n; ++i) {
    const float from_input = static_cast<float>(step.input_sums[i]) * (step.input_scale[i] * step.input_step);
    const float from_state = static_cast<float>(step.state_sums[i]) * (step.state_scale[i] * kStateStep);
    gates[i] = (from_input + step.input_bias[i]) + from_state;
  }
  float* __restrict cell = step.cell;
  float* __restrict state = step.state;
  for (int i = 0; i < n; ++i) {
    const float kept = rational_sigmoid(gates[n + i]) * cell[i];
    const float added = rational_sigmoid(gates[i]) * rational_tanh(gates[2 * n + i]);
    cell[i] = kept + added;
    state[i] = rational_sigmoid(gates[3 * n + i]) * rational_tanh(cell[i]);
  }
  std::uint8_t* __restrict activations = step.activations;
  for (int i = 0; i < n; ++i) {
    const float rounded = (state[i] * kActivationMax + 12582912.0f) - 12582912.0f;
    activations[i] = static_cast<std::uint8_t>(static_cast<int>(rounded) + kActivationZero);
  }
}

void take_step_portable(const Step& step) { take_step(step); }

#if defined(__x86_64__)
__attribute__((target("avx2"))) void take_step_avx2(const Step& step) { take_step(step); }
#endif

using TakeStep = void (*)(const Step&);

TakeStep step_for(Kernel kernel) {
#if defined(__x86_64__)
  if (kernel != Kernel::portable) return take_step_avx2;
#endif
  return take_step_portable;
}

// Sequences that are read side by side: each weight is then fetched once for all.
constexpr int kLanes = 8;

// Products of that many inputs of each lane are taken ahead of the steps.
constexpr int kChunk = 8;

// One of the sequences read side by side.
struct Lane {
  std::ptrdiff_t begin = 0;  // position of its first vector
  int length = 0;
  std::ptrdiff_t first = 0;  // position of the first of the chunk's vectors
};

// Products of the vectors of steps [from, from + kChunk) of each lane, in the order of
// their positions.
void take_chunk(const QuantizedMatrix& input, std::span<Lane> lanes, int direction, int from, Kernel kernel,
                LstmScratch& scratch) {
  for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
    Lane& l = lanes[lane];
    const int until = std::min(l.length, from + kChunk);
    l.first = l.begin + (direction == 0 ? from : l.length - until);
    multiply_with(kernel, input, scratch.activations.data() + l.first * input.columns, until - from,
                  scratch.sums.data() + static_cast<std::ptrdiff_t>(lane) * kChunk * input.rows);
  }
}

// `lanes` are at most kLanes sequences, the longest first.
void run_direction(const LstmLayer& layer, int direction, std::span<Lane> lanes, float* out, Kernel kernel,
                   LstmScratch& scratch) {
  const QuantizedMatrix& input = layer.from_input[direction];
  const QuantizedMatrix& recurrent = layer.from_hidden[direction];
  const int n = layer.hidden;
  std::fill(scratch.cell.begin(), scratch.cell.end(), 0.0f);
  std::fill(scratch.state_sums.begin(), scratch.state_sums.end(), 0);
  const TakeStep take = step_for(kernel);
  for (int k = 0; k < lanes[0].length; ++k) {
    while (lanes.back().length <= k) lanes = lanes.first(lanes.size() - 1);
    if (k % kChunk == 0) take_chunk(input, lanes, direction, k, kernel, scratch);
    if (k > 0) {
      multiply_with(kernel, recurrent, scratch.state_activations.data(), static_cast<int>(lanes.size()),
                    scratch.state_sums.data());
    }
    for (std::size_t i = 0; i < lanes.size(); ++i) {
      const Lane& l = lanes[i];
      const auto lane = static_cast<std::ptrdiff_t>(i);
      const std::ptrdiff_t position = l.begin + (direction == 0 ? k : l.length - 1 - k);
      take({.n = n,
            .input_sums = scratch.sums.data() + (lane * kChunk + position - l.first) * input.rows,
            .input_scale = input.scale.data(),
            .input_bias = input.bias.data(),
            .input_step = scratch.steps[static_cast<std::size_t>(position)],
            .state_sums = scratch.state_sums.data() + lane * recurrent.rows,
            .state_scale = recurrent.scale.data(),
            .gates = scratch.gates.data(),
            .cell = scratch.cell.data() + lane * n,
            .state = out + position * 2 * n + direction * n,
            .activations = scratch.state_activations.data() + lane * recurrent.columns});
    }
  }
}

// The sequences, the longest first.
void order_lanes(std::span<const int> lengths, std::vector<Lane>& lanes) {
  lanes.clear();
  std::ptrdiff_t begin = 0;
  for (const int length : lengths) {
    if (length > 0) lanes.push_back({.begin = begin, .length = length});
    begin += length;
  }
  std::stable_sort(lanes.begin(), lanes.end(),
                   [](const Lane& a, const Lane& b) { return a.length > b.length; });
}

}  // namespace

Result<LstmLayer> load_lstm(const ModelFile& file, const std::string& name, int input, int hidden) {
  LstmLayer layer;
  layer.input = input;
  layer.hidden = hidden;
  for (int direction = 0; direction < 2; ++direction) {
    const std::string prefix = name + (direction == 0 ? ".f" : ".b");
    Result<QuantizedMatrix> in = load_quantized_matrix(file, prefix + ".in", 4 * hidden, input);
    if (!in) return in.error();
    Result<QuantizedMatrix> rec = load_quantized_matrix(file, prefix + ".rec", 4 * hidden, hidden);
    if (!rec) return rec.error();
    layer.from_input[direction] = *std::move(in);
    layer.from_hidden[direction] = *std::move(rec);
  }
  return layer;
}

void run_lstm(const LstmLayer& layer, const float* in, std::span<const int> lengths, float* out,
              LstmScratch& scratch, Kernel kernel) {
  const int columns = layer.from_input[0].columns;
  const auto size = [](int a, int b) { return static_cast<std::size_t>(a) * static_cast<std::size_t>(b); };
  const int total = std::accumulate(lengths.begin(), lengths.end(), 0);
  scratch.activations.resize(size(total, columns));
  scratch.steps.resize(static_cast<std::size_t>(total));
  scratch.sums.resize(size(kLanes * kChunk, layer.from_input[0].rows));
  scratch.gates.resize(size(4, layer.hidden));
  scratch.cell.resize(size(kLanes, layer.hidden));
  scratch.state_activations.resize(size(kLanes, layer.from_hidden[0].columns));
  scratch.state_sums.resize(size(kLanes, layer.from_hidden[0].rows));
  for (int i = 0; i < total; ++i) {
    const std::span<const float> vector(in + size(i, layer.input), static_cast<std::size_t>(layer.input));
    scratch.steps[static_cast<std::size_t>(i)] =
        quantize(vector, columns, scratch.activations.data() + size(i, columns));
  }
  std::vector<Lane> lanes;
  order_lanes(lengths, lanes);
  for (std::size_t first = 0; first < lanes.size(); first += kLanes) {
    const std::span<Lane> group =
        std::span(lanes).subspan(first, std::min<std::size_t>(kLanes, lanes.size() - first));
    for (int direction = 0; direction < 2; ++direction) {
      run_direction(layer, direction, group, out, kernel, scratch);
    }
  }
}

}  // namespace hearsay
