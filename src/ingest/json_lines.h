// JSON Lines as a stream of documents, one line in memory at a time.
#ifndef HEARSAY_SRC_INGEST_JSON_LINES_H_
#define HEARSAY_SRC_INGEST_JSON_LINES_H_

#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "hearsay/document.h"
#include "hearsay/result.h"

namespace hearsay {

// What one line gave: a document, or an error that names input and line, with the
// document's id (`document.metadata.id`) where that could be read.
struct JsonLine {
  std::uint64_t number = 0;  // from 1, blank lines counted
  Document document;
  std::string html;  // the page that has the text, where the line has no text itself
  std::optional<Error> error;
};

// Reads lines that end with LF or CR LF; blank ones are skipped, and so is a byte
// order mark at the beginning. A bad line costs that line alone.
class JsonLinesReader {
 public:
  // The longest line that is read; a longer one is skipped with an error. Memory is
  // bounded by a small multiple of it.
  static constexpr std::size_t kMaxLineBytes = std::size_t{64} << 20;

  // `in` must outlive the reader; `name` stands in messages ("articles.jsonl").
  JsonLinesReader(std::istream& in, std::string name, std::size_t max_line_bytes = kMaxLineBytes);

  // Reads the next line that is not blank, or nothing at the end of the input. When
  // the input cannot be read to its end, the last line is an error of code io.
  std::optional<JsonLine> next();

  // True if the line that next() returned ended with the stream.
  bool is_at_end() const { return begin_ == end_ && in_.eof(); }

 private:
  // Reads one line, without its end, into line_. False at the end of the input.
  bool read_line();
  JsonLine parse_line();

  std::istream& in_;
  std::string name_;
  std::size_t max_line_bytes_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;  // unread part of buffer_
  std::size_t end_ = 0;
  std::string line_;
  bool too_long_ = false;
  bool failed_ = false;  // the stream broke, and that was reported
  std::uint64_t number_ = 0;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_INGEST_JSON_LINES_H_
