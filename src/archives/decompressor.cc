#include "archives/decompressor.h"

#include <algorithm>
#include <cstring>
#include <system_error>

namespace hearsay {
namespace {

constexpr std::size_t kLongestMagic = 4;
constexpr std::size_t kPlainPiece = std::size_t{256} << 10;

}  // namespace

void Decompressor::begin() {
  begun_ = true;
  in_.fill(kLongestMagic);
  if (begins_like_gzip(in_.bytes())) reader_.emplace<GzipReader>(in_);
  if (begins_like_zstd(in_.bytes())) reader_.emplace<ZstdReader>(in_);
}

bool Decompressor::append() {
  if (broken_) return false;
  if (!begun_) begin();
  const auto kept = static_cast<std::size_t>(egptr() - gptr());
  if (kept > 0 && gptr() != out_.data()) std::memmove(out_.data(), gptr(), kept);
  setg(out_.data(), out_.data(), out_.data() + kept);
  std::size_t size = 0;
  const auto decompress = [&](auto& reader) {
    const Result<std::size_t> read = reader.read(out_, kept);
    broken_ = !read;
    if (!read) fault_ = read.error();
    if (reader.began_member()) {
      member_ = reader.member();
      member_begin_ = produced_;
    }
    size = read ? *read : 0;
  };
  if (auto* gzip = std::get_if<GzipReader>(&reader_)) decompress(*gzip);
  if (auto* zstd = std::get_if<ZstdReader>(&reader_)) decompress(*zstd);
  if (!is_compressed() && in_.fill(1)) {
    size = std::min(in_.bytes().size(), kPlainPiece);
    if (out_.size() < kept + size) out_.resize(kept + kPlainPiece);
    std::memcpy(out_.data() + kept, in_.bytes().data(), size);
    in_.skip(size);
  }
  produced_ += size;
  setg(out_.data(), out_.data(), out_.data() + kept + size);
  return size > 0;
}

std::string_view Decompressor::peek(std::size_t wanted, bool line) {
  const auto seen = [&] { return std::string_view(gptr(), static_cast<std::size_t>(egptr() - gptr())); };
  const auto enough = [&] {
    return seen().size() >= wanted || (line && seen().find('\n') != std::string_view::npos);
  };
  try {
    while (!enough() && append()) continue;
  } catch (const std::system_error&) {
    return seen();  // whoever reads on will meet it again
  }
  return seen();
}

std::uint64_t Decompressor::skip(std::uint64_t count) {
  std::uint64_t left = count;
  for (;;) {
    const auto ready = static_cast<std::uint64_t>(egptr() - gptr());
    const std::uint64_t taken = std::min(left, ready);
    setg(eback(), gptr() + taken, egptr());
    left -= taken;
    if (left == 0 || peek(1).empty()) return count - left;
  }
}

Decompressor::int_type Decompressor::underflow() {
  if (gptr() == egptr()) append();
  return gptr() == egptr() ? traits_type::eof() : traits_type::to_int_type(*gptr());
}

bool Decompressor::resume() {
  if (!broken_) return false;
  bool more = false;
  if (auto* gzip = std::get_if<GzipReader>(&reader_)) more = gzip->resume();
  if (auto* zstd = std::get_if<ZstdReader>(&reader_)) more = zstd->resume();
  if (more) fault_.reset();
  broken_ = !more;
  return more;
}

std::string Decompressor::place() const {
  if (!is_compressed()) return "byte " + std::to_string(position());
  const std::string member = "byte " + std::to_string(member_);
  const std::uint64_t inside = position() - std::min(position(), member_begin_);
  return inside == 0 ? member : member + " (decompressed: " + std::to_string(inside) + ")";
}

}  // namespace hearsay
