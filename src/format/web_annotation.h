// Statements as Web Annotations of the W3C (docs/exports.md): where in an article the
// words stand, and what they are.
#ifndef HEARSAY_SRC_FORMAT_WEB_ANNOTATION_H_
#define HEARSAY_SRC_FORMAT_WEB_ANNOTATION_H_

#include <string>
#include <string_view>
#include <vector>

#include "format/ledger_records.h"

namespace hearsay {

// Ids and names of a document's entities over all articles, in its own order; both empty
// where it is not known.
struct KnownEntity {
  std::string_view id, name;
};

// An Annotation a line for each attribution of the document. Its targets are the pieces of
// content, each by position (in code points) and by quotation with 32 code points on either
// side; its bodies say who, what is done by saying it, and which statements it relates to.
// Requires: an entity for each of doc.entities, or none; `relations` start in this document.
std::string web_annotations(const Document& doc, const std::vector<KnownEntity>& entities,
                            const std::vector<RelationRecord>& relations);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_WEB_ANNOTATION_H_
