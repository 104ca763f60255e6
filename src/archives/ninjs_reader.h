// Files of ninjs: objects one behind the other, on one line each or not, or in an array.
//
// Threads: one
#ifndef HEARSAY_SRC_ARCHIVES_NINJS_READER_H_
#define HEARSAY_SRC_ARCHIVES_NINJS_READER_H_

#include <cstdint>
#include <optional>
#include <string>

#include "archives/article.h"
#include "archives/decompressor.h"

namespace hearsay {

// An object that is no item of news costs itself; one that does not end costs the rest of the file.
class NinjsReader : public ArticleReader {
 public:
  // `in` must outlive the reader.
  explicit NinjsReader(Decompressor& in) : in_(in) {}

  std::optional<Article> next() override;
  std::uint64_t skipped() const override { return skipped_; }

 private:
  bool find_object();
  std::optional<Error> read_object();

  Decompressor& in_;
  std::string object_;
  std::uint64_t number_ = 0;
  std::uint64_t skipped_ = 0;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_ARCHIVES_NINJS_READER_H_
