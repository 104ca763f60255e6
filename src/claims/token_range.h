// Tokens under spans, and what there is to say of one token.
#ifndef HEARSAY_SRC_CLAIMS_TOKEN_RANGE_H_
#define HEARSAY_SRC_CLAIMS_TOKEN_RANGE_H_

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/token_range.h"
#include "document/unicode.h"
#include "hearsay/document.h"

namespace hearsay {

// The tokens that overlap one of the spans, in text order.
inline std::vector<std::uint32_t> tokens_under(const Document& doc, const std::vector<Span>& spans) {
  std::vector<std::uint32_t> tokens;
  for (const Span span : spans) {
    const TokenRange range = tokens_under(doc, span);
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      if (tokens.empty() || tokens.back() < i) tokens.push_back(i);
    }
  }
  return tokens;
}

inline std::string lemma_of(const Document& doc, std::uint32_t token) {
  std::string lower;
  to_lower(doc.strings[doc.tags[token].lemma], lower);
  return lower;
}

inline std::string lower_form(const Document& doc, std::uint32_t token) {
  std::string lower;
  to_lower(doc.at(doc.tokens[token].span), lower);
  return lower;
}

// The first of the tokens that hangs on none of the others, or kNone for no tokens.
inline std::uint32_t head_among(const Document& doc, const std::vector<std::uint32_t>& tokens) {
  for (const std::uint32_t i : tokens) {
    const std::uint32_t head = doc.arcs[i].head;
    if (doc.tags[i].upos == Upos::PUNCT) continue;
    if (head == kNone || !std::ranges::binary_search(tokens, head)) return i;
  }
  return tokens.empty() ? kNone : tokens.front();
}

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_TOKEN_RANGE_H_
