#include "progress.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace hearsay {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kPatience{1000};  // shorter work needs no progress
constexpr std::chrono::milliseconds kInterval{100};

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

// 12345678 as "12,345,678".
std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

}  // namespace

bool wants_color(ColorChoice choice, bool terminal) {
  if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
  return terminal && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

ProgressLine::ProgressLine(bool wanted)
    : wanted_(wanted && ::isatty(STDERR_FILENO) == 1), begin_(Clock::now()), next_(begin_ + kPatience) {}

void ProgressLine::add_document(std::size_t words) {
  ++documents_;
  words_ += words;
  if (!wanted_) return;
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + kInterval;
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  const auto rate = static_cast<std::size_t>(static_cast<double>(words_) / seconds);
  std::fprintf(stderr, "\r\033[K%s documents, %s words, %s words/s", grouped(documents_).c_str(),
               grouped(words_).c_str(), grouped(rate).c_str());
  std::fflush(stderr);
  shown_ = true;
}

void ProgressLine::clear() {
  if (!shown_) return;
  std::fputs("\r\033[K", stderr);
  shown_ = false;
}

}  // namespace hearsay
