// A request and its answer, without sockets: what the network part gives and takes.
#ifndef HEARSAY_SRC_SERVER_MESSAGE_H_
#define HEARSAY_SRC_SERVER_MESSAGE_H_

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hearsay {

struct ServerRequest {
  std::string method;                                        // "GET"
  std::string target;                                        // as it came: "/v1/search?q=bridge"
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
  std::string body;
  std::string client;  // address

  // The value of the first header of that name, in lower case; "" where there is none.
  std::string_view header(std::string_view name) const {
    for (const auto& [key, value] : headers) {
      if (key == name) return value;
    }
    return {};
  }
};

// Receives a piece of a streamed answer; false when nothing more is wanted.
using SendPiece = std::function<bool(const std::string&)>;

struct ServerResponse {
  int status = 200;
  std::string content_type = "application/json";
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  // Where set, gives the body piece by piece, on a thread of its own; false: it broke off.
  std::function<bool(const SendPiece&)> stream;
  bool events = false;     // the client wants to hear of what is new from now on
  std::string last_event;  // the last that it heard of; may be empty
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_SERVER_MESSAGE_H_
