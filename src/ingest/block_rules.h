// Set phrases by which sites say that a stretch of text is no part of the report, as
// patterns over its words. They are written by hand, each for a phrase that stands on
// the pages of many outlets.
//
// A pattern is matched against the words of a block from its first one. Its parts,
// separated by spaces:
//
//   word      that word; a mark is a word of its own (block_words.h)
//   a|b       either
//   part?     or nothing
//   #         a word that begins with a digit
//   @         a word that begins with @ or holds one inside
//   *         up to 20 words
//   N         names: one or more words with capitals, figures, short connecting words
//             and marks between them, as many as there are
//   $         the end of the block, or marks up to it
#ifndef HEARSAY_SRC_INGEST_BLOCK_RULES_H_
#define HEARSAY_SRC_INGEST_BLOCK_RULES_H_

#include <cstddef>
#include <span>
#include <string_view>

#include "hearsay/document.h"
#include "ingest/block_words.h"

namespace hearsay {

struct BlockRule {
  BlockKind kind = BlockKind::furniture;
  std::size_t most_words = 0;  // of a block that the rule is tried on
  std::string_view pattern;
};

// In the order in which they are tried.
std::span<const BlockRule> block_rules();

// Does the pattern match the words, from the first? Parts are tried in turn, so the cost is
// bounded by the pattern's length times some power of 20, of which patterns with one or two
// `*` are far away.
bool matches(std::string_view pattern, std::span<const BlockWord> words);

// Is there a rule for blocks of many words that begin with this one?
bool has_rules(std::string_view first_word);

// The first rule that matches the words, or nullptr.
const BlockRule* find_rule(std::span<const BlockWord> words, std::size_t word_count);

}  // namespace hearsay

#endif  // HEARSAY_SRC_INGEST_BLOCK_RULES_H_
