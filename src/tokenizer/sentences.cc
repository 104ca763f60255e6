#include "tokenizer/sentences.h"

#include <bit>
#include <string>

#include "model/feature_hash.h"

namespace hearsay {
namespace {

std::int32_t score_of(const SentenceModel& model, const GapFeatures& features) {
  std::int32_t score = 0;
  for (const std::uint64_t f : features) score += model.weights[row_of(f, model.bits)];
  return score;
}

}  // namespace

Result<SentenceModel> load_sentence_model(const ModelFile& file) {
  const auto weights = file.array<std::int8_t>("sentence.weights");
  if (!weights) return weights.error();
  if (weights->size() < 2 || !std::has_single_bit(weights->size())) {
    return file.corrupt("section sentence.weights: expected 2^n weights, found " +
                        std::to_string(weights->size()));
  }
  return SentenceModel{.weights = *weights, .bits = std::countr_zero(weights->size())};
}

void store_sentence_model(ModelWriter& writer, std::span<const std::int8_t> weights) {
  writer.add("sentence.weights", weights);
}

void split_sentences(const SentenceModel& model, const Lexicon& lexicon, Document& doc,
                     std::span<const TokenRange> segments, std::vector<TokenTraits>& traits) {
  const std::uint8_t punctuation = punctuation_of(doc, segments);
  for (const TokenRange segment : segments) {
    describe_tokens(lexicon, doc, segment, traits);
    GapState state{.punctuation = punctuation};
    for (std::uint32_t i = 0; i + 1 < traits.size(); ++i) {
      pass_token(traits, i, state);
      const GapRule rule = gap_rule(traits, i);
      if (rule == GapRule::never) continue;
      if (rule == GapRule::perhaps && score_of(model, gap_features(traits, i, state)) <= 0) continue;
      doc.sentences.push_back({segment.first + state.begin, segment.first + i + 1});
      begin_sentence(traits, i + 1, state);
    }
    doc.sentences.push_back({segment.first + state.begin, segment.last});
  }
}

}  // namespace hearsay
