// Whose turn it is at a host: one request at a time, with a pause between two, and none at all
// where it wants to be left alone. Any number of threads.
#ifndef HEARSAY_SRC_FETCH_HOST_GATE_H_
#define HEARSAY_SRC_FETCH_HOST_GATE_H_

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace hearsay {

class HostGate {
 public:
  using Clock = std::chrono::steady_clock;

  // Who would have to wait longer is turned away.
  static constexpr std::chrono::seconds kLongestWait{120};

  // Waits for our turn at the host, then takes it until leave(). Returns how long the host is to be left
  // alone where that is longer than kLongestWait; then there was no turn.
  std::optional<Clock::duration> enter(const std::string& host);

  // `pause`: until the next request.
  void leave(const std::string& host, Clock::duration pause);

  // Nobody shall ask the host for so long, or as long as was wanted before.
  void hold(const std::string& host, Clock::duration time);

  // When a request may be sent, if nobody else's is; past times for a host that nobody asked yet.
  Clock::time_point ready(const std::string& host);

 private:
  struct Host {
    bool busy = false;
    Clock::time_point next{};
  };
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::string, Host> hosts_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_FETCH_HOST_GATE_H_
