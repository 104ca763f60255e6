// Files of NewsML-G2 and NITF: items, messages of many items, documents one behind the other.
//
// Threads: one
#ifndef HEARSAY_SRC_ARCHIVES_NEWSML_READER_H_
#define HEARSAY_SRC_ARCHIVES_NEWSML_READER_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "archives/article.h"
#include "archives/decompressor.h"
#include "archives/newsml_items.h"
#include "xml/xml_parser.h"

namespace hearsay {

// Broken XML costs its document; reading goes on with the next "<?xml".
class NewsmlReader : public ArticleReader {
 public:
  // `in` must outlive the reader.
  explicit NewsmlReader(Decompressor& in) : in_(in) {}

  std::optional<Article> next() override;
  std::uint64_t skipped() const override { return skipped_ + items_.others; }

 private:
  std::optional<Article> take_item();
  std::optional<Article> parse_more();
  bool find_document();

  Decompressor& in_;
  NewsmlItems items_;
  std::unique_ptr<XmlParser> parser_;
  std::uint64_t begin_ = 0;   // position of the document
  std::uint64_t number_ = 0;  // of items
  std::uint64_t skipped_ = 0;
  bool ended_ = false;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_ARCHIVES_NEWSML_READER_H_
