// Dates as feeds write them.
#ifndef HEARSAY_SRC_FEEDS_FEED_DATE_H_
#define HEARSAY_SRC_FEEDS_FEED_DATE_H_

#include <string>
#include <string_view>

namespace hearsay {

// ISO 8601 of a date as RSS ("Tue, 4 Mar 2025 09:30:00 +0100") or Atom ("2025-03-04T09:30:00+01:00")
// has it: "2025-03-04T09:30:00+01:00", with "Z" for Greenwich and no zone where none is named;
// "2025-03-04" where there is no time. "" for what is no date. Forgives what feeds do:
// missing weekdays and seconds, months in full, years of two digits, names of zones.
std::string feed_date(std::string_view text);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FEEDS_FEED_DATE_H_
