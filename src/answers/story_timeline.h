// The timeline of a ledger.
#ifndef HEARSAY_SRC_ANSWERS_STORY_TIMELINE_H_
#define HEARSAY_SRC_ANSWERS_STORY_TIMELINE_H_

#include <vector>

#include "answers/documents.h"
#include "format/timeline.h"
#include "ledger/ledger.h"

namespace hearsay {

// Puts statements that contradict others on the other side of the axis.
void mark_against(const LedgerStory& disagreements, std::vector<TimelineEntry>& entries);

// Gives sources the names and ids that they have over all articles. Fails as the ledger does.
Result<Success> name_sources(Ledger& ledger, std::vector<TimelineEntry>& entries);

// The newest statements that the query looks for, and the events of their articles; of events, those
// that fit it. Sorted. Sets `whole` to false where an article could not be read, which is
// reported. Fails as the ledger does.
Result<std::vector<TimelineEntry>> read_timeline(Ledger& ledger, const StatementQuery& query,
                                                 const ReportLine& report, bool& whole);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ANSWERS_STORY_TIMELINE_H_
