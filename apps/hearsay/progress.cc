#include "progress.h"

#include <unistd.h>

#include <algorithm>
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

// "[######----] 60 %, 2 min 5 s left"; empty where the total is not known.
std::string bar(double share, double seconds) {
  constexpr int kWidth = 20;
  share = std::clamp(share, 0.001, 1.0);
  const auto full = static_cast<std::size_t>(share * kWidth);
  const auto left = static_cast<std::size_t>(seconds / share - seconds + 0.5);
  std::string out = "[" + std::string(full, '#') + std::string(kWidth - full, '-') + "] " +
                    std::to_string(static_cast<int>(share * 100)) + " %, ";
  if (left >= 60) out += std::to_string(left / 60) + " min ";
  return out + std::to_string(left % 60) + " s left, ";
}

}  // namespace

bool wants_color(ColorChoice choice, bool terminal) {
  if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
  return terminal && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

ProgressLine::ProgressLine(bool wanted, std::uint64_t total_bytes)
    : wanted_(wanted && ::isatty(STDERR_FILENO) == 1),
      total_bytes_(total_bytes),
      begin_(Clock::now()),
      next_(begin_ + kPatience) {}

void ProgressLine::add_document(std::size_t words, std::uint64_t bytes_read) {
  ++documents_;
  words_ += words;
  if (!wanted_) return;
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + kInterval;
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  const auto rate = static_cast<std::size_t>(static_cast<double>(words_) / seconds);
  const std::string done =
      total_bytes_ == 0 ? ""
                        : bar(static_cast<double>(bytes_read) / static_cast<double>(total_bytes_), seconds);
  std::fprintf(stderr, "\r\033[K%s%s documents, %s words, %s words/s", done.c_str(),
               grouped(documents_).c_str(), grouped(words_).c_str(), grouped(rate).c_str());
  std::fflush(stderr);
  shown_ = true;
}

void ProgressLine::clear() {
  if (!shown_) return;
  std::fputs("\r\033[K", stderr);
  shown_ = false;
}

}  // namespace hearsay
