// Documents from JSON: one object a document, as `hearsay read` takes them.
//
//   {"id": "a1", "text": "...", "title": "...", "publisher": "...", "byline": "...",
//    "published": "2024-03-06", "modified": "2024-03-07", "url": "...", "language": "en",
//    "status": "corrected", "version": 2}
//
// Only `text`, or `html` in its place, is required. A field that is null counts as absent, and
// fields of other names are skipped.
#ifndef HEARSAY_SRC_FORMAT_JSON_LINES_H_
#define HEARSAY_SRC_FORMAT_JSON_LINES_H_

#include <string>
#include <string_view>

#include "hearsay/document.h"
#include "hearsay/result.h"

namespace hearsay {

// Fills text and metadata of `doc` from one JSON object. Fails with invalid_input,
// naming the field and what was found in it, or the byte (from 0) where `json` ceases to be
// JSON; `doc` then holds nothing but metadata.id, where that could be read.
// Without text, the page goes into `html`; where that is null, a page is an error.
// Requires: `doc` is empty. O(json), and at most as much memory again.
Result<Success> parse_json_document(std::string_view json, Document& doc, std::string* html = nullptr);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_JSON_LINES_H_
