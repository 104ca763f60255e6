// A body that is sent piece by piece, as HTTP/1.1 frames it.
#ifndef HEARSAY_SRC_SERVER_CHUNKS_H_
#define HEARSAY_SRC_SERVER_CHUNKS_H_

#include <cstddef>
#include <functional>

#include "server/message.h"

namespace hearsay {

// Has `stream` give the body, and sends it in pieces of about so many bytes; `chunked` (RFC 9112, 7.1), with
// a last chunk only where the body is whole, so that a client knows what it has. Ends early where `send`
// returns false.
void send_chunks(const std::function<bool(const SendPiece&)>& stream, bool chunked, std::size_t bytes,
                 const SendPiece& send);

}  // namespace hearsay

#endif  // HEARSAY_SRC_SERVER_CHUNKS_H_
