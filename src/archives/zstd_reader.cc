#define ZSTD_STATIC_LINKING_ONLY  // ZSTD_getFrameHeader()
#include "archives/zstd_reader.h"

#include <zstd.h>

#include <algorithm>
#include <string>

namespace hearsay {
namespace {

constexpr std::size_t kMib = std::size_t{1} << 20;
constexpr std::size_t kLook = kMib / 4;
constexpr std::size_t kLeastRoom = kMib / 4, kMostRoom = 8 * kMib;
constexpr std::size_t kMostDictionary = 16 * kMib;
constexpr std::uint64_t kFreeBytes = 64 * kMib;
constexpr std::size_t kSkippableHeader = 8;
constexpr std::string_view kMagic = "\x28\xb5\x2f\xfd";

std::uint32_t little_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (int i = 3; i >= 0; --i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

bool is_skippable(std::string_view bytes) {
  return bytes.size() >= 4 && (little_endian(bytes) & 0xfffffff0) == ZSTD_MAGIC_SKIPPABLE_START;
}

}  // namespace

bool begins_like_zstd(std::string_view bytes) { return bytes.starts_with(kMagic) || is_skippable(bytes); }

void ZstdReader::Free::operator()(ZSTD_DCtx_s* context) const { ::ZSTD_freeDCtx(context); }

ZstdReader::ZstdReader(InputWindow& in) : in_(in), context_(::ZSTD_createDCtx()), expansion_(kFreeBytes) {
  ::ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, kMostWindowLog);
}

Error ZstdReader::fail(const std::string& what) {
  inside_ = false;
  return {ErrorCode::invalid_input, "zstd frame at byte " + std::to_string(member_) + ": " + what};
}

// What is no dictionary is skipped as any other frame to skip; frames that lack theirs say so.
void ZstdReader::load_dictionary() {
  constexpr std::uint32_t kDictionaryMagic = 0x184D2A5D;
  if (in_.bytes().size() < kSkippableHeader || little_endian(in_.bytes()) != kDictionaryMagic) return;
  const std::size_t size = little_endian(in_.bytes().substr(4));
  if (size > kMostDictionary || !in_.fill(kSkippableHeader + size)) return;
  const std::string_view content = in_.bytes().substr(kSkippableHeader, size);
  if (!content.starts_with(kMagic)) {
    ::ZSTD_DCtx_loadDictionary(context_.get(), content.data(), content.size());
    return;
  }
  const unsigned long long known = ::ZSTD_getFrameContentSize(content.data(), content.size());
  std::vector<char> dictionary(known <= kMostDictionary ? static_cast<std::size_t>(known) : kMostDictionary);
  const std::size_t got =
      ::ZSTD_decompress(dictionary.data(), dictionary.size(), content.data(), content.size());
  if (!::ZSTD_isError(got)) ::ZSTD_DCtx_loadDictionary(context_.get(), dictionary.data(), got);
}

// False at the end of the input.
Result<bool> ZstdReader::begin_frame() {
  in_.fill(kLook);
  member_ = in_.offset();
  began_ = true;
  if (in_.bytes().empty()) return false;
  if (!begins_like_zstd(in_.bytes())) return fail("expected a zstd frame, found other bytes");
  if (member_ == 0) load_dictionary();
  ::ZSTD_DCtx_reset(context_.get(), ZSTD_reset_session_only);
  room_ = kLeastRoom;
  inside_ = true;
  ZSTD_frameHeader header{};
  if (::ZSTD_getFrameHeader(&header, in_.bytes().data(), in_.bytes().size()) != 0) return true;
  if (header.frameType == ZSTD_skippableFrame) return true;
  if (header.windowSize > std::uint64_t{1} << kMostWindowLog) {
    return fail("expected a window of at most " + std::to_string(std::uint64_t{1} << kMostWindowLog) +
                " bytes, found " + std::to_string(header.windowSize));
  }
  // Room for all of a small frame: then it is decompressed in place.
  if (header.frameContentSize <= kMostRoom)
    room_ = std::max(kLeastRoom, static_cast<std::size_t>(header.frameContentSize));
  return true;
}

Result<std::size_t> ZstdReader::read_piece(std::vector<char>& out, std::size_t from) {
  if (out.size() < from + room_) out.resize(from + room_);
  for (;;) {
    const bool ended = !in_.fill(1);
    ZSTD_inBuffer input{.src = in_.bytes().data(), .size = in_.bytes().size(), .pos = 0};
    ZSTD_outBuffer output{.dst = out.data() + from, .size = room_, .pos = 0};
    const std::size_t status = ::ZSTD_decompressStream(context_.get(), &output, &input);
    if (::ZSTD_isError(status)) {
      return fail("damaged near byte " + std::to_string(in_.offset()) + " (" + ::ZSTD_getErrorName(status) +
                  ")");
    }
    in_.skip(input.pos);
    expansion_.add(input.pos, output.pos);
    if (expansion_.is_too_much()) {
      expansion_.begin_anew();
      return fail("expected at most " + std::to_string(kMostRatio) +
                  " times its compressed size, found more");
    }
    if (status == 0) inside_ = false;
    if (status == 0 || output.pos > 0) return output.pos;
    if (ended)
      return fail("expected its end, found that of the file at byte " + std::to_string(in_.offset()));
  }
}

Result<std::size_t> ZstdReader::read(std::vector<char>& out, std::size_t from) {
  began_ = false;
  for (;;) {
    if (!inside_) {
      const Result<bool> begun = begin_frame();
      if (!begun) return begun.error();
      if (!*begun) return std::size_t{0};
    }
    const Result<std::size_t> piece = read_piece(out, from);
    if (!piece || *piece > 0) return piece;
  }
}

bool ZstdReader::resume() {
  inside_ = false;
  if (in_.offset() == member_ && in_.fill(1)) in_.skip(1);
  in_.go_back(member_ + 1);
  while (in_.fill(kMagic.size())) {
    const std::size_t at = in_.bytes().find(kMagic);
    if (at != std::string_view::npos) {
      in_.skip(at);
      return true;
    }
    in_.skip(in_.bytes().size() - (kMagic.size() - 1));
  }
  return false;
}

}  // namespace hearsay
