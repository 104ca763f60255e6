// Whether a request is put together as HTTP/1.1 has it, beyond what parses.
#ifndef HEARSAY_SRC_SERVER_FRAMING_H_
#define HEARSAY_SRC_SERVER_FRAMING_H_

#include <optional>

#include "server/message.h"

namespace hearsay {

// Nothing, or why its body is not read: 400 without a Host, with several, or with a coding of the body but
// chunked; 411 where it should have a body and does not say how long; 417 for an Expect but 100-continue.
std::optional<ServerResponse> refuse_framing(const ServerRequest& head);

}  // namespace hearsay

#endif  // HEARSAY_SRC_SERVER_FRAMING_H_
