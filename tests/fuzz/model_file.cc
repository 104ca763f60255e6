// Any bytes as a model file: an error or a file whose sections can be read.
#define XXH_INLINE_ALL
#include "model/model_file.h"

#include <array>

#include "model/embedding.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/patch_checksums.h"

namespace hearsay {
namespace {

constexpr int kWidth = 4;

void read(const std::string& bytes) {
  const auto file =
      ModelFile::from_bytes(std::as_bytes(std::span<const char>(bytes)), "x.model", "tagger", 3);
  if (!file) return require(file.error().code == ErrorCode::corrupt_model, "bad bytes are corrupt_model");
  std::uint64_t sum = 0;
  if (const auto numbers = file->array<std::uint32_t>("numbers")) {
    for (const std::uint32_t n : *numbers) sum += n;
  }
  if (const auto names = file->strings("names")) sum += names->size();
  if (const auto table = load_embedding(*file, "t", kWidth)) {
    std::int32_t sums[kWidth] = {};
    RowSum rows;
    for (std::uint64_t key = 0; key < 64; ++key) rows.add(*table, std::array{key});
    rows.write(kWidth, sums);
    for (const std::int32_t s : sums) sum += static_cast<std::uint64_t>(s);
  }
  volatile std::uint64_t used = sum;
  static_cast<void>(used);
}

}  // namespace
}  // namespace hearsay

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(hearsay::as_text(data, size));
  hearsay::read(bytes);
  hearsay::patch_checksums(bytes);
  hearsay::read(bytes);
  return 0;
}
