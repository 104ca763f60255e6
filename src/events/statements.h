// When a statement was made: the time expression that dates its cue.
#ifndef HEARSAY_SRC_EVENTS_STATEMENTS_H_
#define HEARSAY_SRC_EVENTS_STATEMENTS_H_

#include <vector>

#include "events/time_links.h"
#include "hearsay/document.h"

namespace hearsay {

// Fills doc.statement_times. A time dates a cue where it hangs on it in the tree, on its
// source, on the verb that it is an object or complement of, or on something said there
// ("in a statement on Friday"); or else where it stands beside cue and source with
// nothing but a preposition between. What stands in the content dates what was said, not
// its saying. O(tokens under cues and sources + attributions).
// dates_cue[t] becomes whether time t dates a cue and nothing else.
// Requires: `links` are those of `doc`; doc.statement_times is empty.
void date_statements(const TimeLinks& links, Document& doc, std::vector<bool>& dates_cue);

}  // namespace hearsay

#endif  // HEARSAY_SRC_EVENTS_STATEMENTS_H_
