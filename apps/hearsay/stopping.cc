#include "stopping.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <initializer_list>
#include <mutex>
#include <utility>

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

StopListener::StopListener(std::function<void()> ask, std::function<void()> force)
    : thread_([ask = std::move(ask), force = std::move(force)](const std::stop_token& ended) {
        using namespace std::chrono_literals;
        std::mutex mutex;
        std::condition_variable_any never;
        std::unique_lock lock(mutex);
        const auto sleep = [&](std::chrono::milliseconds time) {
          never.wait_for(lock, ended, time, [] { return false; });
        };
        while (!ended.stop_requested() && stop_status() == 0) sleep(100ms);
        if (ended.stop_requested()) return;
        ask();
        sleep(1s);
        if (!ended.stop_requested()) force();
      }) {}

}  // namespace hearsay
