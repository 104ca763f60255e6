// A text cut where attributions begin and end, so that overlapping spans can be
// shown in formats that only nest.
#ifndef HEARSAY_SRC_FORMAT_SEGMENTS_H_
#define HEARSAY_SRC_FORMAT_SEGMENTS_H_

#include <cstdint>
#include <vector>

#include "hearsay/document.h"

namespace hearsay {

// A stretch of text over which no mark begins or ends.
struct Segment {
  // No segment names more: what lies deeper cannot be told apart by a reader.
  static constexpr std::size_t kMostNamed = 4;

  Span span;
  bool source = false;
  bool cue = false;
  bool content = false;
  // The attributions that it is part of: sources and cues before contents, short
  // marks before long ones.
  std::vector<std::uint32_t> attributions;
  std::vector<std::uint32_t> cues_begin;  // those whose cue begins here; all of them
};

// Covers the text from end to end, in order; no segment is empty. The borders of
// blocks are cuts, too. O(n log n) in the number of spans and blocks.
std::vector<Segment> cut_segments(const Document& doc);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_SEGMENTS_H_
