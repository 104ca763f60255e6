// Who may ask: what is checked of a request before its body is read.
#ifndef HEARSAY_SRC_SERVER_GUARD_H_
#define HEARSAY_SRC_SERVER_GUARD_H_

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "server/message.h"

namespace hearsay {

// True for the addresses and the name of this machine alone: 127.x.x.x, ::1, localhost.
bool is_loopback(std::string_view host);

// Takes the same time whatever the bytes of `given`.
bool is_same_secret(std::string_view given, std::string_view secret);

struct GuardRules {
  std::string host;   // that we listen on
  std::string token;  // empty: none is asked for
  int rate = 0;       // requests a second of one client, on average; 0: any number
};

// One thread.
class Guard {
 public:
  explicit Guard(GuardRules rules) : rules_(std::move(rules)) {}

  // Nothing, or why the request is refused: as refuse_framing() does; without a token 421 for a Host that is
  // not ours (a page elsewhere may have its name point to us), 401 without the token, 403 for what a page of
  // another origin sends, 429 for a client that asks too often.
  std::optional<ServerResponse> refuse(const ServerRequest& head, std::chrono::steady_clock::time_point now);

 private:
  struct Bucket {
    double left = 0;
    std::chrono::steady_clock::time_point filled;
  };
  bool may_ask(const std::string& client, std::chrono::steady_clock::time_point now);

  GuardRules rules_;
  std::map<std::string, Bucket> buckets_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_SERVER_GUARD_H_
