// Documents from what to_json() printed: the way back from a ledger to the layers.
//
// to_json() of what is read gives the same line again, but for explanations, which are
// left behind. The line does not hold words, so each sentence comes back as one token.
// An event's time is the first of the document's times that has its value, and so is
// that of a statement.
#ifndef HEARSAY_SRC_FORMAT_JSON_ANALYSIS_H_
#define HEARSAY_SRC_FORMAT_JSON_ANALYSIS_H_

#include <string_view>

#include "hearsay/document.h"
#include "hearsay/result.h"

namespace hearsay {

// Fails with invalid_input, naming what was expected, if `json` is no such line or what
// it says breaks a rule of Document. O(json).
Result<Document> parse_analysis(std::string_view json);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_JSON_ANALYSIS_H_
