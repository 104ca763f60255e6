#include "fetch/content_coding.h"

#include <zlib.h>

#include <array>

namespace hearsay {
namespace {

using std::string;
using std::string_view;

constexpr int kGzipOnly = 16 + MAX_WBITS;
constexpr int kWithoutHeader = -MAX_WBITS;

string lower(string_view text) {
  string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// Of zlib's header: method 8, and a multiple of 31.
bool has_zlib_header(string_view bytes) {
  const auto first = static_cast<unsigned char>(bytes[0]);
  if ((first & 15) != 8) return false;
  return bytes.size() < 2 || (first * 256u + static_cast<unsigned char>(bytes[1])) % 31 == 0;
}

}  // namespace

ContentDecoder::ContentDecoder(std::size_t most_bytes) : most_bytes_(most_bytes) {}

ContentDecoder::~ContentDecoder() {
  if (stream_ != nullptr) inflateEnd(stream_.get());
}

string ContentDecoder::begin(string_view coding) {
  const string name = lower(coding);
  if (name.empty() || name == "identity") return "";
  deflate_ = name == "deflate";
  if (!deflate_ && name != "gzip" && name != "x-gzip")
    return "expected a body in gzip, deflate or plain, found '" + name.substr(0, 40) + "'";
  stream_ = std::make_unique<z_stream_s>();
  if (inflateInit2(stream_.get(), deflate_ ? MAX_WBITS : kGzipOnly) == Z_OK) return "";
  stream_.reset();
  return "out of memory";
}

string ContentDecoder::push(string_view bytes) {
  if (bytes.empty()) return "";
  if (stream_ != nullptr && deflate_ && received_ == 0 && !has_zlib_header(bytes))
    inflateReset2(stream_.get(), kWithoutHeader);
  received_ += bytes.size();
  return stream_ == nullptr ? append(bytes) : inflate_piece(bytes);
}

string ContentDecoder::append(string_view bytes) {
  if (body_.size() + bytes.size() > most_bytes_)
    return "expected at most " + std::to_string(most_bytes_) + " bytes, found more";
  body_ += bytes;
  return "";
}

string ContentDecoder::inflate_piece(string_view bytes) {
  std::array<char, 32768> out;
  // zlib takes no pointer to const, and does not write there.
  stream_->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream_->avail_in = static_cast<uInt>(bytes.size());
  do {
    if (ended_) {
      // After a member, another one, or padding that nobody reads.
      if (stream_->avail_in == 0 || deflate_ || *stream_->next_in != 0x1f) return "";
      inflateReset(stream_.get());
      ended_ = false;
    }
    stream_->next_out = reinterpret_cast<Bytef*>(out.data());
    stream_->avail_out = static_cast<uInt>(out.size());
    const int status = inflate(stream_.get(), Z_NO_FLUSH);
    if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
      return "expected compressed bytes, found damaged ones after " + std::to_string(body_.size()) +
             " bytes of text";
    if (string problem = append({out.data(), out.size() - stream_->avail_out}); !problem.empty())
      return problem;
    if (body_.size() > kFreeExpansion + kMostExpansion * received_)
      return "expected bytes that grow at most " + std::to_string(kMostExpansion) + " times, found a bomb";
    ended_ = status == Z_STREAM_END;
  } while (stream_->avail_in > 0 || stream_->avail_out == 0);
  return "";
}

string ContentDecoder::finish() {
  if (stream_ == nullptr || ended_ || received_ == 0) return "";
  return "expected the end of the compressed bytes, found them cut off after " + std::to_string(received_);
}

}  // namespace hearsay
