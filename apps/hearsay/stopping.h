// Stopping at a good place when the user asks for it (Ctrl-C, or SIGTERM).
#ifndef HEARSAY_APPS_HEARSAY_STOPPING_H_
#define HEARSAY_APPS_HEARSAY_STOPPING_H_

#include <functional>
#include <thread>

namespace hearsay {

// From here on the first SIGINT or SIGTERM only makes stop_status() tell of it; a second one ends the
// process.
void stop_when_asked();

// 0, or the exit status of a command that was asked to stop: 130 after SIGINT, 143 after SIGTERM. Any thread.
int stop_status();

// While it lives, a thread of its own looks whether the process was asked to stop: then it calls `ask`, and
// where that has not ended its life after a second, `force`.
class StopListener {
 public:
  StopListener(std::function<void()> ask, std::function<void()> force);

 private:
  std::jthread thread_;
};

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_STOPPING_H_
