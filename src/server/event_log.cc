#include "server/event_log.h"

#include <charconv>

namespace hearsay {

void EventLog::append(std::string_view type, std::string_view json) {
  std::string& text = recent_.emplace_back("id: " + std::to_string(next_++) + "\nevent: ");
  text.append(type).append("\ndata: ").append(json).append("\n\n");
  if (recent_.size() > kMostEvents) recent_.pop_front();
}

std::optional<std::uint64_t> EventLog::after(std::string_view last) const {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(last.data(), last.data() + last.size(), number);
  if (error != std::errc() || end != last.data() + last.size()) return std::nullopt;
  if (number >= next_ || number + 1 < next_ - recent_.size()) return std::nullopt;
  return number + 1;
}

std::optional<std::string> EventLog::read(std::size_t most, std::uint64_t& number) const {
  std::string text;
  const std::uint64_t first = next_ - recent_.size();
  if (number < first) return std::nullopt;
  for (; number < next_ && text.size() <= most; ++number)
    text += recent_[static_cast<std::size_t>(number - first)];
  return text;
}

}  // namespace hearsay
