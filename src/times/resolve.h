// Anchoring: turns "last May" into May 2023 for an article of 6 March 2024.
#ifndef HEARSAY_SRC_TIMES_RESOLVE_H_
#define HEARSAY_SRC_TIMES_RESOLVE_H_

#include <optional>

#include "times/calendar.h"
#include "times/tense.h"
#include "times/time_value.h"

namespace hearsay {

// What a text has said so far about when it speaks of.
struct Anchors {
  std::optional<CivilDate> published;
  // The last date named, as resolved; nothing is set before the first.
  TimeValue focus;
  TimeValue quarter;  // the last one named: what figures are compared with
  std::uint32_t quarter_sentence = 0;
  std::uint32_t sentence = 0;  // that is being read
};

// Later expressions may count from `value`. Requires: it is resolved.
void remember(const TimeValue& value, Anchors& anchors);

// Completes `value` as far as the anchors allow; fields stay unset where they do
// not, and an impossible day ("31 February") is taken back.
void resolve(const Anchors& anchors, Tense tense, TimeValue& value);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TIMES_RESOLVE_H_
