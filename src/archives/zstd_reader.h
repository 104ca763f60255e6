// Zstandard (RFC 8878): frames one behind the other, as `cat a.zst b.zst` and WARC.zst have
// them, among them frames to skip.
//
// Threads: one
#ifndef HEARSAY_SRC_ARCHIVES_ZSTD_READER_H_
#define HEARSAY_SRC_ARCHIVES_ZSTD_READER_H_

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "archives/expansion.h"
#include "archives/input_window.h"
#include "hearsay/result.h"

struct ZSTD_DCtx_s;

namespace hearsay {

// A frame to skip at the very beginning, of magic number 0x184D2A5D, is the dictionary of all
// frames, itself compressed or not (the convention of .warc.zst).
class ZstdReader {
 public:
  // The largest window that a frame may ask for: what `zstd --ultra` and `--long` take.
  static constexpr int kMostWindowLog = 27;

  // `in` must outlive the reader.
  explicit ZstdReader(InputWindow& in);

  // As those of GzipReader, with frames for members.
  Result<std::size_t> read(std::vector<char>& out, std::size_t from);
  bool resume();
  std::uint64_t member() const { return member_; }
  bool began_member() const { return began_; }

 private:
  struct Free {
    void operator()(ZSTD_DCtx_s* context) const;
  };

  Result<bool> begin_frame();
  Result<std::size_t> read_piece(std::vector<char>& out, std::size_t from);
  void load_dictionary();
  Error fail(const std::string& what);

  InputWindow& in_;
  std::unique_ptr<ZSTD_DCtx_s, Free> context_;
  Expansion expansion_;
  std::uint64_t member_ = 0;
  std::size_t room_ = 0;  // for the output of one step
  bool inside_ = false;
  bool began_ = false;
};

// True if `bytes` begin like a frame, of either kind.
bool begins_like_zstd(std::string_view bytes);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ARCHIVES_ZSTD_READER_H_
