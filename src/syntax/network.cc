#include "syntax/network.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "syntax/name_labels.h"

namespace hearsay {
namespace {

constexpr int kDistanceBuckets = 14;

std::size_t area(int a, int b) { return static_cast<std::size_t>(a) * static_cast<std::size_t>(b); }

// 0 to 7 words as they are, then ever wider.
int distance_bucket(int distance) {
  constexpr std::array<int, 6> kFrom = {8, 11, 16, 24, 34, 54};
  if (distance < kFrom[0]) return distance;
  return 7 + static_cast<int>(std::upper_bound(kFrom.begin(), kFrom.end(), distance) - kFrom.begin());
}

void relu(float* values, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) values[i] = std::max(values[i], 0.0f);
}

// Rounds to 11 bits and a sign, so that sums of 2^8 products stay under 2^31.
float quantize_16(const float* values, int n, std::int16_t* out) {
  float largest = 0;
  for (int i = 0; i < n; ++i) largest = std::max(largest, std::fabs(values[i]));
  const float inverse = largest >= kLeastMagnitude ? 2047.0f / largest : 0.0f;
  for (int i = 0; i < n; ++i) {
    const float rounded = (values[i] * inverse + 12582912.0f) - 12582912.0f;
    out[i] = static_cast<std::int16_t>(rounded);
  }
  return largest / 2047.0f;
}

bool is_sane_width(std::uint32_t width) { return width > 0 && width <= 256 && width % 4 == 0; }

struct MatrixSection {
  QuantizedMatrix* matrix;
  const char* name;
  int rows, columns;
};

Result<Success> load_matrix(const ModelFile& file, const MatrixSection& s) {
  Result<QuantizedMatrix> loaded = load_quantized_matrix(file, s.name, s.rows, s.columns);
  if (!loaded) return loaded.error();
  *s.matrix = *std::move(loaded);
  return Success{};
}

// Products of `row` with `count` rows, all of n numbers.
__attribute__((always_inline)) inline void multiply_rows_body(const std::int16_t* row,
                                                              const std::int16_t* rows, int count, int n,
                                                              std::int32_t* products) {
  for (int r = 0; r < count; ++r, rows += n) {
    std::int32_t sum = 0;
    for (int i = 0; i < n; ++i) sum += static_cast<std::int32_t>(row[i]) * rows[i];
    products[r] = sum;
  }
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) void multiply_rows_avx2(const std::int16_t* row, const std::int16_t* rows,
                                                        int count, int n, std::int32_t* products) {
  multiply_rows_body(row, rows, count, n, products);
}
#endif

void multiply_rows(const std::int16_t* row, const std::int16_t* rows, int count, int n,
                   std::int32_t* products) {
#if defined(__x86_64__)
  if (fastest_kernel() != Kernel::portable) return multiply_rows_avx2(row, rows, count, n, products);
#endif
  multiply_rows_body(row, rows, count, n, products);
}

// Larger transitions would say nothing new and could overflow sums.
constexpr std::int32_t kMaxTransition = 1'000'000;

Result<Success> load_name_head(const ModelFile& file, int label_count, SyntaxNetwork& net) {
  NameHead& head = net.names;
  const auto sizes = file.array<std::uint32_t>("names.sizes");
  if (!sizes) return sizes.error();
  if (sizes->size() != 2 || !std::ranges::all_of(*sizes, is_sane_width)) {
    return file.corrupt("section names.sizes: expected two multiples of 4 up to 256");
  }
  head.hidden = static_cast<int>((*sizes)[0]);
  head.context = static_cast<int>((*sizes)[1]);
  QuantizedMatrix linear;  // what refits start from: nothing reads it here, yet it has to be sound
  for (const MatrixSection& s :
       {MatrixSection{&linear, "names.linear", label_count, 2 * net.hidden},
        MatrixSection{&head.inputs[0], "names.word", head.hidden, net.width},
        MatrixSection{&head.inputs[1], "names.first", head.hidden, 2 * net.hidden},
        MatrixSection{&head.inputs[2], "names.second", head.hidden, 2 * net.hidden},
        MatrixSection{&head.window, "names.window", head.context, 3 * head.hidden},
        MatrixSection{&head.from_context, "names.context", label_count, head.context},
        MatrixSection{&head.from_states, "names", label_count, 2 * net.hidden}}) {
    const Result<Success> loaded = load_matrix(file, s);
    if (!loaded) return loaded.error();
  }
  const auto chain = file.array<std::int32_t>("names.chain");
  if (!chain) return chain.error();
  const bool fits =
      chain->size() == area(kNameLabels + 1, kNameLabels) &&
      std::ranges::all_of(*chain, [](std::int32_t x) { return x >= -kMaxTransition && x <= kMaxTransition; });
  if (!fits) return file.corrupt("section names.chain: wrong size or number out of range");
  head.chain = *chain;
  return Success{};
}

}  // namespace

Result<SyntaxNetwork> load_network(const ModelFile& file, int upos_count, int xpos_count, int label_count,
                                   int name_label_count) {
  const auto sizes = file.array<std::uint32_t>("sizes");
  if (!sizes) return sizes.error();
  if (sizes->size() != 4 || !std::ranges::all_of(*sizes, is_sane_width))
    return file.corrupt("section sizes: expected four multiples of 4 up to 256");
  SyntaxNetwork net;
  net.width = static_cast<int>((*sizes)[0]);
  net.hidden = static_cast<int>((*sizes)[1]);
  net.arc_width = static_cast<int>((*sizes)[2]);
  net.label_width = static_cast<int>((*sizes)[3]);

  Result<WordVectors> words = load_word_vectors(file, net.width);
  if (!words) return words.error();
  net.words = *std::move(words);
  for (int i = 0; i < 2; ++i) {
    const int input = i == 0 ? net.width : 2 * net.hidden;
    Result<LstmLayer> layer = load_lstm(file, i == 0 ? "lstm1" : "lstm2", input, net.hidden);
    if (!layer) return layer.error();
    net.layers[i] = *std::move(layer);
  }
  const int mlp_rows = 2 * net.arc_width + 2 * net.label_width;
  for (const MatrixSection& s :
       {MatrixSection{&net.tag_head, "tags", upos_count + xpos_count, 2 * net.hidden},
        MatrixSection{&net.mlp, "mlp", mlp_rows, 2 * net.hidden},
        MatrixSection{&net.bilinear, "bilinear", net.arc_width, net.arc_width},
        MatrixSection{&net.label_hidden, "label1", net.label_width, 3 * net.label_width},
        MatrixSection{&net.label_output, "label2", label_count, net.label_width}}) {
    const Result<Success> loaded = load_matrix(file, s);
    if (!loaded) return loaded.error();
  }
  const Result<Success> names = load_name_head(file, name_label_count, net);
  if (!names) return names.error();
  struct FloatSection {
    std::span<const float>* values;
    const char* name;
    int size;
  };
  for (const FloatSection& s : {FloatSection{&net.head_bias, "arc.head_bias", net.arc_width},
                                FloatSection{&net.root_arc, "arc.root", net.arc_width},
                                FloatSection{&net.root_label, "label.root", net.label_width},
                                FloatSection{&net.distance_bias, "arc.distance", 2 * kDistanceBuckets + 1}}) {
    const auto loaded = load_floats(file, s.name, static_cast<std::size_t>(s.size));
    if (!loaded) return loaded.error();
    *s.values = *loaded;
  }
  return net;
}

std::span<const float> run_encoder(const SyntaxNetwork& net, std::span<const std::string_view> words,
                                   std::span<const int> lengths, NetworkScratch& scratch) {
  const int n = static_cast<int>(words.size());
  find_word_vectors(net.words, words, lengths, scratch.words, scratch.rounded_words);
  const auto gate_inputs =
      scratch.gates.find(net.layers[0], scratch.words, scratch.rounded_words, scratch.linear);
  scratch.states.resize(area(n, 2 * net.hidden));
  run_lstm(net.layers[0], gate_inputs, lengths, scratch.states.data(), scratch.lstm);
  round_vectors(scratch.states.data(), 2 * net.hidden, n, scratch.rounded_states[0]);
  run_lstm(net.layers[1], scratch.rounded_states[0], lengths, scratch.states.data(), scratch.lstm);
  round_vectors(scratch.states.data(), 2 * net.hidden, n, scratch.rounded_states[1]);
  apply_rectified(net.mlp, scratch.rounded_states[1], 0, n, scratch.mlp, scratch.linear);
  apply(net.tag_head, scratch.rounded_states[0], 0, n, scratch.tag_scores, scratch.linear);
  return scratch.tag_scores;
}

std::span<const float> score_names(const SyntaxNetwork& net, std::span<const int> lengths,
                                   NetworkScratch& scratch) {
  const int count = static_cast<int>(scratch.rounded_words.steps.size());
  const NameHead& head = net.names;
  const auto add = [&](const QuantizedMatrix& matrix, const RoundedVectors& in, std::vector<float>& sums) {
    apply(matrix, in, 0, count, scratch.name_products, scratch.linear);
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += scratch.name_products[i];
  };
  std::vector<float>& hidden = scratch.name_hidden;
  apply(head.inputs[0], scratch.rounded_words, 0, count, hidden, scratch.linear);
  for (int i = 0; i < 2; ++i) add(head.inputs[i + 1], scratch.rounded_states[i], hidden);
  relu(hidden.data(), hidden.size());

  std::vector<float>& window = scratch.name_window;
  const int stride = 3 * head.hidden;
  window.resize(area(count, stride));
  int first = 0;
  for (const int length : lengths) {  // beyond the ends of a stretch are zeros
    for (int t = 0; t < length; ++t) {
      for (int k = 0; k < 3; ++k) {
        float* part = window.data() + area(first + t, stride) + k * head.hidden;
        const int from = t + k - 1;
        if (from < 0 || from >= length) {
          std::fill_n(part, head.hidden, 0.0f);
        } else {
          std::copy_n(hidden.data() + area(first + from, head.inputs[0].rows), head.hidden, part);
        }
      }
    }
    first += length;
  }
  apply(head.window, stride, window.data(), count, hidden, scratch.linear);
  relu(hidden.data(), hidden.size());
  window.resize(area(count, head.context));
  for (int t = 0; t < count; ++t) {  // rows may be padded beyond the width: pack
    std::copy_n(hidden.data() + area(t, head.window.rows), head.context,
                window.data() + area(t, head.context));
  }
  apply(head.from_states, scratch.rounded_states[1], 0, count, scratch.name_scores, scratch.linear);
  round_vectors(window.data(), head.context, count, scratch.rounded_context);
  add(head.from_context, scratch.rounded_context, scratch.name_scores);
  return scratch.name_scores;
}

std::span<const float> score_arcs(const SyntaxNetwork& net, int first, int count, NetworkScratch& scratch) {
  const int a = net.arc_width;
  const float* mlp = scratch.mlp.data() + area(first, net.mlp.rows);
  std::vector<float>& vectors = scratch.arc_vectors;
  vectors.resize(area(count, a));
  for (int i = 0; i < count; ++i) std::copy_n(mlp + area(i, net.mlp.rows), a, vectors.data() + area(i, a));
  apply(net.bilinear, a, vectors.data(), count, scratch.products, scratch.linear);

  scratch.dependents.resize(area(count, a));
  scratch.heads.resize(area(count + 1, a));
  scratch.head_terms.resize(2 * static_cast<std::size_t>(count + 1));
  scratch.arc_scores.resize(area(count, count + 1));
  float* head_unit = scratch.head_terms.data();
  float* head_bias = head_unit + count + 1;
  for (int h = 0; h <= count; ++h) {
    const float* head = h == 0 ? net.root_arc.data() : mlp + area(h - 1, net.mlp.rows) + a;
    head_unit[h] = quantize_16(head, a, scratch.heads.data() + area(h, a));
    head_bias[h] = sum_terms(a, [&](int k) { return head[k] * net.head_bias[k]; });
  }
  scratch.arc_products.resize(static_cast<std::size_t>(count + 1));
  scratch.distance_scores.resize(static_cast<std::size_t>(2 * count));
  for (int offset = -count; offset < count; ++offset) {
    const int bucket = 2 * distance_bucket(std::abs(offset)) + (offset > 0);
    scratch.distance_scores[static_cast<std::size_t>(offset + count)] = net.distance_bias[bucket];
  }
  for (int d = 0; d < count; ++d) {
    std::int16_t* dependent = scratch.dependents.data() + area(d, a);
    const float unit = quantize_16(scratch.products.data() + area(d, net.bilinear.rows), a, dependent);
    multiply_rows(dependent, scratch.heads.data(), count + 1, a, scratch.arc_products.data());
    float* scores = scratch.arc_scores.data() + area(d, count + 1);
    const std::int32_t* arc_products = scratch.arc_products.data();
    const float* by_distance =
        scratch.distance_scores.data() + count - 1 - d;  // of head 0, which has its own
    for (int h = 0; h <= count; ++h) {
      const auto product = static_cast<float>(arc_products[h]);
      scores[h] = product * (unit * head_unit[h]) + head_bias[h] + by_distance[h];
    }
    scores[0] = static_cast<float>(arc_products[0]) * (unit * head_unit[0]) + head_bias[0] +
                net.distance_bias[2 * kDistanceBuckets];
  }
  return scratch.arc_scores;
}

void choose_labels(const SyntaxNetwork& net, int first, std::span<const int> heads, int label_count,
                   std::span<int> labels, NetworkScratch& scratch) {
  const float* mlp = scratch.mlp.data() + area(first, net.mlp.rows);
  const int count = static_cast<int>(heads.size());
  const int w = net.label_width;
  std::vector<float>& in = scratch.label_inputs;
  in.resize(area(count, 3 * w));
  for (int d = 0; d < count; ++d) {
    const float* dependent = mlp + area(d, net.mlp.rows) + 2 * net.arc_width;
    const float* head = heads[d] == 0 ? net.root_label.data()
                                      : mlp + area(heads[d] - 1, net.mlp.rows) + 2 * net.arc_width + w;
    float* row = in.data() + area(d, 3 * w);
    for (int k = 0; k < w; ++k) {
      row[k] = dependent[k];
      row[w + k] = head[k];
      row[2 * w + k] = dependent[k] * head[k];
    }
  }
  apply(net.label_hidden, 3 * w, in.data(), count, scratch.arc_scores, scratch.linear);
  relu(scratch.arc_scores.data(), scratch.arc_scores.size());
  // label_hidden.rows may be padded beyond w: pack.
  for (int d = 0; d < count; ++d) {
    std::copy_n(scratch.arc_scores.data() + area(d, net.label_hidden.rows), w, in.data() + area(d, w));
  }
  apply(net.label_output, w, in.data(), count, scratch.products, scratch.linear);
  for (int d = 0; d < count; ++d) {
    const float* row = scratch.products.data() + area(d, net.label_output.rows);
    labels[d] = static_cast<int>(std::max_element(row, row + label_count) - row);
  }
}

}  // namespace hearsay
