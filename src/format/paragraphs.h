// Paragraph numbers, as the formats for people print them: blocks, counted from 1.
#ifndef HEARSAY_SRC_FORMAT_PARAGRAPHS_H_
#define HEARSAY_SRC_FORMAT_PARAGRAPHS_H_

#include <algorithm>
#include <cstdint>

#include "hearsay/document.h"

namespace hearsay {

// Number of the block that holds byte `offset`, or of the last one before it; 0
// where there is none. O(log blocks).
inline std::uint32_t paragraph_number(const Document& doc, std::uint32_t offset) {
  const auto after =
      std::upper_bound(doc.blocks.begin(), doc.blocks.end(), offset,
                       [](std::uint32_t at, const Block& block) { return at < block.span.begin; });
  return static_cast<std::uint32_t>(after - doc.blocks.begin());
}

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_PARAGRAPHS_H_
