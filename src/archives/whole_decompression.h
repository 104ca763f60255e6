// Compressed bytes that are in memory as a whole.
#ifndef HEARSAY_SRC_ARCHIVES_WHOLE_DECOMPRESSION_H_
#define HEARSAY_SRC_ARCHIVES_WHOLE_DECOMPRESSION_H_

#include <string>
#include <string_view>

#include "hearsay/result.h"

namespace hearsay {

enum class Coding { gzip, deflate, zstd };  // deflate: with zlib's header (RFC 1950) or without

// Fails with invalid_input where the bytes are damaged or cut short, and where there are more than
// `most` of them, or more than kMostRatio for each compressed one beyond the first mebibyte.
Result<std::string> decompress_whole(std::string_view bytes, Coding coding, std::size_t most);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ARCHIVES_WHOLE_DECOMPRESSION_H_
