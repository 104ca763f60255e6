// A statement with where it stands in its article.
#ifndef HEARSAY_SRC_FORMAT_STATEMENT_IN_PLACE_H_
#define HEARSAY_SRC_FORMAT_STATEMENT_IN_PLACE_H_

#include <string>

#include "format/ledger_records.h"

namespace hearsay {

// The statement for a person, then its form, day and confidence, its places in code points, and
// its paragraph. Requires: it is an attribution of `doc`.
std::string to_text(const StatementRecord& statement, const Document& doc, const TextOptions& options);

// The record with "spans" of source, cue and content in code points, and "context": its
// paragraph's text. Likewise.
std::string to_record(const StatementRecord& statement, const Document& doc);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_STATEMENT_IN_PLACE_H_
