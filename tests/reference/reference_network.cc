#include "tests/reference/reference_network.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "document/unicode.h"
#include "document/utf8.h"
#include "model/feature_hash.h"
#include "syntax/gazetteer.h"
#include "syntax/word_features.h"

namespace hearsay {
namespace {

constexpr int kLargestActivation = 63;

// A vector rounded to whole units.
struct Rounded {
  std::vector<int> values;
  float unit = 0;
};

// The largest magnitude becomes `largest`; halves go to the even neighbour.
Rounded round_to(const Vector& v, int largest) {
  float top = 0;
  for (const float x : v) top = std::max(top, std::fabs(x));
  const float inverse = top > 0 ? static_cast<float>(largest) / top : 0.0f;
  Rounded out{.unit = top / static_cast<float>(largest)};
  for (const float x : v) out.values.push_back(static_cast<int>(std::nearbyint(x * inverse)));
  return out;
}

// Eight partial sums of every eighth term, then those in pairs.
float sum_of(const Vector& terms) {
  float parts[8] = {};
  for (std::size_t i = 0; i < terms.size(); ++i) parts[i % 8] += terms[i];
  return ((parts[0] + parts[1]) + (parts[2] + parts[3])) + ((parts[4] + parts[5]) + (parts[6] + parts[7]));
}

// Numerator and denominator.
using Fraction = std::array<float, 2>;

Fraction soft_tanh(float x) {
  const float c = std::clamp(x, -4.97f, 4.97f);
  const float s = c * c;
  return {c * (0.99981625f + s * (0.10182363f + s * 6.5787735e-4f)),
          1.0f + s * (0.43462002f + s * 0.012669011f)};
}

// Of twice the sigmoid.
Fraction soft_sigmoid(float x) {
  const float c = std::clamp(x, -9.94f, 9.94f);
  const float s = c * c;
  const float p = c * (0.49990813f + s * (0.012727953f + s * 2.0558667e-5f));
  const float q = 1.0f + s * (0.108655f + s * 7.918132e-4f);
  return {q + p, q};
}

template <typename M>
std::int32_t row_product(const M& m, int row, const std::vector<int>& x) {
  std::int32_t sum = 0;
  for (int c = 0; c < m.columns; ++c) {
    const int weight = m.weights[static_cast<std::size_t>(row) * m.columns + c];
    sum += std::max(weight, -127) * x[c];
  }
  return sum;
}

template <typename M>
Vector product(const M& m, const Vector& in) {
  const Rounded x = round_to(in, kLargestActivation);
  Vector out;
  for (int r = 0; r < m.rows; ++r) {
    out.push_back(static_cast<float>(row_product(m, r, x.values)) * (m.scale[r] * x.unit) + m.bias[r]);
  }
  return out;
}

void relu(Vector& v) {
  for (float& x : v) x = x > 0 ? x : 0;
}

void add(const Vector& from, Vector& to) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
}

Vector times(const Vector& a, std::span<const float> b) {
  Vector out;
  for (std::size_t i = 0; i < a.size(); ++i) out.push_back(a[i] * b[i]);
  return out;
}

// 0 to 7 as they are, then 8 to 10, 11 to 15, 16 to 23, 24 to 33, 34 to 53, and more.
int distance_bucket(int distance) {
  int bucket = std::min(distance, 7);
  for (const int from : {8, 11, 16, 24, 34, 54}) bucket += distance >= from;
  return bucket;
}

}  // namespace

ReferenceNetwork::ReferenceNetwork(const ModelFile& file) : file_(file) {
  const auto sizes = *file.array<std::uint32_t>("sizes");
  width_ = static_cast<int>(sizes[0]);
  states_ = static_cast<int>(sizes[1]);
  arc_width_ = static_cast<int>(sizes[2]);
  label_width_ = static_cast<int>(sizes[3]);
}

std::span<const float> ReferenceNetwork::floats(const std::string& name) const {
  return *file_.array<float>(name);
}

ReferenceNetwork::Matrix ReferenceNetwork::matrix(const std::string& name) const {
  Matrix m{.weights = *file_.array<std::int8_t>(name + ".w"),
           .scale = floats(name + ".scale"),
           .bias = floats(name + ".bias")};
  m.rows = static_cast<int>(m.scale.size());
  m.columns = static_cast<int>(m.weights.size()) / m.rows;
  return m;
}

// The vector of `key`, or none.
std::span<const std::int8_t> ReferenceNetwork::embedding(const std::string& table, std::uint64_t key) const {
  const auto keys = *file_.array<std::uint64_t>(table + ".keys");
  const auto found = std::find(keys.begin(), keys.end(), key);
  if (found == keys.end()) return {};
  const std::uint32_t row = (*file_.array<std::uint32_t>(table + ".rows"))[found - keys.begin()];
  return file_.array<std::int8_t>(table + ".w")->subspan(std::size_t{row} * width_, width_);
}

bool ReferenceNetwork::is_phrase(const std::string& phrase, int kind) const {
  const auto keys = *file_.array<std::uint64_t>("gazetteer.keys");
  const auto found = std::find(keys.begin(), keys.end(), hash_bytes("g:" + phrase));
  if (found == keys.end()) return false;
  return ((*file_.array<std::uint16_t>("gazetteer.classes"))[found - keys.begin()] >> kind & 1) != 0;
}

std::vector<std::vector<std::uint64_t>> ReferenceNetwork::find_phrases(
    std::span<const std::string_view> words) const {
  std::vector<std::vector<std::uint64_t>> out(words.size());
  for (int kind = 0; kind < kGazetteerClasses; ++kind) {
    for (std::size_t i = 0; i < words.size();) {
      const CharClass c = char_class(decode_utf8(words[i], 0).value);
      std::size_t length = 0;
      std::string phrase;
      for (std::size_t n = 1; is_letter(c) && n <= 4 && i + n <= words.size(); ++n) {
        std::string word;
        fold_word(words[i + n - 1], word);
        phrase += (n == 1 ? "" : " ") + word;
        if (is_phrase(phrase, kind)) length = n;
      }
      for (std::size_t k = 0; k < length; ++k) {
        const char* place = length == 1 ? "S" : k == 0 ? "B" : "I";
        out[i + k].push_back(
            hash_bytes((c == CharClass::upper ? "z" : "y") + std::to_string(kind) + ":" + place));
      }
      i += std::max<std::size_t>(1, length);
    }
  }
  return out;
}

Vector ReferenceNetwork::embed(std::string_view word, const std::vector<std::uint64_t>& phrases) const {
  WordFeatures features;
  find_word_features(word, features);
  const auto vectors = *file_.array<std::int8_t>("features.w");
  std::vector<int> sums(width_, 0);
  for (std::size_t i = 0; i < features.keys.size(); ++i) {
    auto row = embedding("features", features.keys[i]);
    if (row.empty() && i == 0) row = vectors.first(width_);  // the vector of unknown words
    for (std::size_t k = 0; k < row.size(); ++k) sums[k] += row[k];
  }
  for (const std::uint64_t key : phrases) {
    const auto row = embedding("features", key);
    for (std::size_t k = 0; k < row.size(); ++k) sums[k] += row[k];
  }
  const auto ngrams = *file_.array<std::int8_t>("ngrams.w");
  std::vector<int> ngram_sums(width_, 0);
  for (const std::uint64_t hash : features.ngrams) {
    const std::size_t row = hash % (ngrams.size() / width_);
    for (int k = 0; k < width_; ++k) ngram_sums[k] += ngrams[row * width_ + k];
  }
  const float count = static_cast<float>(std::max<std::size_t>(1, features.ngrams.size()));
  const float ngram_unit = floats("units")[1] / std::sqrt(count);
  Vector v;
  for (int k = 0; k < width_; ++k) {
    v.push_back(static_cast<float>(sums[k]) * floats("units")[0] +
                static_cast<float>(ngram_sums[k]) * ngram_unit);
  }

  const float mean = sum_of(v) / static_cast<float>(width_);
  Vector squares;
  for (const float x : v) squares.push_back((x - mean) * (x - mean));
  const float inverse = 1.0f / std::sqrt(sum_of(squares) / static_cast<float>(width_) + 1e-5f);
  for (int k = 0; k < width_; ++k) {
    v[k] = (v[k] - mean) * inverse * floats("norm.gain")[k] + floats("norm.bias")[k];
  }
  return v;
}

Vectors ReferenceNetwork::run_direction(const std::string& name, const Vectors& in, bool backward) const {
  const Matrix from_input = matrix(name + ".in");
  const Matrix from_state = matrix(name + ".rec");
  Vectors out(in.size());
  Vector cell(states_, 0.0f);
  std::vector<int> state(states_, 0);  // rounded; a state lies in [-1, 1]
  for (std::size_t step = 0; step < in.size(); ++step) {
    const std::size_t t = backward ? in.size() - 1 - step : step;
    Vector gates = product(from_input, in[t]);
    for (int r = 0; r < 4 * states_; ++r) {
      gates[r] += static_cast<float>(row_product(from_state, r, state)) *
                  (from_state.scale[r] * (1.0f / kLargestActivation));
    }
    for (int k = 0; k < states_; ++k) {
      const auto [input, input_below] = soft_sigmoid(gates[k]);
      const auto [forget, forget_below] = soft_sigmoid(gates[states_ + k]);
      const auto [added, added_below] = soft_tanh(gates[2 * states_ + k]);
      const auto [output, output_below] = soft_sigmoid(gates[3 * states_ + k]);
      const float below = input_below * added_below;
      cell[k] =
          (0.5f * ((forget * cell[k]) * below + (input * added) * forget_below)) / (forget_below * below);
      const auto [shown, shown_below] = soft_tanh(cell[k]);
      out[t].push_back((0.5f * (output * shown)) / (output_below * shown_below));
    }
    for (int k = 0; k < states_; ++k) {
      state[k] = static_cast<int>(std::nearbyint(out[t][k] * kLargestActivation));
    }
  }
  return out;
}

Vectors ReferenceNetwork::run_lstm(const std::string& name, const Vectors& in) const {
  Vectors out = run_direction(name + ".f", in, false);
  const Vectors backward = run_direction(name + ".b", in, true);
  for (std::size_t t = 0; t < in.size(); ++t) {
    out[t].insert(out[t].end(), backward[t].begin(), backward[t].end());
  }
  return out;
}

Vectors ReferenceNetwork::encode(std::span<const std::string_view> words) {
  Vectors embedded;
  const auto phrases = find_phrases(words);
  for (std::size_t i = 0; i < words.size(); ++i) embedded.push_back(embed(words[i], phrases[i]));
  const Vectors first = run_lstm("lstm1", embedded);
  const Vectors second = run_lstm("lstm2", first);
  hidden_.clear();
  Vectors tags;
  for (std::size_t t = 0; t < words.size(); ++t) {
    hidden_.push_back(product(matrix("mlp"), second[t]));
    relu(hidden_.back());
    tags.push_back(product(matrix("tags"), first[t]));
  }
  find_names(embedded, first, second);
  return tags;
}

void ReferenceNetwork::find_names(const Vectors& embedded, const Vectors& first, const Vectors& second) {
  Vectors hidden;
  for (std::size_t t = 0; t < embedded.size(); ++t) {
    hidden.push_back(product(matrix("names.word"), embedded[t]));
    add(product(matrix("names.first"), first[t]), hidden.back());
    add(product(matrix("names.second"), second[t]), hidden.back());
    relu(hidden.back());
  }
  names_.clear();
  const Vector nothing(floats("names.word.bias").size(), 0.0f);
  for (std::size_t t = 0; t < hidden.size(); ++t) {
    Vector window = t > 0 ? hidden[t - 1] : nothing;
    window.insert(window.end(), hidden[t].begin(), hidden[t].end());
    const Vector& after = t + 1 < hidden.size() ? hidden[t + 1] : nothing;
    window.insert(window.end(), after.begin(), after.end());
    Vector context = product(matrix("names.window"), window);
    relu(context);
    names_.push_back(product(matrix("names"), second[t]));
    add(product(matrix("names.context"), context), names_.back());
  }
}

Vector ReferenceNetwork::hidden(std::size_t word, int begin, int size) const {
  return {hidden_[word].begin() + begin, hidden_[word].begin() + begin + size};
}

Vectors ReferenceNetwork::score_arcs() const {
  const auto distance_bias = floats("arc.distance");
  const auto root = floats("arc.root");
  const int n = static_cast<int>(hidden_.size());
  Vectors scores;
  for (int d = 0; d < n; ++d) {
    const Rounded dependent = round_to(product(matrix("bilinear"), hidden(d, 0, arc_width_)), 2047);
    Vector row;
    for (int h = 0; h <= n; ++h) {
      const Vector vector = h == 0 ? Vector(root.begin(), root.end()) : hidden(h - 1, arc_width_, arc_width_);
      const Rounded head = round_to(vector, 2047);
      std::int32_t sum = 0;
      for (int k = 0; k < arc_width_; ++k) sum += dependent.values[k] * head.values[k];
      const int offset = h - 1 - d;
      const int bucket = 2 * distance_bucket(std::abs(offset)) + (offset > 0 ? 1 : 0);
      const float bias = distance_bias[h == 0 ? distance_bias.size() - 1 : bucket];
      row.push_back(static_cast<float>(sum) * (dependent.unit * head.unit) +
                    sum_of(times(vector, floats("arc.head_bias"))) + bias);
    }
    scores.push_back(row);
  }
  return scores;
}

std::vector<int> ReferenceNetwork::choose_labels(std::span<const int> heads) const {
  const auto root = floats("label.root");
  std::vector<int> labels;
  for (std::size_t d = 0; d < heads.size(); ++d) {
    const Vector dependent = hidden(d, 2 * arc_width_, label_width_);
    const Vector head = heads[d] == 0 ? Vector(root.begin(), root.end())
                                      : hidden(heads[d] - 1, 2 * arc_width_ + label_width_, label_width_);
    const Vector both = times(dependent, head);
    Vector in = dependent;
    in.insert(in.end(), head.begin(), head.end());
    in.insert(in.end(), both.begin(), both.end());
    Vector inner = product(matrix("label1"), in);
    relu(inner);
    const Vector scores = product(matrix("label2"), inner);
    labels.push_back(static_cast<int>(std::max_element(scores.begin(), scores.end()) - scores.begin()));
  }
  return labels;
}

}  // namespace hearsay
