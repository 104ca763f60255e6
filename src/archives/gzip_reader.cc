#include "archives/gzip_reader.h"

#include <libdeflate.h>
#include <zlib.h>

#include <algorithm>
#include <string>

namespace hearsay {
namespace {

constexpr std::size_t kHeaderBytes = 10;
constexpr std::size_t kMib = std::size_t{1} << 20;
constexpr std::size_t kFirstLook = kMib / 4;     // compressed; most members of a WARC.gz are smaller
constexpr std::size_t kLongestWhole = 2 * kMib;  // likewise
constexpr std::size_t kLargestWhole = 8 * kMib;  // decompressed
constexpr std::size_t kPieceBytes = kMib / 4;
constexpr std::uint64_t kFreeBytes = 64 * kMib;

// Whether bytes in the middle of a damaged file begin a member: it has to yield something, too.
bool yields_bytes(std::string_view bytes) {
  z_stream stream{};
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  Bytef out[64];
  stream.next_out = out;
  stream.avail_out = sizeof out;
  if (::inflateInit2(&stream, 16 + MAX_WBITS) != Z_OK) return false;
  const int status = ::inflate(&stream, Z_NO_FLUSH);
  const bool yields = (status == Z_OK && stream.avail_out < sizeof out) || status == Z_STREAM_END;
  ::inflateEnd(&stream);
  return yields;
}

}  // namespace

bool begins_like_gzip(std::string_view bytes) {
  // Magic number, deflate, and no flag that is reserved.
  return bytes.size() >= 4 && bytes.starts_with("\x1f\x8b\x08") &&
         (static_cast<unsigned char>(bytes[3]) & 0xe0) == 0;
}

GzipReader::GzipReader(InputWindow& in)
    : in_(in),
      stream_(std::make_unique<z_stream>()),
      whole_(::libdeflate_alloc_decompressor()),
      expansion_(kFreeBytes) {
  ::inflateInit2(stream_.get(), 16 + MAX_WBITS);
}

GzipReader::~GzipReader() {
  ::inflateEnd(stream_.get());
  ::libdeflate_free_decompressor(whole_);
}

Error GzipReader::fail(const std::string& what) {
  inside_ = false;
  return {ErrorCode::invalid_input, "gzip member at byte " + std::to_string(member_) + ": " + what};
}

// A member that is in sight as a whole. Whatever keeps it from being read so is found anew, and
// told, by read_piece().
GzipReader::Whole GzipReader::read_whole(std::vector<char>& out, std::size_t from, std::size_t& size) {
  if (whole_ == nullptr) return Whole::no;
  for (std::size_t look = kFirstLook, room = kMib;;) {
    const bool more = in_.fill(look);
    if (out.size() < from + room) out.resize(from + room);
    std::size_t taken = 0;
    const libdeflate_result status = ::libdeflate_gzip_decompress_ex(
        whole_, in_.bytes().data(), in_.bytes().size(), out.data() + from, out.size() - from, &taken, &size);
    if (status == LIBDEFLATE_SUCCESS) {
      if (expansion_.would_be_too_much(taken, size)) return Whole::no;
      expansion_.add(taken, size);
      in_.skip(taken);
      return Whole::done;
    }
    if (status == LIBDEFLATE_INSUFFICIENT_SPACE) {
      room = 2 * (out.size() - from);
      if (room > kLargestWhole) return Whole::no;
    } else if (more && look < kLongestWhole) {
      look = 2 * in_.bytes().size();
    } else {
      return Whole::no;
    }
  }
}

Result<std::size_t> GzipReader::begin_member(std::vector<char>& out, std::size_t from) {
  for (;;) {
    in_.fill(kHeaderBytes);
    member_ = in_.offset();
    began_ = true;
    std::string_view bytes = in_.bytes();
    if (bytes.empty()) return std::size_t{0};
    if (!begins_like_gzip(bytes)) {
      // Tapes and disks fill their last block with zeros.
      const std::size_t other = bytes.find_first_not_of('\0');
      if (other == std::string_view::npos) {
        in_.skip(bytes.size());
        continue;
      }
      return fail("expected a gzip member, found other bytes");
    }
    std::size_t size = 0;
    if (read_whole(out, from, size) == Whole::done) {
      if (size > 0) return size;
      continue;
    }
    ::inflateReset(stream_.get());
    inside_ = true;
    return std::size_t{0};
  }
}

Result<std::size_t> GzipReader::read_piece(std::vector<char>& out, std::size_t from) {
  if (out.size() < from + kPieceBytes) out.resize(from + kPieceBytes);
  stream_->next_out = reinterpret_cast<Bytef*>(out.data() + from);
  stream_->avail_out = kPieceBytes;
  for (;;) {
    const bool ended = !in_.fill(1);
    const std::string_view bytes = in_.bytes();
    stream_->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_->avail_in = static_cast<uInt>(bytes.size());
    const std::size_t room = stream_->avail_out;
    const int status = ::inflate(stream_.get(), Z_NO_FLUSH);
    const std::size_t taken = bytes.size() - stream_->avail_in;
    in_.skip(taken);
    expansion_.add(taken, room - stream_->avail_out);
    const std::size_t size = kPieceBytes - stream_->avail_out;
    if (expansion_.is_too_much()) {
      expansion_.begin_anew();
      return fail("expected at most " + std::to_string(kMostRatio) +
                  " times its compressed size, found more");
    }
    if (status == Z_STREAM_END) inside_ = false;
    if (size > 0 || status == Z_STREAM_END) return size;
    if (status == Z_OK && (taken > 0 || !ended)) continue;
    if (ended)
      return fail("expected its end, found that of the file at byte " + std::to_string(in_.offset()));
    return fail("damaged near byte " + std::to_string(in_.offset()) +
                (stream_->msg != nullptr ? std::string(" (") + stream_->msg + ")" : ""));
  }
}

Result<std::size_t> GzipReader::read(std::vector<char>& out, std::size_t from) {
  began_ = false;
  for (;;) {
    if (!inside_) {
      const Result<std::size_t> begun = begin_member(out, from);
      if (!begun || *begun > 0 || !inside_) return begun;
    }
    const Result<std::size_t> piece = read_piece(out, from);
    if (!piece || *piece > 0) return piece;
  }
}

bool GzipReader::resume() {
  inside_ = false;
  // Where bytes are missing, the next member may have begun before the damage showed.
  if (in_.offset() == member_ && in_.fill(1)) in_.skip(1);
  in_.go_back(member_ + 1);
  while (in_.fill(kHeaderBytes)) {
    const std::string_view bytes = in_.bytes();
    const std::size_t at = bytes.find("\x1f\x8b\x08");
    if (at == std::string_view::npos) {
      in_.skip(bytes.size() - 2);
      continue;
    }
    in_.skip(at);
    in_.fill(kFirstLook);
    if (begins_like_gzip(in_.bytes()) && yields_bytes(in_.bytes())) return true;
    in_.skip(1);
  }
  return false;
}

}  // namespace hearsay
