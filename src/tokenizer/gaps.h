// The gaps between tokens, as the classifier of sentence ends sees them.
//
// Used by the splitter and, over the same code, by its training.
#ifndef HEARSAY_SRC_TOKENIZER_GAPS_H_
#define HEARSAY_SRC_TOKENIZER_GAPS_H_

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "document/token_range.h"
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
  bool glued = false;        // no white space before it
  std::uint8_t to_stop = 0;  // tokens to the next full stop or the like; kNoStop: there is none
};
inline constexpr std::uint8_t kNoStop = 255;

// How well a document's segments are punctuated: from 0 (hardly any ends with a full
// stop or the like) to 3 (nearly all do). O(segments).
std::uint8_t punctuation_of(const Document& doc, std::span<const TokenRange> segments);

// `traits` becomes those of the tokens of one segment. Quotation marks that do not
// show their direction get one. O(tokens).
void describe_tokens(const Lexicon& lexicon, const Document& doc, TokenRange segment,
                     std::vector<TokenTraits>& traits);

// Whether a sentence ends in a gap, as far as that can be told by rule.
enum class GapRule : std::uint8_t { never, perhaps, always };

// The rule for the gap between tokens `i` and `i + 1`. Only `perhaps` is left to the
// classifier. Never: between a word and a lower-case word; without white space, but
// for a sign that ends sentences before it; before a comma; after a dateline; before
// "she said." and after an abbreviation before "Friday". Always: after an abbreviation
// that is no title, before the likes of "The man"; after a full stop that lacks its
// space. Requires: i + 1 < traits.size().
GapRule gap_rule(std::span<const TokenTraits> traits, std::size_t i);

// What has been read of the segment before a gap.
struct GapState {
  std::uint32_t begin = 0;  // first token of the open sentence
  std::uint32_t words = 0;  // words in it, and how many of those are capitalised
  std::uint32_t capitals = 0;
  std::int32_t quotes = 0;       // open quotation marks
  std::int32_t brackets = 0;     // open brackets
  Shape last_end = Shape::none;  // the last token of the sentence before
  std::uint8_t punctuation = 0;  // of the document, as punctuation_of() has it
};

// Moves `state` past token `i`.
void pass_token(std::span<const TokenTraits> traits, std::size_t i, GapState& state);

// Moves `state` to a new sentence that begins at token `i`.
void begin_sentence(std::span<const TokenTraits> traits, std::size_t i, GapState& state);

inline constexpr std::size_t kGapFeatureCount = 32;
using GapFeatures = std::array<std::uint64_t, kGapFeatureCount>;

// The features of the gap after token `i`, which `state` has passed.
GapFeatures gap_features(std::span<const TokenTraits> traits, std::size_t i, const GapState& state);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TOKENIZER_GAPS_H_
