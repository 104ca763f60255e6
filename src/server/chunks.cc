#include "server/chunks.h"

#include <cstdio>
#include <string>
#include <utility>

namespace hearsay {

void send_chunks(const std::function<bool(const SendPiece&)>& stream, bool chunked, std::size_t bytes,
                 const SendPiece& send) {
  const auto chunk = [&](const std::string& piece) {
    if (!chunked) return piece;
    char size[20];
    std::snprintf(size, sizeof size, "%zx\r\n", piece.size());
    return size + piece + "\r\n";
  };
  bool open = true;
  std::string waiting;
  const bool whole = stream([&](const std::string& piece) {
    waiting += piece;
    if (waiting.size() < bytes) return true;
    open = send(chunk(std::exchange(waiting, {})));
    return open;
  });
  if (open && !waiting.empty()) open = send(chunk(waiting));
  if (open && whole && chunked) send("0\r\n\r\n");
}

}  // namespace hearsay
