// A timeline: what was said and what happened, on one axis. For people, and as records.
#ifndef HEARSAY_SRC_FORMAT_TIMELINE_H_
#define HEARSAY_SRC_FORMAT_TIMELINE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "hearsay/document.h"

namespace hearsay {

// A statement, or an event that an article dates.
struct TimelineEntry {
  std::string when;  // as TIMEX3 or ISO 8601 has it, as coarse as it is known; never empty
  bool is_event = false;
  std::string document, published, publisher, title;
  std::uint32_t index = 0;       // into Document::attributions, or Document::events
  std::uint32_t paragraph = 0;   // from 1
  std::string who;               // a statement's source: its entity's name, else the article's words
  std::string entity;            // over all articles; empty: not known
  std::uint32_t source = kNone;  // index into Document::entities; kNone: not known
  std::string cue;               // of a statement
  std::string words;             // content, or what is said of the event
  Act act = Act::assert_;
  bool negated = false;
  bool against = false;  // it denies, takes back or disputes: the other side of the axis
};

// "a3" of a statement, "v3" of an event.
std::string entry_id(const TimelineEntry& entry);

// Those of a document. A statement is of the day that the text gives it, else of the day of
// publication; one with neither is left out. In the order of the document's layers. `who`
// has the document's names.
std::vector<TimelineEntry> timeline_entries(const Document& doc);

// By time, then place; coarse times before what lies in them.
void sort_timeline(std::vector<TimelineEntry>& entries);

// What happens on one day, or in one month or year.
struct TimelineSlot {
  std::string when;                    // "2025-11-04", "2025-11", "2025-SP", "2025", "198"
  std::vector<std::uint32_t> entries;  // indices, in their order
};

// The slots that hold something, in order: one for each day, or for each month or year where
// there are more than `most` of the finer ones (years may be more). What is known less exactly
// has a slot of its own. Requires: sorted entries.
std::vector<TimelineSlot> timeline_slots(const std::vector<TimelineEntry>& entries, std::size_t most);

// {"record": "statement" or "event", ...} on one line.
std::string to_record(const TimelineEntry& entry);

std::vector<std::string> timeline_columns();
std::vector<std::string> timeline_fields(const TimelineEntry& entry);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_TIMELINE_H_
