#include "format/timeline.h"

#include <algorithm>
#include <tuple>

#include "document/timex3.h"
#include "format/date_words.h"
#include "format/json_object.h"
#include "format/paragraphs.h"

namespace hearsay {
namespace {

std::string joined(const Document& doc, const std::vector<Span>& spans, std::string_view between) {
  std::string words;
  for (const Span span : spans) {
    if (!words.empty()) words += between;
    words += doc.at(span);
  }
  return words;
}

TimelineEntry entry_of(const Document& doc, std::uint32_t index) {
  const Metadata& m = doc.metadata;
  return {
      .document = m.id, .published = m.published, .publisher = m.publisher, .title = m.title, .index = index};
}

bool is_month(std::string_view value) {
  const auto digit = [&](std::size_t i) { return value[i] >= '0' && value[i] <= '9'; };
  return value.size() >= 7 && value[4] == '-' && digit(5) && digit(6);
}

// The slot of a time, of `length` bytes or fewer: 10 for days, 7 for months, 4 for years.
std::string_view slot_of(std::string_view when, std::size_t length) {
  const std::string_view day = day_of(when);
  if (length == 7 && !is_month(day)) return day;
  return day.substr(0, length);
}

// The slot of that name, a new one where there is none. Weeks and seasons stand among the days and
// months, so it need not be the last.
TimelineSlot& slot_for(std::string_view when, std::vector<TimelineSlot>& slots) {
  const long long order = time_order(when);
  std::size_t at = slots.size();
  for (std::size_t i = slots.size(); i > 0 && time_order(slots[i - 1].when) >= order; --i) {
    if (slots[i - 1].when == when) return slots[i - 1];
    if (time_order(slots[i - 1].when) > order) at = i - 1;
  }
  return *slots.insert(slots.begin() + static_cast<std::ptrdiff_t>(at), {std::string(when), {}});
}

}  // namespace

std::string entry_id(const TimelineEntry& entry) {
  return numbered_id(entry.is_event ? 'v' : 'a', entry.index);
}

std::vector<TimelineEntry> timeline_entries(const Document& doc) {
  std::vector<TimelineEntry> entries;
  for (std::uint32_t i = 0; i < doc.attributions.size(); ++i) {
    const Attribution& a = doc.attributions[i];
    TimelineEntry entry = entry_of(doc, i);
    const std::uint32_t time = doc.statement_times.empty() ? kNone : doc.statement_times[i];
    entry.when = time == kNone ? doc.metadata.published : std::string(day_of(doc.times[time].value));
    if (entry.when.empty()) continue;
    const std::uint32_t entity = doc.source_entities.empty() ? kNone : doc.source_entities[i];
    entry.who = entity == kNone ? joined(doc, a.source, " ") : doc.entities[entity].name;
    entry.source = entity;
    entry.cue = joined(doc, a.cue, " … ");
    entry.words = joined(doc, a.content, " […] ");
    entry.paragraph = paragraph_number(doc, a.content[0].begin);
    entry.act = a.act;
    entry.negated = a.negated;
    entry.against = (a.act == Act::deny && !a.negated) || a.act == Act::retract;
    entries.push_back(std::move(entry));
  }
  for (std::uint32_t i = 0; i < doc.events.size(); ++i) {
    const Event& event = doc.events[i];
    TimelineEntry entry = entry_of(doc, i);
    entry.is_event = true;
    entry.when = doc.times[event.time].value;
    entry.words = event_words(doc, event);
    entry.paragraph = paragraph_number(doc, event.span.begin);
    entries.push_back(std::move(entry));
  }
  return entries;
}

void sort_timeline(std::vector<TimelineEntry>& entries) {
  const auto key = [](const TimelineEntry& e) {
    return std::tuple(time_order(e.when), e.when.size(), std::string_view(e.published),
                      std::string_view(e.document), !e.is_event, e.index);
  };
  std::ranges::stable_sort(entries, {}, key);
}

std::vector<TimelineSlot> timeline_slots(const std::vector<TimelineEntry>& entries, std::size_t most) {
  std::vector<TimelineSlot> slots;
  for (const std::size_t length : {10, 7, 4}) {
    slots.clear();
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
      const std::string_view when = slot_of(entries[i].when, length);
      slot_for(when, slots).entries.push_back(i);
    }
    if (slots.size() <= most) break;
  }
  return slots;
}

std::string to_record(const TimelineEntry& e) {
  JsonObject record;
  record.text("record", e.is_event ? "event" : "statement").text("when", e.when).text("document", e.document);
  record.text(e.is_event ? "event" : "attribution", entry_id(e)).text("title", e.title);
  record.text("publisher", e.publisher).text("published", e.published).number("paragraph", e.paragraph);
  if (!e.is_event) {
    record.text("source", e.who).text("entity", e.entity).text("cue", e.cue).text("act", to_string(e.act));
    record.json("negated", e.negated ? "true" : "false").json("against", e.against ? "true" : "false");
  }
  return record.text(e.is_event ? "words" : "content", e.words).take();
}

std::vector<std::string> timeline_columns() {
  return {"when",   "record", "article", "id",  "published", "publisher", "title", "paragraph",
          "source", "entity", "cue",     "act", "negated",   "against",   "words"};
}

std::vector<std::string> timeline_fields(const TimelineEntry& e) {
  const auto said = [&](std::string_view value) { return std::string(e.is_event ? "" : value); };
  return {e.when,
          e.is_event ? "event" : "statement",
          e.document,
          entry_id(e),
          e.published,
          e.publisher,
          e.title,
          std::to_string(e.paragraph),
          e.who,
          e.entity,
          e.cue,
          said(to_string(e.act)),
          said(e.negated ? "true" : "false"),
          said(e.against ? "true" : "false"),
          e.words};
}

}  // namespace hearsay
