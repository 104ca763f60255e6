#include "watch_log.h"

#include <unistd.h>

#include <cstdio>
#include <ctime>

#include "format/printable.h"

namespace hearsay {
namespace {

std::string formatted(std::time_t time, const char* format) {
  std::tm local = {};
  localtime_r(&time, &local);
  char text[32];
  return {text, std::strftime(text, sizeof text, format, &local)};
}

}  // namespace

WatchLog::WatchLog(bool quiet) : quiet_(quiet), terminal_(::isatty(STDERR_FILENO) == 1) {}

WatchLog::~WatchLog() { end(); }

void WatchLog::say(const std::string& words) {
  if (!quiet_) write(words);
}

void WatchLog::fail(const std::string& words) { write("hearsay: " + words); }

void WatchLog::wait(const std::string& words) {
  if (quiet_ || !terminal_) return;
  const std::scoped_lock lock(mutex_);
  clear();
  std::fputs(words.c_str(), stderr);
  std::fflush(stderr);
  waiting_ = true;
}

void WatchLog::end() {
  const std::scoped_lock lock(mutex_);
  clear();
}

void WatchLog::write(const std::string& words) {
  const std::scoped_lock lock(mutex_);
  clear();
  std::fprintf(stderr, "%s %s\n", formatted(std::time(nullptr), "%Y-%m-%d %H:%M:%S").c_str(),
               printable(words).c_str());
}

void WatchLog::clear() {
  if (waiting_) std::fputs("\r\033[K", stderr);
  waiting_ = false;
}

std::string clock_words(std::int64_t seconds) {
  const std::string day = formatted(seconds, "%Y-%m-%d");
  const std::string time = formatted(seconds, "%H:%M");
  return day == formatted(std::time(nullptr), "%Y-%m-%d") ? time : day + " " + time;
}

}  // namespace hearsay
