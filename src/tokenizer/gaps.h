// The gaps between tokens, as the classifier of sentence ends sees them.
//
// Used by the splitter and, over the same code, by its training.
#ifndef HEARSAY_SRC_TOKENIZER_GAPS_H_
#define HEARSAY_SRC_TOKENIZER_GAPS_H_

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "hearsay/document.h"
#include "tokenizer/lexicon.h"

namespace hearsay {

// What kind of sign or word a token is. Part of features: values are stored in
// the model by way of their hashes, so never renumber.
enum class Shape : std::uint8_t {
  none,  // beyond the segment
  lower,
  capitalized,
  all_caps,
  initial,  // one capital letter, with or without a full stop
  mixed,    // camelCase, A4
  number,
  number_mixed,  // 2nd, 10k
  abbreviation,  // ends with a full stop
  acronym,       // U.S.
  period,
  question,
  exclamation,
  ellipsis,
  comma,
  semicolon,
  colon,
  dash,
  open_quote,
  close_quote,
  open_bracket,
  close_bracket,
  clitic,
  address,
  bullet,
  rule,  // -----  ====
  emoticon,
  symbol,
  other_letter,  // of a script without case
  other,
};

// What the features need to know of a token.
struct TokenTraits {
  std::uint64_t word = 0;    // hash of the folded form
  std::uint64_t suffix = 0;  // hash of its last three bytes
  std::uint32_t lists = 0;   // of the lexicon, full stop left out
  Shape shape = Shape::none;
  bool glued = false;  // no white space before it
};

// `traits` becomes those of the tokens [first, last) of `doc`, which are one
// segment. Quotation marks that do not show their direction get one. O(tokens).
void describe_tokens(const Lexicon& lexicon, const Document& doc, std::uint32_t first, std::uint32_t last,
                     std::vector<TokenTraits>& traits);

// True when a sentence may end between tokens `i` and `i + 1`. A gap without white
// space is one only after a sign that ends sentences; one between a word and a
// lower-case word never is. Requires: i + 1 < traits.size().
bool is_candidate(std::span<const TokenTraits> traits, std::size_t i);

// What has been read of the segment before a gap.
struct GapState {
  std::uint32_t begin = 0;  // first token of the open sentence
  std::uint32_t words = 0;  // words in it, and how many of those are capitalised
  std::uint32_t capitals = 0;
  std::int32_t quotes = 0;       // open quotation marks
  std::int32_t brackets = 0;     // open brackets
  Shape last_end = Shape::none;  // the last token of the sentence before
};

// Moves `state` past token `i`.
void pass_token(std::span<const TokenTraits> traits, std::size_t i, GapState& state);

// Moves `state` to a new sentence that begins at token `i`.
void begin_sentence(std::span<const TokenTraits> traits, std::size_t i, GapState& state);

inline constexpr std::size_t kGapFeatureCount = 28;
using GapFeatures = std::array<std::uint64_t, kGapFeatureCount>;

// The features of the gap after token `i`, which `state` has passed.
GapFeatures gap_features(std::span<const TokenTraits> traits, std::size_t i, const GapState& state);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TOKENIZER_GAPS_H_
