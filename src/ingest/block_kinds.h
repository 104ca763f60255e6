// What a stretch of an article is: part of the report, or what stands around it on a page.
// docs/blocks.md has the kinds and the rules in words.
#ifndef HEARSAY_SRC_INGEST_BLOCK_KINDS_H_
#define HEARSAY_SRC_INGEST_BLOCK_KINDS_H_

#include <string_view>

#include "hearsay/document.h"
#include "ingest/block_words.h"

namespace hearsay {

// The kind of a block by its own words: byline, dateline (a line that is only a date),
// caption, credit, promo, furniture, correction, embed, or else paragraph, which is also
// said where there is doubt. `words` is scratch. Requires: valid UTF-8. O(text), of which at
// most some 2,000 bytes are read.
BlockKind kind_of_block(std::string_view text, BlockWords& words);

// Reads:  text, metadata.title
// Writes: kinds of blocks, and cuts blocks at lines of other kinds
// Cost:   linear
//
// For the blocks of a plain text, all of which are paragraphs yet. Looks at each block by itself
// and at where it stands: the title is at the beginning, bylines are near either end, captions
// are repeated. A line within a block is cut out where it is a whole line of another kind.
void mark_blocks(Document& doc);

}  // namespace hearsay

#endif  // HEARSAY_SRC_INGEST_BLOCK_KINDS_H_
