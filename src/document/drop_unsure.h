// Leaving out what one is not sure enough of.
#ifndef HEARSAY_SRC_DOCUMENT_DROP_UNSURE_H_
#define HEARSAY_SRC_DOCUMENT_DROP_UNSURE_H_

#include "hearsay/document.h"

namespace hearsay {

// Drops the attributions whose confidence is below `least`. Those that stood in one of
// them now stand in what that one stood in. Requires: find_violation(doc) is "".
void drop_unsure(float least, Document& doc);

}  // namespace hearsay

#endif  // HEARSAY_SRC_DOCUMENT_DROP_UNSURE_H_
