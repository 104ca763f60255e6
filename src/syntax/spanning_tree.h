// The best tree over a sentence, given a score for every arc.
#ifndef HEARSAY_SRC_SYNTAX_SPANNING_TREE_H_
#define HEARSAY_SRC_SYNTAX_SPANNING_TREE_H_

#include <span>
#include <vector>

namespace hearsay {

// Heads of the maximum spanning arborescence with exactly one child of the root
// (Chu & Liu 1965, Edmonds 1967). Where the best tree has several, arcs of the root are
// made so dear that it has one.
//
// `scores` is [dependent][head], n rows of n + 1: head 0 is the root, head h > 0
// is token h - 1; the result uses the same numbering. Ties go to the smaller
// head. Requires: n >= 1; scores are under 1e27 in magnitude.
// Cost: O(n^2) when the best heads form a tree, which is most often; O(n^3) at worst.
std::vector<int> find_spanning_tree(std::span<const float> scores, int n);

}  // namespace hearsay

#endif  // HEARSAY_SRC_SYNTAX_SPANNING_TREE_H_
