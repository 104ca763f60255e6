// Any bytes as a compressed stream: reading ends, goes on behind faults, and gives the same in
// pieces of any size; what they are is told without a fault.
#include "archives/decompressor.h"

#include <sstream>

#include "archives/sniff.h"
#include "tests/fuzz/fuzz.h"

namespace hearsay {
namespace {

std::string read(const std::string& bytes, std::streamsize piece_size) {
  std::istringstream file(bytes);
  Decompressor in(*file.rdbuf());
  std::string all, piece(static_cast<std::size_t>(piece_size), '\0');
  for (std::size_t faults = 0; faults <= bytes.size();) {
    const std::streamsize size = in.sgetn(piece.data(), piece_size);
    all.append(piece.data(), static_cast<std::size_t>(size));
    require(in.position() == all.size() || in.is_broken(), "the position is that of the bytes");
    if (size > 0) continue;
    if (const std::optional<Error> fault = in.take_fault()) {
      ++faults;
      require(!fault->message.empty() && fault->message.find('\n') == std::string::npos, "one line");
    }
    if (!in.resume()) return all;
  }
  require(false, "each fault is another one");
  return all;
}

}  // namespace
}  // namespace hearsay

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(hearsay::as_text(data, size));
  hearsay::sniff(bytes, "x");
  hearsay::is_enough_to_sniff(bytes);
  const std::string all = hearsay::read(bytes, 4096);
  if (all.size() < 100'000) hearsay::require(hearsay::read(bytes, 7) == all, "the same in small pieces");
  return 0;
}
