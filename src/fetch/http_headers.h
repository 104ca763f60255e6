// What is read of a response's headers.
#ifndef HEARSAY_SRC_FETCH_HTTP_HEADERS_H_
#define HEARSAY_SRC_FETCH_HTTP_HEADERS_H_

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

struct HttpHeaders {
  std::string content_type;
  std::string content_encoding;  // "": none
  std::string location;
  std::string etag, last_modified;  // as they are to be sent back; "" where they are longer than 1 KiB
  std::optional<std::chrono::seconds> retry_after;  // from now, 0 to 24 h
};

// Takes one line of a response in: "ETag: \"x\"". A status line forgets what came before. `now`: seconds
// since 1970, for dates.
void read_header(std::string_view line, std::int64_t now, HttpHeaders& headers);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FETCH_HTTP_HEADERS_H_
