// Floating quotations: a paragraph that is a quotation and nothing else belongs to who
// spoke last before it, unless he asked something: then it may be the answer.
#ifndef HEARSAY_SRC_ATTRIBUTION_FLOATING_QUOTES_H_
#define HEARSAY_SRC_ATTRIBUTION_FLOATING_QUOTES_H_

#include "attribution/facts.h"
#include "hearsay/document.h"

namespace hearsay {

// Adds such paragraphs to the content of the last attribution of the paragraph before, if
// no other one has a part in them; says so in explanations, where there are any. Requires: doc.attributions
// is in text order, and `facts` are those of `doc`. O(tokens + attributions x log tokens).
void add_floating_quotes(const Facts& facts, Document& doc);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_FLOATING_QUOTES_H_
