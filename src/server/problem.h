// Answers that say what went wrong, as RFC 9457 has them.
#ifndef HEARSAY_SRC_SERVER_PROBLEM_H_
#define HEARSAY_SRC_SERVER_PROBLEM_H_

#include <string>
#include <string_view>

#include "hearsay/result.h"
#include "server/message.h"

namespace hearsay {

// The status of an error: the one place where errors of the library become those of HTTP.
int http_status(ErrorCode code);

// "Not Found"; "Error" for a status that we never give.
std::string_view reason_phrase(int status);

// {"type": "about:blank", "title", "status", "detail"}. `detail` may hold any bytes; what is
// not UTF-8 is left out.
ServerResponse problem(int status, std::string_view detail);
ServerResponse problem(const Error& error);

// 503 with Retry-After.
ServerResponse try_again(std::string_view detail);

}  // namespace hearsay

#endif  // HEARSAY_SRC_SERVER_PROBLEM_H_
