#include "ledger/compression.h"

#include <zstd.h>

#include <cstdint>
#include <memory>

namespace hearsay {
namespace {

constexpr int kLevel = 1;  // higher ones save a tenth of the bytes and take several times as long

struct FreeContext {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

}  // namespace

std::string compress(std::string_view bytes) {
  // Making a context costs more than a small article.
  thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
  std::string frame(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size =
      ZSTD_compressCCtx(context.get(), frame.data(), frame.size(), bytes.data(), bytes.size(), kLevel);
  frame.resize(ZSTD_isError(size) != 0 ? 0 : size);
  return frame;
}

std::optional<std::string> decompress(std::string_view frame) {
  const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > UINT32_MAX)
    return std::nullopt;
  // A damaged frame may claim anything; no byte becomes more than a few hundred.
  constexpr unsigned long long kLargestRatio = 100'000;
  if (size / kLargestRatio > frame.size()) return std::nullopt;
  thread_local const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
  std::string bytes(static_cast<std::size_t>(size), '\0');
  const std::size_t found =
      ZSTD_decompressDCtx(context.get(), bytes.data(), bytes.size(), frame.data(), frame.size());
  if (ZSTD_isError(found) != 0 || found != bytes.size()) return std::nullopt;
  return bytes;
}

}  // namespace hearsay
