// Quotation marks, matched: which tokens stand inside a quotation.
//
// Curly marks and guillemets open or close by their shape; straight ones by the
// spaces around them and, where these do not tell, by turns. Every paragraph
// starts outside quotations, unless it opens with a mark and the one before it
// was never closed (a quotation of several paragraphs is closed once).
#ifndef HEARSAY_SRC_ATTRIBUTION_QUOTES_H_
#define HEARSAY_SRC_ATTRIBUTION_QUOTES_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "hearsay/document.h"

namespace hearsay {

// What a token is to the outermost quotation around it. Marks of quotations within
// it are `inside`. Values are part of feature hashes: never renumber.
enum class QuoteState : std::uint8_t { none, open, inside, close };

struct QuoteToken {
  QuoteState state = QuoteState::none;
  std::uint8_t depth = 0;       // quotations around the token, its own marks included; at most 8
  std::uint32_t quote = kNone;  // index of the outermost one, counted from 0 in text order
  bool operator==(const QuoteToken&) const = default;
};

// Fills `out` with one element a token. `paragraphs` holds the first token of each
// paragraph, in order, 0 first where there are tokens. Linear time.
void match_quotes(std::string_view text, std::span<const Token> tokens,
                  std::span<const std::uint32_t> paragraphs, std::vector<QuoteToken>& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_QUOTES_H_
