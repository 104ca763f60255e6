// Spans of the text as ranges of tokens.
#ifndef HEARSAY_SRC_ATTRIBUTION_TOKEN_SPANS_H_
#define HEARSAY_SRC_ATTRIBUTION_TOKEN_SPANS_H_

#include <algorithm>

#include "attribution/features.h"
#include "hearsay/document.h"

namespace hearsay {

// The tokens that share a byte with the span. O(log tokens).
inline Window tokens_under(const Document& doc, Span span) {
  const auto first = std::partition_point(doc.tokens.begin(), doc.tokens.end(),
                                          [&](const Token& t) { return t.span.end <= span.begin; });
  const auto last =
      std::partition_point(first, doc.tokens.end(), [&](const Token& t) { return t.span.begin < span.end; });
  return {static_cast<std::uint32_t>(first - doc.tokens.begin()),
          static_cast<std::uint32_t>(last - doc.tokens.begin())};
}

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_TOKEN_SPANS_H_
