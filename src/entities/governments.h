// Countries and capitals that stand for governments: "Oslo denied it", "Norway has sent
// a ship". Where a place says something, its statement is by an organisation of that name,
// with "government of Norway" for an alias; its words remain a mention of the place, whose
// name they are. Where it does what only governments do, the mention is the organisation's.
// "The Norwegian government" has that alias, too, and counts as named.
#ifndef HEARSAY_SRC_ENTITIES_GOVERNMENTS_H_
#define HEARSAY_SRC_ENTITIES_GOVERNMENTS_H_

#include "entities/source_index.h"

namespace hearsay {

// Changes doc.entities, doc.mentions and doc.source_entities. What the gazetteer does not
// know is a state if the text speaks of its government, ministry or army. O(tokens +
// mentions + attributions). Requires: `index` is built; its token vectors are kept up.
void find_governments(SourceIndex& index);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ENTITIES_GOVERNMENTS_H_
