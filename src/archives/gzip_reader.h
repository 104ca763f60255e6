// gzip (RFC 1952): members one behind the other, as `cat a.gz b.gz` and WARC.gz have them.
//
// Threads: one
#ifndef HEARSAY_SRC_ARCHIVES_GZIP_READER_H_
#define HEARSAY_SRC_ARCHIVES_GZIP_READER_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "archives/expansion.h"
#include "archives/input_window.h"
#include "hearsay/result.h"

struct z_stream_s;
struct libdeflate_decompressor;

namespace hearsay {

// Small members are decompressed whole by libdeflate, which is twice as fast as zlib; large and
// damaged ones piece by piece by zlib, which gives what comes before the damage.
class GzipReader {
 public:
  // `in` must outlive the reader.
  explicit GzipReader(InputWindow& in);
  ~GzipReader();
  GzipReader(const GzipReader&) = delete;
  GzipReader& operator=(const GzipReader&) = delete;

  // Writes the next bytes to `out` from index `from` on, growing it, and returns how many:
  // at least one, or none at the end of the input. Zeros behind the last member are no fault.
  // Fails with invalid_input where a member is damaged, cut short or expands too much, and
  // where other bytes stand between members; the message has the offset but no name. Then
  // the member is at its end, and resume() finds the next one.
  Result<std::size_t> read(std::vector<char>& out, std::size_t from);

  // Looks for the next member behind one that failed. False if there is none.
  bool resume();

  // The offset of the member that the last bytes are of.
  std::uint64_t member() const { return member_; }
  // True if the last read() began a member.
  bool began_member() const { return began_; }

 private:
  enum class Whole { done, no };

  Whole read_whole(std::vector<char>& out, std::size_t from, std::size_t& size);
  Result<std::size_t> begin_member(std::vector<char>& out, std::size_t from);
  Result<std::size_t> read_piece(std::vector<char>& out, std::size_t from);
  Error fail(const std::string& what);

  InputWindow& in_;
  std::unique_ptr<z_stream_s> stream_;
  libdeflate_decompressor* whole_;
  Expansion expansion_;
  std::uint64_t member_ = 0;
  bool inside_ = false;  // of a member that is read piece by piece
  bool began_ = false;
};

// True if `bytes` begin like a member.
bool begins_like_gzip(std::string_view bytes);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ARCHIVES_GZIP_READER_H_
