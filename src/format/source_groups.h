// The attributions of one document, grouped by who is named as their source.
//
// Sources that are known to be one entity are one group; the others are grouped by
// their words alone.
#ifndef HEARSAY_SRC_FORMAT_SOURCE_GROUPS_H_
#define HEARSAY_SRC_FORMAT_SOURCE_GROUPS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "hearsay/document.h"

namespace hearsay {

struct SourceGroup {
  std::string name;                         // printable; empty where no source is named
  std::vector<std::uint32_t> attributions;  // indices into the document, in text order
};

// Every attribution is in exactly one group. Groups stand in the order of their
// first attribution, the one without a source last.
//  - Sources of one entity are one; the group bears its name and first role.
//  - The same words, but for case, articles and space, are one source.
//  - A name joins a fuller one that stands elsewhere in the text ("Solbakken",
//    "Ms. Solbakken" and "Ingrid Solbakken, a spokeswoman"); of several, the last
//    one before it. The group bears the words of the fullest name.
//  - A pronoun stands alone, with its paragraph: "she (¶4)".
// O(attributions x groups).
std::vector<SourceGroup> group_by_source(const Document& doc);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_SOURCE_GROUPS_H_
