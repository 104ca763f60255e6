#include "tokenizer/sentences.h"

#include <array>
#include <bit>
#include <string>

#include "model/feature_hash.h"

namespace hearsay {

Result<SentenceModel> load_sentence_model(const ModelFile& file) {
  const auto weights = file.array<std::int8_t>("sentence.weights");
  if (!weights) return weights.error();
  const auto threshold = file.array<std::int32_t>("sentence.threshold");
  if (!threshold) return threshold.error();
  if (weights->size() < 2 || !std::has_single_bit(weights->size())) {
    return file.corrupt("section sentence.weights: expected 2^n weights, found " +
                        std::to_string(weights->size()));
  }
  if (threshold->size() != 1) return file.corrupt("section sentence.threshold: expected one number");
  return SentenceModel{
      .weights = *weights, .bits = std::countr_zero(weights->size()), .threshold = threshold->front()};
}

void store_sentence_model(ModelWriter& writer, std::span<const std::int8_t> weights, std::int32_t threshold) {
  writer.add("sentence.weights", weights);
  writer.add<std::int32_t>("sentence.threshold", std::array{threshold});
}

void split_sentences(const SentenceModel& model, const Lexicon& lexicon, Document& doc, std::uint32_t first,
                     std::vector<TokenTraits>& traits) {
  const auto last = static_cast<std::uint32_t>(doc.tokens.size());
  if (first == last) return;
  describe_tokens(lexicon, doc, first, last, traits);
  GapState state;
  for (std::uint32_t i = 0; i + 1 < traits.size(); ++i) {
    pass_token(traits, i, state);
    if (!is_candidate(traits, i)) continue;
    std::int32_t score = 0;
    for (const std::uint64_t f : gap_features(traits, i, state))
      score += model.weights[row_of(f, model.bits)];
    if (score <= model.threshold) continue;
    doc.sentences.push_back({first + state.begin, first + i + 1});
    begin_sentence(traits, i + 1, state);
  }
  doc.sentences.push_back({first + state.begin, last});
}

}  // namespace hearsay
