// Values of TIMEX3, as doc.times holds them, read without parsing them whole.
#ifndef HEARSAY_SRC_DOCUMENT_TIMEX3_H_
#define HEARSAY_SRC_DOCUMENT_TIMEX3_H_

#include <string_view>

#include "hearsay/document.h"

namespace hearsay {

// Whether the expression says when something was: a date or time of a known year,
// decade or century. False for durations, sets, "recently" and open dates (XXXX).
bool is_dated(const TimeExpression& time);

// The value without its time of day: "2024-03-06" of "2024-03-06T21:52"; coarser
// values as they are. Lives as long as `value`.
std::string_view day_of(std::string_view value);

// A number that orders dated values by when they begin, to the minute; a coarse one
// comes before what lies inside it. Seasons begin with their first month, winter with
// December of its year. Total over any bytes.
long long time_order(std::string_view value);

}  // namespace hearsay

#endif  // HEARSAY_SRC_DOCUMENT_TIMEX3_H_
