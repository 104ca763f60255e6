#include "syntax/word_vectors.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

#include "model/linear.h"

namespace hearsay {
namespace {

void write_vector(const WordVectors& from, std::string_view form, std::span<const std::uint64_t> phrases,
                  WordVectorScratch& scratch) {
  find_word_features(form, scratch.word);
  const std::span<const std::uint64_t> keys = scratch.word.keys;
  scratch.rows.clear();
  // The first key is the word itself; a word that was not in training has a vector too.
  if (from.features.find(keys[0]) == nullptr) scratch.rows.add(from.features.row(0));
  scratch.rows.add(from.features, keys);
  scratch.rows.add(from.features, phrases);
  scratch.ngram_rows.clear();
  const auto width = static_cast<std::size_t>(from.width);
  const std::uint64_t ngram_rows = from.ngrams.weights.size() / width;
  for (const std::uint64_t hash : scratch.word.ngrams) {
    scratch.ngram_rows.add(from.ngrams.row(static_cast<std::uint32_t>(hash % ngram_rows)));
  }
  scratch.sums.resize(2 * width);
  std::int32_t* sums = scratch.sums.data();
  scratch.rows.write(from.width, sums);
  scratch.ngram_rows.write(from.width, sums + width);
  const float count = static_cast<float>(std::max<std::size_t>(1, scratch.word.ngrams.size()));
  const float ngram_unit = from.ngram_unit / std::sqrt(count);
  scratch.vector.resize(width);
  for (std::size_t i = 0; i < width; ++i) {
    scratch.vector[i] =
        static_cast<float>(sums[i]) * from.feature_unit + static_cast<float>(sums[width + i]) * ngram_unit;
  }
  normalise(from.norm_gain, from.norm_bias, scratch.vector.data());
}

}  // namespace

Result<WordVectors> load_word_vectors(const ModelFile& file, int width) {
  WordVectors vectors{.width = width};
  const Result<Gazetteer> gazetteer = load_gazetteer(file);
  if (!gazetteer) return gazetteer.error();
  vectors.gazetteer = *gazetteer;
  for (auto [table, name] :
       {std::pair(&vectors.features, "features"), std::pair(&vectors.ngrams, "ngrams")}) {
    const Result<EmbeddingTable> loaded = load_embedding(file, name, width);
    if (!loaded) return loaded.error();
    if (loaded->weights.empty()) return file.corrupt(std::string("section ") + name + ".w: is empty");
    *table = *loaded;
  }
  for (auto [values, name] :
       {std::pair(&vectors.norm_gain, "norm.gain"), std::pair(&vectors.norm_bias, "norm.bias")}) {
    const auto loaded = load_floats(file, name, static_cast<std::size_t>(width));
    if (!loaded) return loaded.error();
    *values = *loaded;
  }
  const auto units = load_floats(file, "units", 2);
  if (!units) return units.error();
  vectors.feature_unit = (*units)[0];
  vectors.ngram_unit = (*units)[1];
  return vectors;
}

void find_word_vectors(const WordVectors& vectors, std::span<const std::string_view> words,
                       std::span<const int> lengths, WordVectorScratch& scratch, RoundedVectors& out) {
  out.columns = padded_columns(vectors.width);
  const auto columns = static_cast<std::size_t>(out.columns);
  out.activations.resize(words.size() * columns);
  out.steps.resize(words.size());
  scratch.known.attach(&vectors, out.columns);
  scratch.known.begin_batch();
  scratch.places.resize(words.size());
  scratch.fresh.clear();
  std::size_t n = 0;
  for (const int length : lengths) {
    const auto stretch = words.subspan(n, static_cast<std::size_t>(length));
    find_phrases(vectors.gazetteer, stretch, scratch.gazetteer, scratch.phrases);
    for (std::size_t i = 0; i < stretch.size(); ++i, ++n) {
      const WordCache::Vector kept = scratch.known.find(stretch[i], scratch.phrases[i]);
      if (!kept.is_known) {
        write_vector(vectors, stretch[i], scratch.phrases[i], scratch);
        *kept.step = quantize(scratch.vector, out.columns, kept.activations);
        scratch.fresh.push_back(static_cast<std::uint32_t>(n));
      }
      std::copy_n(kept.activations, columns, out.activations.data() + n * columns);
      out.steps[n] = *kept.step;
      scratch.places[n] = kept.place;
    }
  }
}

}  // namespace hearsay
