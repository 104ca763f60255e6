// What of a document is read: which blocks, and whether any of it was.
#ifndef HEARSAY_SRC_DOCUMENT_READING_H_
#define HEARSAY_SRC_DOCUMENT_READING_H_

#include "hearsay/document.h"

namespace hearsay {

// Whether claims are looked for in such a block. What stands beside the report is kept in
// the text and marked, but it is not read: a caption says again what the report says, and a
// line that offers another story claims nothing here.
constexpr bool is_read(BlockKind kind) {
  return kind != BlockKind::caption && kind != BlockKind::credit && kind != BlockKind::byline &&
         kind != BlockKind::promo && kind != BlockKind::furniture;
}

// Has its publisher taken the article back? Then nothing of it is read, whatever it says.
constexpr bool is_taken_back(ArticleStatus status) {
  return status == ArticleStatus::withheld || status == ArticleStatus::canceled;
}

// Was the document left as it is, for want of models for its language? True where there are
// a language and blocks, and no layers: a document that is read has a sentence in each block.
inline bool is_unread(const Document& doc) {
  return !doc.metadata.language.empty() && !doc.blocks.empty() && doc.sentences.empty() &&
         doc.attributions.empty() && doc.entities.empty();
}

}  // namespace hearsay

#endif  // HEARSAY_SRC_DOCUMENT_READING_H_
