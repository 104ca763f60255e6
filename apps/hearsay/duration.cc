#include "duration.h"

#include <charconv>
#include <cstdint>

namespace hearsay {
namespace {

// Seconds in a unit; 0 for what is none.
std::int64_t unit_seconds(std::string_view unit) {
  if (unit == "s") return 1;
  if (unit == "m" || unit == "min") return 60;
  if (unit == "h") return 60 * 60;
  if (unit == "d") return 24 * 60 * 60;
  return 0;
}

std::string spelled(std::chrono::seconds time) {
  const std::int64_t s = time.count();
  if (s >= 24 * 60 * 60 && s % (24 * 60 * 60) == 0) return std::to_string(s / (24 * 60 * 60)) + "d";
  if (s >= 60 * 60 && s % (60 * 60) == 0) return std::to_string(s / (60 * 60)) + "h";
  if (s >= 60 && s % 60 == 0) return std::to_string(s / 60) + "m";
  return std::to_string(s) + "s";
}

}  // namespace

std::string read_duration(std::string_view value, std::chrono::seconds least, std::chrono::seconds most,
                          std::chrono::milliseconds& time) {
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  const std::string_view unit = value.substr(static_cast<std::size_t>(end - value.data()));
  const double seconds = number * static_cast<double>(unit_seconds(unit));
  if (error != std::errc() || unit_seconds(unit) == 0 || !(seconds >= static_cast<double>(least.count())) ||
      !(seconds <= static_cast<double>(most.count()))) {
    return "expected a time from " + spelled(least) + " to " + spelled(most) +
           ", such as 90s or 15m, found '" + std::string(value) + "'";
  }
  time = std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
  return "";
}

std::string duration_words(std::chrono::seconds time) {
  const std::int64_t s = time.count();
  if (s <= 120) return std::to_string(s) + " s";
  if (s <= 120 * 60) return std::to_string((s + 59) / 60) + " min";
  return std::to_string((s + 3599) / 3600) + " h";
}

}  // namespace hearsay
