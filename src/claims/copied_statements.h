// Statements that two articles have because both carry the same words: one statement, told
// once.
//
// Cost:     for two near copies, O(statements of one x statements of the other x slots), but no
//           more than a million pairs, or eight for each statement
// Threads:  any number
#ifndef HEARSAY_SRC_CLAIMS_COPIED_STATEMENTS_H_
#define HEARSAY_SRC_CLAIMS_COPIED_STATEMENTS_H_

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "claims/relation.h"
#include "claims/statement.h"

namespace hearsay {

// True if the two say the same by the same source, as far as their slots tell: three
// quarters of the words, and the same figures, yes or no. Symmetric.
bool is_copied(const Statement& a, const Statement& b);

// As is_copied(), for statements that two reports have in a quotation: one outlet may
// quote more of it than the other, so that nearly all words of the shorter one are enough. Symmetric.
bool is_quoted(const Statement& a, const Statement& b);

// Indices of a statement of one article and of the one in the other that is its copy, if the
// articles are near copies or, for is_quoted(), share a passage: each statement once at
// most, those with the most words in common first. By first, symmetric. Where the two have more than a
// million pairs, those that are the same to the letter are matched first, in their order, and the
// others are looked for near the same place.
std::vector<std::pair<std::uint32_t, std::uint32_t>> match_copies(
    std::span<const PlacedStatement> a, std::span<const PlacedStatement> b,
    bool (*is_copy)(const Statement&, const Statement&) = is_copied);

// What relates them: the later one repeats the earlier one. Requires: is_copied() or is_quoted().
Relation copy_relation(const PlacedStatement& later, const PlacedStatement& earlier);   // of near copies
Relation quote_relation(const PlacedStatement& later, const PlacedStatement& earlier);  // of others

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_COPIED_STATEMENTS_H_
