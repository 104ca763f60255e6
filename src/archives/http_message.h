// HTTP/1 responses as archives keep them: status, type, and the body without its codings.
#ifndef HEARSAY_SRC_ARCHIVES_HTTP_MESSAGE_H_
#define HEARSAY_SRC_ARCHIVES_HTTP_MESSAGE_H_

#include <optional>
#include <string>
#include <string_view>

#include "archives/header_fields.h"
#include "hearsay/result.h"

namespace hearsay {

struct HttpMessage {
  int status = 0;
  HeaderFields header;
  std::string_view body;  // as it came; within the bytes that were parsed
};

// Nothing for what is no response with a whole header.
std::optional<HttpMessage> parse_http_message(std::string_view bytes);

// The body without chunks and compression (gzip, deflate, zstd). A body that begins otherwise than its
// coding says is taken as it is: crawlers undo codings and leave the header. Fails with
// invalid_input, without a name, on codings that are not known (br), on chunks and compressed
// bytes that are damaged or cut short, and on more than `most` bytes.
Result<std::string> decode_body(const HttpMessage& response, std::size_t most);

// `bytes` without the chunks of HTTP/1.1 (RFC 9112). Fails likewise.
Result<std::string> join_chunks(std::string_view bytes);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ARCHIVES_HTTP_MESSAGE_H_
