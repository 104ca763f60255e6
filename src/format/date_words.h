// Dates for people.
#ifndef HEARSAY_SRC_FORMAT_DATE_WORDS_H_
#define HEARSAY_SRC_FORMAT_DATE_WORDS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/document.h"

namespace hearsay {

// "4 November 2025, 21:52" for 2025-11-04T21:52, "January 2019" for 2019-01, "1980s" for
// 198, "spring 2023" for 2023-SP, "week of 7 November 2022" for 2022-W45; a value that is no date as it
// stands.
std::string date_words(std::string_view value);

// The same of what a text says of a time; its own words where they leave the date open: "last week" of a text
// without a day. Not yet safe to print.
std::string date_words(const Document& doc, const TimeExpression& time);

// When an attribution's words were said, to the day, and behind that the words of the text where they are no
// date: "on 4 November 2025 (Tuesday)", "in January 2019", "last week" where that is all that is known; ""
// where the text does not say.
std::string said_words(const Document& doc, std::uint32_t attribution);

// The same as a value: "2025-11-04", "2019-01", "2025-W24"; "" where the text does not say, or leaves it
// open.
std::string said_day(const Document& doc, std::uint32_t attribution);

// The events by when they were, then by where they stand: indices into doc.events.
std::vector<std::uint32_t> timeline(const Document& doc);

// What the text says of an event, its pieces joined. Not yet safe to print.
std::string event_words(const Document& doc, const Event& event);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_DATE_WORDS_H_
