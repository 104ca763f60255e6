#include "model/lstm.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <utility>

namespace hearsay {
namespace {

// The loops below are compiled for machines with and without vector units. All versions do
// the same IEEE operations in the same order (-ffp-contract=off), so the results are the
// same.

// The number nearest to x in [-limit, limit]. In integers, because compilers make branches
// of two comparisons of floats.
__attribute__((always_inline)) inline float clamped(float x, float limit) {
  constexpr std::uint32_t kSign = 0x80000000u;
  const auto bits = std::bit_cast<std::uint32_t>(x);
  const std::uint32_t magnitude = std::min(bits & ~kSign, std::bit_cast<std::uint32_t>(limit));
  return std::bit_cast<float>(magnitude | (bits & kSign));
}

// A value as numerator and denominator, so that one division serves several; the
// denominator lies in [1, 20].
struct Ratio {
  float above = 0;
  float below = 1;
};

// tanh(x) to 1e-4 on all of R: the rational function of degrees 5 and 4 that is nearest on
// [-4.97, 4.97] (its largest error there is 4.2e-5), with the argument clamped to it.
__attribute__((always_inline)) inline Ratio tanh_ratio(float x) {
  const float c = clamped(x, 4.97f);
  const float s = c * c;
  return {.above = c * (0.99981625f + s * (0.10182363f + s * 6.5787735e-4f)),
          .below = 1.0f + s * (0.43462002f + s * 0.012669011f)};
}

// Twice the sigmoid of x, 1 + tanh(x / 2).
__attribute__((always_inline)) inline Ratio twice_sigmoid_ratio(float x) {
  const float c = clamped(x, 9.94f);
  const float s = c * c;
  const float above = c * (0.49990813f + s * (0.012727953f + s * 2.0558667e-5f));
  const float below = 1.0f + s * (0.108655f + s * 7.918132e-4f);
  return {.above = below + above, .below = below};
}

// What one step of one direction reads and writes; n is the width of its state.
struct Step {
  int n = 0;
  const float* gate_inputs = nullptr;        // 4 n: input, forget, cell, output; if they are known, else
  const std::int32_t* input_sums = nullptr;  // 4 n
  const float* input_scale = nullptr;
  const float* input_bias = nullptr;
  float input_step = 0;
  const std::int32_t* state_sums = nullptr;  // 4 n, of the state before
  const float* state_scale = nullptr;
  float* cell = nullptr;
  float* state = nullptr;               // n, the output
  std::uint8_t* activations = nullptr;  // n, the output rounded
};

template <bool kIsKnown>
__attribute__((always_inline)) inline void take_step(const Step& step) {
  const int n = step.n;
  const float input_step = step.input_step;
  const float* __restrict gate_inputs = step.gate_inputs;
  const std::int32_t* __restrict input_sums = step.input_sums;
  const std::int32_t* __restrict state_sums = step.state_sums;
  const float* __restrict input_scale = step.input_scale;
  const float* __restrict input_bias = step.input_bias;
  const float* __restrict state_scale = step.state_scale;
  const auto gate = [=](int i) __attribute__((always_inline)) {
    const float from_state = static_cast<float>(state_sums[i]) * state_scale[i];
    if (kIsKnown) return gate_inputs[i] + from_state;
    const float from_input = static_cast<float>(input_sums[i]) * (input_scale[i] * input_step);
    return (from_input + input_bias[i]) + from_state;
  };
  float* __restrict cell = step.cell;
  float* __restrict state = step.state;
  std::uint8_t* __restrict activations = step.activations;
  for (int i = 0; i < n; ++i) {
    const Ratio let_in = twice_sigmoid_ratio(gate(i));
    const Ratio keep = twice_sigmoid_ratio(gate(n + i));
    const Ratio candidate = tanh_ratio(gate(2 * n + i));
    const float below = let_in.below * candidate.below;
    const float kept = (keep.above * cell[i]) * below;
    const float added = (let_in.above * candidate.above) * keep.below;
    cell[i] = (0.5f * (kept + added)) / (keep.below * below);
  }
  // A loop of its own, so that its divisions do not wait for those above.
  for (int i = 0; i < n; ++i) {
    const Ratio let_out = twice_sigmoid_ratio(gate(3 * n + i));
    const Ratio shown = tanh_ratio(cell[i]);
    state[i] = (0.5f * (let_out.above * shown.above)) / (let_out.below * shown.below);
  }
  for (int i = 0; i < n; ++i) activations[i] = to_activation(state[i] * kActivationMax);
}

template <bool kIsKnown>
void take_step_portable(const Step& step) {
  take_step<kIsKnown>(step);
}

#if defined(__x86_64__)
template <bool kIsKnown>
__attribute__((target("avx2"))) void take_step_avx2(const Step& step) {
  take_step<kIsKnown>(step);
}
template <bool kIsKnown>
__attribute__((target("avx512f"))) void take_step_avx512(const Step& step) {
  take_step<kIsKnown>(step);
}
#endif

using TakeStep = void (*)(const Step&);

template <bool kIsKnown>
TakeStep step_for(Kernel kernel) {
#if defined(__x86_64__)
  if (kernel == Kernel::avx512_vnni) return take_step_avx512<kIsKnown>;
  if (kernel == Kernel::avx2) return take_step_avx2<kIsKnown>;
#endif
  return take_step_portable<kIsKnown>;
}

// What a layer reads: vectors, or what the gates take from them.
struct LayerInput {
  const RoundedVectors* vectors = nullptr;
  const float* const* gate_inputs = nullptr;
};

// Sequences that are read side by side: each weight is then fetched once for all.
constexpr std::size_t kLanes = 8;

constexpr int kCacheLine = 16;  // floats

// Products of that many inputs of each lane are taken ahead of the steps.
constexpr int kChunk = 8;

struct Sequence {
  std::ptrdiff_t begin = 0;  // position of its first vector
  int length = 0;
};

// One of the sequences read side by side.
struct Lane {
  Sequence sequence;
  int step = 0;              // how many of its vectors are read
  std::ptrdiff_t first = 0;  // position of the first of the chunk's vectors
  std::size_t slot = 0;      // where its products and its cell are kept
};

// The lanes of one direction: when one is at its end, the next sequence takes its place.
class Lanes {
 public:
  Lanes(const LstmLayer& layer, int direction, LayerInput in, std::span<const Sequence> sequences, float* out,
        Kernel kernel, LstmScratch& scratch)
      : in_(in),
        input_(layer.from_input[direction]),
        recurrent_(layer.from_hidden[direction]),
        n_(layer.hidden),
        direction_(direction),
        waiting_(sequences),
        out_(out),
        kernel_(kernel),
        take_(in.gate_inputs != nullptr ? step_for<true>(kernel) : step_for<false>(kernel)),
        scratch_(scratch) {
    for (std::size_t i = 0; i < kLanes; ++i) lanes_[i].slot = i;
    while (used_ < kLanes && !waiting_.empty()) begin_sequence(used_++);
  }

  bool is_done() const { return used_ == 0; }

  // Reads one vector of each lane.
  void advance() {
    for (std::size_t i = 0; i < used_; ++i) {
      if (in_.vectors != nullptr && lanes_[i].step % kChunk == 0) take_chunk(lanes_[i]);
    }
    multiply_with(kernel_, recurrent_, scratch_.state_activations.data(), static_cast<int>(used_),
                  scratch_.state_sums.data());
    for (std::size_t i = 0; i < used_; ++i) read_vector(i);
    for (std::size_t i = used_; i-- > 0;) {
      if (++lanes_[i].step == lanes_[i].sequence.length) end_sequence(i);
    }
  }

 private:
  std::uint8_t* activations(std::size_t lane) const {
    return scratch_.state_activations.data() + lane * static_cast<std::size_t>(recurrent_.columns);
  }
  float* cell(const Lane& lane) const {
    return scratch_.cell.data() + lane.slot * static_cast<std::size_t>(n_);
  }
  std::int32_t* products(const Lane& lane) const {
    return scratch_.sums.data() + lane.slot * kChunk * static_cast<std::size_t>(input_.rows);
  }

  // Requires: one is waiting. Its state before the first vector is 0.
  void begin_sequence(std::size_t i) {
    Lane& lane = lanes_[i];
    lane.sequence = waiting_.front();
    lane.step = 0;
    waiting_ = waiting_.subspan(1);
    std::fill_n(cell(lane), n_, 0.0f);
    std::fill_n(activations(i), recurrent_.columns, static_cast<std::uint8_t>(kActivationZero));
  }

  // Without another to read, the last lane closes the gap.
  void end_sequence(std::size_t i) {
    if (!waiting_.empty()) return begin_sequence(i);
    const std::size_t last = --used_;
    if (i == last) return;
    std::swap(lanes_[i], lanes_[last]);
    std::copy_n(activations(last), recurrent_.columns, activations(i));
  }

  // Products of the next vectors of a lane, in the order of their positions.
  void take_chunk(Lane& lane) {
    const auto [begin, length] = lane.sequence;
    const int until = std::min(length, lane.step + kChunk);
    lane.first = begin + (direction_ == 0 ? lane.step : length - until);
    multiply_with(kernel_, input_, in_.vectors->activations.data() + lane.first * input_.columns,
                  until - lane.step, products(lane));
  }

  void read_vector(std::size_t i) {
    const Lane& lane = lanes_[i];
    const auto [begin, length] = lane.sequence;
    const std::ptrdiff_t position = begin + (direction_ == 0 ? lane.step : length - 1 - lane.step);
    Step step{.n = n_,
              .state_sums = scratch_.state_sums.data() + static_cast<std::ptrdiff_t>(i) * recurrent_.rows,
              .state_scale = recurrent_.scale.data(),
              .cell = cell(lane),
              .state = out_ + position * 2 * n_ + direction_ * n_,
              .activations = activations(i)};
    if (in_.gate_inputs != nullptr) {
      const std::ptrdiff_t first = static_cast<std::ptrdiff_t>(direction_) * input_.rows;
      step.gate_inputs = in_.gate_inputs[position] + first;
      // Of the lane's next vector: they lie far apart, in no order.
      if (lane.step + 1 < length) {
        const float* next = in_.gate_inputs[position + (direction_ == 0 ? 1 : -1)] + first;
        for (int k = 0; k < input_.rows; k += kCacheLine) __builtin_prefetch(next + k);
      }
    } else {
      step.input_sums = products(lane) + (position - lane.first) * input_.rows;
      step.input_scale = input_.scale.data();
      step.input_bias = input_.bias.data();
      step.input_step = in_.vectors->steps[static_cast<std::size_t>(position)];
    }
    take_(step);
  }

  const LayerInput in_;
  const QuantizedMatrix& input_;
  const QuantizedMatrix& recurrent_;
  const int n_;
  const int direction_;
  std::span<const Sequence> waiting_;
  float* const out_;
  const Kernel kernel_;
  const TakeStep take_;
  LstmScratch& scratch_;
  std::array<Lane, kLanes> lanes_;
  std::size_t used_ = 0;
};

// The sequences, the longest first: then the lanes end at about the same time.
std::vector<Sequence> order_sequences(std::span<const int> lengths) {
  std::vector<Sequence> sequences;
  sequences.reserve(lengths.size());
  std::ptrdiff_t begin = 0;
  for (const int length : lengths) {
    if (length > 0) sequences.push_back({.begin = begin, .length = length});
    begin += length;
  }
  std::stable_sort(sequences.begin(), sequences.end(),
                   [](const Sequence& a, const Sequence& b) { return a.length > b.length; });
  return sequences;
}

void read_both_ways(const LstmLayer& layer, LayerInput in, std::span<const int> lengths, float* out,
                    LstmScratch& scratch, Kernel kernel) {
  const auto size = [](std::size_t a, int b) { return a * static_cast<std::size_t>(b); };
  scratch.sums.resize(size(kLanes * kChunk, layer.from_input[0].rows));
  scratch.cell.resize(size(kLanes, layer.hidden));
  scratch.state_activations.resize(size(kLanes, layer.from_hidden[0].columns));
  scratch.state_sums.resize(size(kLanes, layer.from_hidden[0].rows));
  const std::vector<Sequence> sequences = order_sequences(lengths);
  for (int direction = 0; direction < 2; ++direction) {
    Lanes lanes(layer, direction, in, sequences, out, kernel, scratch);
    while (!lanes.is_done()) lanes.advance();
  }
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
    constexpr float kStateStep = 1.0f / kActivationMax;  // states lie in [-1, 1]
    for (float& scale : rec->scale) scale *= kStateStep;
    layer.from_input[direction] = *std::move(in);
    layer.from_hidden[direction] = *std::move(rec);
  }
  return layer;
}

void run_lstm(const LstmLayer& layer, const RoundedVectors& in, std::span<const int> lengths, float* out,
              LstmScratch& scratch, Kernel kernel) {
  read_both_ways(layer, {.vectors = &in}, lengths, out, scratch, kernel);
}

void run_lstm(const LstmLayer& layer, std::span<const float* const> gate_inputs, std::span<const int> lengths,
              float* out, LstmScratch& scratch, Kernel kernel) {
  read_both_ways(layer, {.gate_inputs = gate_inputs.data()}, lengths, out, scratch, kernel);
}

}  // namespace hearsay
