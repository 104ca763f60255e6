// From scores of labels to names: the best sequence, by the scores of words and of
// neighbouring labels, in which only the beginning of a name, or more of it, goes
// before its inside. A dash with spaces around it is in no name.
#ifndef HEARSAY_SRC_SYNTAX_NAME_LABELS_H_
#define HEARSAY_SRC_SYNTAX_NAME_LABELS_H_

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "hearsay/document.h"

namespace hearsay {

// Label 0 is outside; 1 + 2k begins and 2 + 2k continues a name of kind k. The
// second set is of places inside names: outside, begin, inside.
inline constexpr int kNameLabels = 1 + 2 * kEntityKindCount;
inline constexpr int kInnerLabels = 3;

// What a score of 1 is worth as a log-probability. Stored in model files by its
// effect: never change.
inline constexpr float kNameScoreUnit = 1.0f / 1024;

struct NameLabelScratch {
  std::vector<std::int32_t> scores;
  std::vector<std::array<std::uint8_t, kNameLabels>> back;
  std::vector<std::uint8_t> labels, inner;
};

// The best labels of `count` words, `labels` of them at the front of each row of
// `stride` scores. `chain` has what each label before another adds, [before][label],
// and what each adds at the start: (labels + 1) x labels numbers; it may be empty.
// Of equals, the sequence with the lower label where they differ last. O(count).
// Requires: labels <= kNameLabels.
void best_name_labels(std::span<const std::int32_t> scores, int stride, int count, int labels,
                      std::span<const std::int32_t> chain, NameLabelScratch& scratch,
                      std::vector<std::uint8_t>& out);

// Appends the names in the words that begin at token `first`, by the scores of both
// sets of labels: a row of `stride` for each of `count` words. `chain` is that of the
// first set.
void append_names(std::span<const float> scores, int stride, int count, std::span<const std::int32_t> chain,
                  std::uint32_t first, Document& doc, NameLabelScratch& scratch);

}  // namespace hearsay

#endif  // HEARSAY_SRC_SYNTAX_NAME_LABELS_H_
