// Plain text as blocks: paragraphs are separated by blank lines.
#ifndef HEARSAY_SRC_INGEST_PLAIN_TEXT_H_
#define HEARSAY_SRC_INGEST_PLAIN_TEXT_H_

#include "hearsay/document.h"

namespace hearsay {

// Reads:  text
// Writes: blocks; each spans its paragraph without the white space around it
// Cost:   linear
// Requires: doc.text is valid UTF-8, doc.blocks is empty.
void split_blocks(Document& doc);

}  // namespace hearsay

#endif  // HEARSAY_SRC_INGEST_PLAIN_TEXT_H_
