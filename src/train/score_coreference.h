// How well predicted chains of mentions match gold ones: MUC (Vilain et al. 1995), B3
// (Bagga & Baldwin 1998) and CEAFe (Luo 2005), and their mean (CoNLL-2012).
#ifndef HEARSAY_SRC_TRAIN_SCORE_COREFERENCE_H_
#define HEARSAY_SRC_TRAIN_SCORE_COREFERENCE_H_

#include <cstdint>
#include <vector>

namespace hearsay {

// Chains of one document: mentions as numbers that mean the same in gold and prediction.
using Chains = std::vector<std::vector<std::uint64_t>>;

// Sums over documents: precision = precision_sum / precision_count.
struct ChainMeasure {
  double precision_sum = 0, precision_count = 0, recall_sum = 0, recall_count = 0;
  double precision() const { return precision_count > 0 ? precision_sum / precision_count : 0; }
  double recall() const { return recall_count > 0 ? recall_sum / recall_count : 0; }
  double f1() const;
};

struct CoreferenceScore {
  ChainMeasure mentions;  // that are in some chain
  ChainMeasure muc, b_cubed, ceaf_e;
  double conll() const { return (muc.f1() + b_cubed.f1() + ceaf_e.f1()) / 3; }
};

// Adds one document. Mentions that only one side has count as errors in all measures.
// O(mentions + gold chains x predicted chains x the fewer of them). Requires: no
// mention is in two chains of one side.
void add_document(const Chains& gold, const Chains& predicted, CoreferenceScore& score);

// The chains of two or more mentions.
Chains without_singletons(const Chains& chains);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_SCORE_COREFERENCE_H_
