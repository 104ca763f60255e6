// A stream whose compression, if it has any, is found by its first bytes and undone as it is
// read. Memory does not grow with the stream.
//
// Threads: one
#ifndef HEARSAY_SRC_ARCHIVES_DECOMPRESSOR_H_
#define HEARSAY_SRC_ARCHIVES_DECOMPRESSOR_H_

#include <cstdint>
#include <optional>
#include <streambuf>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "archives/gzip_reader.h"
#include "archives/zstd_reader.h"

namespace hearsay {

class Decompressor : public std::streambuf {
 public:
  // `in` must outlive the decompressor. What it throws goes through, to the istream above.
  explicit Decompressor(std::streambuf& in) : in_(in) {}

  bool is_compressed() const { return !std::holds_alternative<std::monostate>(reader_); }

  // The next bytes, which remain to be read: `wanted` of them or, where `line` is set, at least
  // a line; fewer only at the end of the stream, before a fault and where it cannot be read.
  std::string_view peek(std::size_t wanted, bool line = false);

  // Takes bytes away; returns how many there were, `count` at most.
  std::uint64_t skip(std::uint64_t count);

  // What is wrong with the compressed bytes behind the last that can be read, once; its message
  // has no name of a file. The stream ends there until resume() is called.
  std::optional<Error> take_fault() { return std::exchange(fault_, std::nullopt); }

  // True if the stream ends at a fault, told or not.
  bool is_broken() const { return broken_; }

  // Goes on behind the fault, with the next member that there is. False if there is none.
  bool resume();

  // Where the next byte stands, for people: "byte 1234". Of a compressed stream, that is the byte
  // in the file where its member begins ("byte 1234, decompressed 567": and how far into that).
  std::string place() const;

  // Of the next byte, all that was decompressed counted.
  std::uint64_t position() const { return produced_ - static_cast<std::uint64_t>(egptr() - gptr()); }

 protected:
  int_type underflow() override;
  std::streamsize showmanyc() override { return 0; }

 private:
  void begin();
  bool append();  // reads more behind what is there; false at the end

  InputWindow in_;
  std::variant<std::monostate, GzipReader, ZstdReader> reader_;
  std::vector<char> out_;
  std::uint64_t produced_ = 0;
  std::uint64_t member_ = 0;        // offset of the member of the last bytes
  std::uint64_t member_begin_ = 0;  // position() of its first byte
  std::optional<Error> fault_;
  bool begun_ = false;
  bool broken_ = false;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_ARCHIVES_DECOMPRESSOR_H_
