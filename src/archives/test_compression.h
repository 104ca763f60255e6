// Compressed bytes for tests.
#ifndef HEARSAY_SRC_ARCHIVES_TEST_COMPRESSION_H_
#define HEARSAY_SRC_ARCHIVES_TEST_COMPRESSION_H_

#include <zlib.h>
#include <zstd.h>

#include <string>
#include <string_view>

namespace hearsay {

// One member of gzip; `wrapping`: 31 for gzip, 15 for zlib, -15 for neither.
inline std::string gzip(std::string_view bytes, int wrapping = 31) {
  z_stream stream{};
  ::deflateInit2(&stream, 6, Z_DEFLATED, wrapping, 8, Z_DEFAULT_STRATEGY);
  std::string out(::deflateBound(&stream, bytes.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  ::deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  ::deflateEnd(&stream);
  return out;
}

// One frame of Zstandard.
inline std::string zstd(std::string_view bytes, int level = 3) {
  std::string out(::ZSTD_compressBound(bytes.size()), '\0');
  out.resize(::ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), level));
  return out;
}

// A frame to skip.
inline std::string skippable(std::string_view bytes, unsigned magic = 0x184D2A50) {
  std::string out;
  for (int i = 0; i < 4; ++i) out += static_cast<char>(magic >> 8 * i);
  for (int i = 0; i < 4; ++i) out += static_cast<char>(bytes.size() >> 8 * i);
  return out.append(bytes);
}

}  // namespace hearsay

#endif  // HEARSAY_SRC_ARCHIVES_TEST_COMPRESSION_H_
