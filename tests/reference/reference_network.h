// The syntax network once more: plain loops over the sections of its file as they lie
// there, one vector at a time, no kernels, no padding, no batches. Sums of products are
// integers and the rest is float in the order that network.h and lstm.h promise, so the
// two agree to the last bit. Kept out of the library.
#ifndef HEARSAY_TESTS_REFERENCE_REFERENCE_NETWORK_H_
#define HEARSAY_TESTS_REFERENCE_REFERENCE_NETWORK_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/model_file.h"

namespace hearsay {

using Vector = std::vector<float>;
using Vectors = std::vector<Vector>;  // one a word

class ReferenceNetwork {
 public:
  // Requires: a file that load_network() accepts, which outlives this.
  explicit ReferenceNetwork(const ModelFile& file);

  // What run_encoder(), score_names(), score_arcs() and choose_labels() give. The
  // scores of tags and names are not padded; encode() comes first.
  Vectors encode(std::span<const std::string_view> words);
  Vectors score_names() const { return names_; }
  Vectors score_arcs() const;
  std::vector<int> choose_labels(std::span<const int> heads) const;

 private:
  // W as stored, with what a unit of weight is worth in each row.
  struct Matrix {
    int rows = 0;
    int columns = 0;
    std::span<const std::int8_t> weights;
    std::span<const float> scale, bias;
  };
  Matrix matrix(const std::string& name) const;
  std::span<const float> floats(const std::string& name) const;
  std::span<const std::int8_t> embedding(const std::string& table, std::uint64_t key) const;
  Vector embed(std::string_view word, const std::vector<std::uint64_t>& phrases) const;
  std::vector<std::vector<std::uint64_t>> find_phrases(std::span<const std::string_view> words) const;
  bool is_phrase(const std::string& phrase, int kind) const;
  Vectors run_lstm(const std::string& name, const Vectors& in) const;
  Vectors run_direction(const std::string& name, const Vectors& in, bool backward) const;
  void find_names(const Vectors& embedded, const Vectors& first, const Vectors& second);
  // The part of the last hidden vector of `word` from `begin` on.
  Vector hidden(std::size_t word, int begin, int size) const;

  const ModelFile& file_;
  int width_ = 0, states_ = 0, arc_width_ = 0, label_width_ = 0;
  Vectors names_, hidden_;  // of the words that encode() read last
};

}  // namespace hearsay

#endif  // HEARSAY_TESTS_REFERENCE_REFERENCE_NETWORK_H_
