// Bodies that were compressed for the way: gzip and deflate.
#ifndef HEARSAY_SRC_FETCH_CONTENT_CODING_H_
#define HEARSAY_SRC_FETCH_CONTENT_CODING_H_

#include <memory>
#include <string>
#include <string_view>
#include <utility>

struct z_stream_s;

namespace hearsay {

// What may come out of a byte, once a megabyte has: pages compress 3 to 12 times, bombs 1,000 times.
inline constexpr std::size_t kMostExpansion = 100;
inline constexpr std::size_t kFreeExpansion = std::size_t{1} << 20;

// Undoes the coding of one body. Each function returns "" or "expected ..., found ...".
class ContentDecoder {
 public:
  // `most_bytes`: of the body.
  explicit ContentDecoder(std::size_t most_bytes);
  ~ContentDecoder();
  ContentDecoder(const ContentDecoder&) = delete;
  ContentDecoder& operator=(const ContentDecoder&) = delete;

  // What Content-Encoding says: "", "identity", "gzip", "x-gzip" or "deflate". Before the first push().
  std::string begin(std::string_view coding);

  // The next bytes from the network. Fails where they are damaged, where the body becomes longer than it
  // may, and where they grow by more than kMostExpansion.
  std::string push(std::string_view bytes);

  // After the last: fails where the bytes were cut off.
  std::string finish();

  std::size_t size() const { return body_.size(); }
  std::string take_body() { return std::move(body_); }

 private:
  std::string inflate_piece(std::string_view bytes);
  std::string append(std::string_view bytes);

  std::size_t most_bytes_;
  std::size_t received_ = 0;
  std::string body_;
  std::unique_ptr<z_stream_s> stream_;  // null: bytes are the body's
  bool deflate_ = false;                // its bytes come with a header or, from some servers, without
  bool ended_ = false;                  // at the end of a member of gzip
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_FETCH_CONTENT_CODING_H_
