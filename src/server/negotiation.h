// Which form of an answer a client takes: Accept and Accept-Encoding (RFC 9110).
#ifndef HEARSAY_SRC_SERVER_NEGOTIATION_H_
#define HEARSAY_SRC_SERVER_NEGOTIATION_H_

#include <string_view>

#include "server/message.h"

namespace hearsay {

// True where Accept has the media type, its kind ("text/*") or "*/*", and not with a weight of zero; or is
// empty.
bool accepts(std::string_view accept, std::string_view type);

// True where Accept-Encoding has gzip, and not with a weight of zero.
bool accepts_gzip(std::string_view codings);

// Compresses the body where it is text, long enough to be worth it, and the client takes gzip.
void compress(const ServerRequest& request, ServerResponse& response);

}  // namespace hearsay

#endif  // HEARSAY_SRC_SERVER_NEGOTIATION_H_
