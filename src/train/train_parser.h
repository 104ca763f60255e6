// Fits the parser.
//
// Cost:    about two minutes for 280,000 words on one core
// Threads: one; the same data gives the same model
#ifndef HEARSAY_SRC_TRAIN_TRAIN_PARSER_H_
#define HEARSAY_SRC_TRAIN_TRAIN_PARSER_H_

#include <cstdint>
#include <filesystem>

#include "train/train_tagger.h"

namespace hearsay {

struct ParserTraining {
  TaggerTraining tagger;  // its data, its output (output/parser.model), and how to jackknife tags
  int iterations = 10;
  int action_bits = 21;    // 2^bits rows of four weights
  int relation_bits = 18;  // 2^bits rows of a weight a relation
  int action_min_mistakes = 2;
  int relation_min_mistakes = 2;
  float action_scale = 0.4f;  // weights are stored as multiples of these
  float relation_scale = 0.2f;
  // From the second iteration on, follow the parser's own choice, right or wrong, this
  // often (in percent), so that it learns what to do after an error.
  std::uint32_t exploration_percent = 90;
  std::uint64_t seed = 2;
};

// Fails as train_tagger() does.
Result<Success> train_parser(const ParserTraining& options, const Progress& progress);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_TRAIN_PARSER_H_
