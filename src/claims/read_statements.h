// Reduces each attribution of a document to the slots that linking compares: who says it
// and for whom, words, quantities, dates and names of the content, whether the speaker
// holds it to be true, and which statement of the document it points at.
//
// Reads:    all layers
// Cost:     O(tokens + mentions + attributions)
// Threads:  any number
#ifndef HEARSAY_SRC_CLAIMS_READ_STATEMENTS_H_
#define HEARSAY_SRC_CLAIMS_READ_STATEMENTS_H_

#include <vector>

#include "claims/statement.h"
#include "hearsay/document.h"

namespace hearsay {

// One for each attribution, in their order. Requires: doc.tags and doc.arcs have one
// element a token, find_violation(doc) is "".
std::vector<Statement> read_statements(const Document& doc);

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_READ_STATEMENTS_H_
