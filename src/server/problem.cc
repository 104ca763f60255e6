#include "server/problem.h"

#include "document/utf8.h"
#include "format/json_object.h"

namespace hearsay {

int http_status(ErrorCode code) {
  switch (code) {
    case ErrorCode::invalid_input:
      return 400;
    case ErrorCode::not_found:
      return 404;
    default:
      return 500;
  }
}

std::string_view reason_phrase(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 204:
      return "No Content";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 406:
      return "Not Acceptable";
    case 408:
      return "Request Timeout";
    case 411:
      return "Length Required";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 417:
      return "Expectation Failed";
    case 421:
      return "Misdirected Request";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    default:
      return "Error";
  }
}

ServerResponse problem(int status, std::string_view detail) {
  std::string sound(detail);
  for (std::size_t bad = find_invalid_utf8(sound); bad < sound.size(); bad = find_invalid_utf8(sound)) {
    sound.resize(bad);
  }
  ServerResponse response{.status = status, .content_type = "application/problem+json"};
  response.body = JsonObject()
                      .text("type", "about:blank")
                      .text("title", reason_phrase(status))
                      .number("status", static_cast<std::uint32_t>(status))
                      .text("detail", sound)
                      .take();
  return response;
}

ServerResponse problem(const Error& error) { return problem(http_status(error.code), error.message); }

ServerResponse try_again(std::string_view detail) {
  ServerResponse response = problem(503, detail);
  response.headers.emplace_back("Retry-After", "2");
  return response;
}

}  // namespace hearsay
