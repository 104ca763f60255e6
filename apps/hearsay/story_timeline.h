// The timeline of a ledger.
#ifndef HEARSAY_APPS_HEARSAY_STORY_TIMELINE_H_
#define HEARSAY_APPS_HEARSAY_STORY_TIMELINE_H_

#include <vector>

#include "format/timeline.h"
#include "ledger_output.h"

namespace hearsay {

// The document's entries, with what the ledger knows of it: names over all articles, and the
// statements that contradict others by `links`.
std::vector<TimelineEntry> entries_of(const Document& doc, const EntityIndex& entities,
                                      const LedgerStory& disagreements);

// The newest statements that the query looks for, and the events of their articles; of events, those
// that fit it. Sorted. Sets `whole` to false where an article could not be read, which is
// reported. Fails as the ledger does.
Result<std::vector<TimelineEntry>> read_timeline(Ledger& ledger, const StatementQuery& query,
                                                 const EntityIndex& entities, bool& whole);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_STORY_TIMELINE_H_
