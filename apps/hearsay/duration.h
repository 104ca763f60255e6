// Times as people write them on a command line: "90s", "15m", "2h", "1d".
#ifndef HEARSAY_APPS_HEARSAY_DURATION_H_
#define HEARSAY_APPS_HEARSAY_DURATION_H_

#include <chrono>
#include <string>
#include <string_view>

namespace hearsay {

// Sets `time` and returns "", or "expected ..., found ..." where `value` is no time or not
// from `least` to `most`.
std::string read_duration(std::string_view value, std::chrono::seconds least, std::chrono::seconds most,
                          std::chrono::milliseconds& time);

// "90 s", "15 min", "2 h": rounded up to what is worth telling.
std::string duration_words(std::chrono::seconds time);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_DURATION_H_
