// Contents that point at a statement instead of making one: "that account", "her
// version", "no such call". Most denials do this.
//
// Reads:    text, tokens, tags, arcs, attributions
// Cost:     O(tokens of short contents + attributions)
// Threads:  any number
#ifndef HEARSAY_SRC_CLAIMS_POINTERS_H_
#define HEARSAY_SRC_CLAIMS_POINTERS_H_

#include <vector>

#include "claims/statement.h"
#include "hearsay/document.h"

namespace hearsay {

// Fills pointing, points_to and inherited. A pointing content means the nearest
// statements before it that fit: of another speaker, or of its own side where it takes
// something back. Requires: one statement for each attribution, otherwise filled.
void resolve_pointers(const Document& doc, std::vector<Statement>& statements);

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_POINTERS_H_
