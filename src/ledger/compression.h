// Bytes made small: Zstandard (RFC 8878).
//
// Threads: any number
#ifndef HEARSAY_SRC_LEDGER_COMPRESSION_H_
#define HEARSAY_SRC_LEDGER_COMPRESSION_H_

#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

// One frame that says how long the bytes are. About 300 MB/s.
std::string compress(std::string_view bytes);

// What compress() was given. Nothing for other bytes, and for a frame that says that it
// holds 4 GiB or more. About 1 GB/s.
std::optional<std::string> decompress(std::string_view frame);

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_COMPRESSION_H_
