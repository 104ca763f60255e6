#include "train/perceptron.h"

namespace hearsay {

void add_scores(const Perceptron& p, std::span<const std::uint64_t> features,
                std::span<std::int32_t> scores) {
  for (const std::uint64_t f : features) {
    const std::int32_t* row = p.weights.data() + p.row(f);
    for (int label = 0; label < p.label_count; ++label) scores[static_cast<std::size_t>(label)] += row[label];
  }
}

void update(Perceptron& p, std::span<const std::uint64_t> features, int right, int wrong) {
  for (const std::uint64_t f : features) {
    std::uint8_t& mistakes = p.mistakes[row_of(f, p.bits + 3)];
    if (mistakes < 255) ++mistakes;
    if (mistakes < p.min_mistakes) continue;
    const std::size_t row = p.row(f);
    const std::size_t up = row + static_cast<std::size_t>(right);
    const std::size_t down = row + static_cast<std::size_t>(wrong);
    p.weights[up] += 1;
    p.totals[up] += p.time;
    p.weights[down] -= 1;
    p.totals[down] -= p.time;
  }
}

std::vector<float> averaged(const Perceptron& p) {
  std::vector<float> out(p.weights.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] =
        static_cast<float>(p.weights[i] - static_cast<double>(p.totals[i]) / static_cast<double>(p.time));
  }
  return out;
}

}  // namespace hearsay
