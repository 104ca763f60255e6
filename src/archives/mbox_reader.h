// Mail: files of many messages (mbox, RFC 4155, with ">From" for "From" in the text), and one alone.
//
// Threads: one
#ifndef HEARSAY_SRC_ARCHIVES_MBOX_READER_H_
#define HEARSAY_SRC_ARCHIVES_MBOX_READER_H_

#include <cstdint>
#include <optional>
#include <string>

#include "archives/article.h"
#include "archives/decompressor.h"

namespace hearsay {

// A message that is too large or has no text costs itself.
class MboxReader : public ArticleReader {
 public:
  static constexpr std::size_t kMostMessageBytes = 2 * kMostPageBytes;  // encoded, with its attachments

  // `in` must outlive the reader.
  explicit MboxReader(Decompressor& in) : in_(in) {}

  std::optional<Article> next() override;

 private:
  bool take_line();

  Decompressor& in_;
  std::string line_;   // with its end
  std::string begin_;  // where line_ begins, for people
  std::string message_;
  std::uint64_t number_ = 0;
  bool begun_ = false;  // line_ is the first one of the next message
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_ARCHIVES_MBOX_READER_H_
