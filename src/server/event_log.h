// What was told to those who listen: the last of it, so that who was away a moment misses nothing.
#ifndef HEARSAY_SRC_SERVER_EVENT_LOG_H_
#define HEARSAY_SRC_SERVER_EVENT_LOG_H_

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

inline constexpr std::size_t kMostEvents = 1024;  // that a listener may lag behind

// One thread.
class EventLog {
 public:
  // Requires: `json` is one line.
  void append(std::string_view type, std::string_view json);

  // The number of the next event, from 1.
  std::uint64_t next() const { return next_; }

  // The number that follows the last event that a client heard of, as it says itself; nothing where events
  // after it are forgotten, or it was never told.
  std::optional<std::uint64_t> after(std::string_view last) const;

  // Events from `number` on as they are sent, `most` bytes and one event at most; `number` becomes that of
  // the next one. Nothing where it is forgotten already.
  std::optional<std::string> read(std::size_t most, std::uint64_t& number) const;

 private:
  std::deque<std::string> recent_;  // the last one has the number next_ - 1
  std::uint64_t next_ = 1;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_SERVER_EVENT_LOG_H_
