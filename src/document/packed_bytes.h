// Numbers and texts as few bytes: numbers as LEB128, seven bits a byte, the low ones first; texts
// behind their length. Bytes are stored: never change how they are written.
#ifndef HEARSAY_SRC_DOCUMENT_PACKED_BYTES_H_
#define HEARSAY_SRC_DOCUMENT_PACKED_BYTES_H_

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace hearsay {

class PackedWriter {
 public:
  void number(std::uint64_t value);
  void text(std::string_view text);
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Reads what PackedWriter wrote, and nothing else; after the first fault, zeros and empty texts. O(1) for
// each number, whatever the bytes claim.
class PackedReader {
 public:
  // The bytes must outlive the reader.
  explicit PackedReader(std::string_view bytes) : bytes_(bytes) {}

  bool is_good() const { return good_; }
  bool is_done() const { return good_ && at_ == bytes_.size(); }  // all was read, without fault

  // A larger number is a fault, so is one with bytes that it does not need.
  std::uint64_t number(std::uint64_t largest = std::numeric_limits<std::uint64_t>::max());

  // How many things follow that take a byte each at least.
  std::size_t count();

  // Valid UTF-8, or a fault.
  std::string text(std::size_t largest = std::numeric_limits<std::size_t>::max());
  void skip_text();

  // A fault where `condition` does not hold.
  void require(bool condition) { good_ = good_ && condition; }

 private:
  std::uint64_t fail();
  std::string_view bytes_of_text(std::size_t largest);

  std::string_view bytes_;
  std::size_t at_ = 0;
  bool good_ = true;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_DOCUMENT_PACKED_BYTES_H_
