// Tokens one behind the other.
#ifndef HEARSAY_SRC_DOCUMENT_TOKEN_RANGE_H_
#define HEARSAY_SRC_DOCUMENT_TOKEN_RANGE_H_

#include <algorithm>
#include <cstdint>

#include "hearsay/document.h"

namespace hearsay {

struct TokenRange {
  std::uint32_t first = 0;  // [first, last)
  std::uint32_t last = 0;
};

// The tokens that overlap the span. O(log tokens).
inline TokenRange tokens_under(const Document& doc, Span span) {
  const auto first =
      std::ranges::partition_point(doc.tokens, [&](const Token& t) { return t.span.end <= span.begin; });
  const auto last =
      std::partition_point(first, doc.tokens.end(), [&](const Token& t) { return t.span.begin < span.end; });
  return {static_cast<std::uint32_t>(first - doc.tokens.begin()),
          static_cast<std::uint32_t>(last - doc.tokens.begin())};
}

}  // namespace hearsay

#endif  // HEARSAY_SRC_DOCUMENT_TOKEN_RANGE_H_
