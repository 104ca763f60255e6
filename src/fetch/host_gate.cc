#include "fetch/host_gate.h"

#include <algorithm>

namespace hearsay {

std::optional<HostGate::Clock::duration> HostGate::enter(const std::string& name) {
  std::unique_lock lock(mutex_);
  Host& host = hosts_[name];  // hosts are never forgotten, so it stays where it is
  while (true) {
    const Clock::time_point now = Clock::now();
    if (host.next - now > kLongestWait) return host.next - now;
    if (!host.busy && host.next <= now) break;
    host.busy ? changed_.wait(lock) : static_cast<void>(changed_.wait_until(lock, host.next));
  }
  host.busy = true;
  return std::nullopt;
}

void HostGate::leave(const std::string& name, Clock::duration pause) {
  const std::scoped_lock lock(mutex_);
  Host& host = hosts_[name];
  host.busy = false;
  host.next = std::max(host.next, Clock::now() + pause);
  changed_.notify_all();
}

void HostGate::hold(const std::string& name, Clock::duration time) {
  const std::scoped_lock lock(mutex_);
  Host& host = hosts_[name];
  host.next = std::max(host.next, Clock::now() + time);
  changed_.notify_all();
}

HostGate::Clock::time_point HostGate::ready(const std::string& name) {
  const std::scoped_lock lock(mutex_);
  const auto found = hosts_.find(name);
  return found == hosts_.end() ? Clock::time_point{} : found->second.next;
}

}  // namespace hearsay
