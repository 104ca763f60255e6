#include "times/times.h"

#include <cassert>
#include <utility>

#include "times/resolve.h"

namespace hearsay {
namespace {

TimeType type_of(const TimeValue& v) {
  if (v.has(TimeField::every)) return TimeType::set;
  if (v.has(TimeField::reference)) return TimeType::date;
  if (v.has(TimeField::amount)) return TimeType::duration;
  return v.has(TimeField::hour) || v.has(TimeField::part) ? TimeType::time : TimeType::date;
}

// Morning or afternoon: "9:52 p.m.", "9 in the evening".
void settle_clock(TimeValue& v) {
  if (!v.has(TimeField::hour)) return;
  const std::int32_t hour = v[TimeField::hour];
  const bool afternoon = v.has(TimeField::pm) && v[TimeField::pm] == 1;
  if (v.has(TimeField::pm) && hour >= 1 && hour <= 12) v[TimeField::hour] = hour % 12 + (afternoon ? 12 : 0);
}

}  // namespace

void find_times(const TimeRules& rules, Document& doc, TimesScratch& scratch) {
  assert(doc.times.empty());
  Anchors anchors{.published = parse_date(doc.metadata.published)};
  for (const Sentence sentence : doc.sentences) {
    match_sentence(rules, doc, sentence, scratch.match);
    for (const TimeItem& item : scratch.match.items) {
      if (item.category == kNone || rules.classes[item.category].hidden) continue;
      TimeValue value = scratch.match.values[item.value];
      settle_clock(value);
      resolve(anchors, tense_of(rules, doc, item.token, item.last_token), value);
      remember(value, anchors);
      TimeExpression time{.span = item.span, .type = type_of(value)};
      append_timex3(value, time.value);
      doc.times.push_back(std::move(time));
    }
    ++anchors.sentence;
  }
}

}  // namespace hearsay
