// WARC 1.0 and 1.1 (ISO 28500): the pages and texts of an archive, one at a time.
//
// Threads: one
#ifndef HEARSAY_SRC_ARCHIVES_WARC_READER_H_
#define HEARSAY_SRC_ARCHIVES_WARC_READER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "archives/article.h"
#include "archives/decompressor.h"
#include "archives/header_fields.h"

namespace hearsay {

// Articles are HTML, XHTML and plain text in records of type response (status 200), resource and
// conversion. All other records are skipped and counted. A record's target URI is the article's url; its
// date says when it was fetched, so it is left out.
//
// A record that is damaged is one error; reading goes on with the next beginning of a record: in
// the bytes, or where the compression is damaged, in the next member that is whole.
class WarcReader : public ArticleReader {
 public:
  // `in` must outlive the reader.
  explicit WarcReader(Decompressor& in) : in_(in) {}

  std::optional<Article> next() override;
  std::uint64_t skipped() const override { return skipped_; }

  // Records so far, of whatever type.
  std::uint64_t records() const { return records_; }

 private:
  struct Record;

  bool skip_blank_lines();
  std::optional<Article> read_record();
  std::optional<Article> skip_content(const Record& record, std::uint64_t size);
  std::optional<Article> read_content(Record& record, std::size_t header_end, std::size_t length);
  std::optional<Article> read_article(const Record& record);
  std::optional<Article> read_response(const Record& record);
  std::optional<Article> make_article(const Record& record, std::string bytes, std::string_view content_type);
  Article failed(std::string message) const;
  Article fail_and_go_on(std::string message, std::uint64_t from);
  Article fail_at_end(std::string expected, std::uint64_t found);
  void find_record();

  Decompressor& in_;
  std::string place_;  // of the record that is being read
  std::uint64_t records_ = 0;
  std::uint64_t skipped_ = 0;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_ARCHIVES_WARC_READER_H_
