#include "archives/whole_decompression.h"

#include <libdeflate.h>
#include <zstd.h>

#include <algorithm>
#include <memory>

#include "archives/expansion.h"

namespace hearsay {
namespace {

constexpr std::size_t kFreeBytes = std::size_t{1} << 20;

struct FreeDecompressor {
  void operator()(libdeflate_decompressor* decompressor) const {
    ::libdeflate_free_decompressor(decompressor);
  }
};

struct FreeContext {
  void operator()(ZSTD_DCtx* context) const { ::ZSTD_freeDCtx(context); }
};

Error damaged(std::string_view name) {
  return {ErrorCode::invalid_input,
          "expected a body compressed by " + std::string(name) + ", found one that is damaged or cut short"};
}

Error too_large(std::size_t most) {
  return {ErrorCode::invalid_input,
          "expected a body of at most " + std::to_string(most) + " bytes when decompressed, found more"};
}

Result<std::string> inflate(std::string_view bytes, Coding coding, std::size_t most) {
  const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> decompressor(
      ::libdeflate_alloc_decompressor());
  if (!decompressor) return damaged("deflate");
  auto* run = coding == Coding::gzip ? &::libdeflate_gzip_decompress_ex : &::libdeflate_zlib_decompress_ex;
  std::string out;
  for (std::size_t room = std::min(most, 8 * bytes.size() + 1024);;) {
    out.resize(room);
    std::size_t taken = 0, size = 0;
    const libdeflate_result status =
        run(decompressor.get(), bytes.data(), bytes.size(), out.data(), out.size(), &taken, &size);
    if (status == LIBDEFLATE_SUCCESS) {
      out.resize(size);
      return out;
    }
    if (status == LIBDEFLATE_INSUFFICIENT_SPACE) {
      if (room == most) return too_large(most);
      room = std::min(most, 2 * room);
    } else if (run == &::libdeflate_zlib_decompress_ex) {
      run = &::libdeflate_deflate_decompress_ex;  // as servers send it against the standard
    } else {
      return damaged(coding == Coding::gzip ? "gzip" : "deflate");
    }
  }
}

Result<std::string> unzstd(std::string_view bytes, std::size_t most) {
  const std::unique_ptr<ZSTD_DCtx, FreeContext> context(::ZSTD_createDCtx());
  ::ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, 23);  // RFC 9659: 8 MiB in HTTP
  ZSTD_inBuffer input{.src = bytes.data(), .size = bytes.size(), .pos = 0};
  std::string out;
  for (;;) {
    const std::size_t from = out.size();
    if (from >= most) return too_large(most);
    out.resize(std::min(most, from + 4 * bytes.size() + 1024));
    ZSTD_outBuffer output{.dst = out.data(), .size = out.size(), .pos = from};
    const std::size_t before = input.pos;
    const std::size_t status = ::ZSTD_decompressStream(context.get(), &output, &input);
    out.resize(output.pos);
    if (::ZSTD_isError(status)) return damaged("zstd");
    if (status == 0 && input.pos == input.size) return out;
    if (input.pos == before && output.pos == from) return damaged("zstd");
  }
}

}  // namespace

Result<std::string> decompress_whole(std::string_view bytes, Coding coding, std::size_t most) {
  const std::size_t bound = std::min<std::size_t>(most, kFreeBytes + kMostRatio * bytes.size());
  return coding == Coding::zstd ? unzstd(bytes, bound) : inflate(bytes, coding, bound);
}

}  // namespace hearsay
