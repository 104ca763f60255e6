// The timeline of a ledger.
#ifndef HEARSAY_SRC_ANSWERS_STORY_TIMELINE_H_
#define HEARSAY_SRC_ANSWERS_STORY_TIMELINE_H_

#include <optional>
#include <vector>

#include "answers/documents.h"
#include "format/timeline.h"
#include "ledger/ledger.h"

namespace hearsay {

// Gives entries what the ledger knows of them: sources the names and ids that they have over all articles,
// and statements that contradict others their side of the axis. Fails as the ledger does.
Result<Success> look_up(Ledger& ledger, float min_confidence, std::vector<TimelineEntry>& entries);

// A page of a timeline.
struct StoryTimeline {
  std::vector<TimelineEntry> entries;  // sorted
  std::optional<ListPlace> next;       // for StatementQuery::from, where there is more, of older articles
};

// The newest statements that the query looks for, `limit` at most, and the events of their articles; of
// events, those that fit it. Each is on one page. Sets `whole` to false where an article could not be read,
// which is reported. Fails as the ledger does.
Result<StoryTimeline> read_timeline(Ledger& ledger, const StatementQuery& query, const ReportLine& report,
                                    bool& whole);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ANSWERS_STORY_TIMELINE_H_
