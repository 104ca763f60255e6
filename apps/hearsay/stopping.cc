#include "stopping.h"

#include <atomic>
#include <csignal>
#include <initializer_list>

namespace hearsay {
namespace {

// A handler can reach nothing else than what is global.
std::atomic<int> asked_by = 0;
static_assert(std::atomic<int>::is_always_lock_free);

void take_note(int signal) { asked_by = signal; }

}  // namespace

void stop_when_asked() {
  struct sigaction action = {};
  action.sa_handler = take_note;
  action.sa_flags = SA_RESETHAND;  // and no SA_RESTART: a read that waits returns
  for (const int signal : {SIGINT, SIGTERM}) sigaction(signal, &action, nullptr);
}

int stop_status() {
  const int signal = asked_by;
  return signal == 0 ? 0 : 128 + signal;
}

}  // namespace hearsay
