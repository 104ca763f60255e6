// What readers of archives give: articles, one at a time, each with its fault if it has one.
#ifndef HEARSAY_SRC_ARCHIVES_ARTICLE_H_
#define HEARSAY_SRC_ARCHIVES_ARTICLE_H_

#include <cstdint>
#include <optional>
#include <string>

#include "hearsay/document.h"
#include "hearsay/result.h"

namespace hearsay {

// A page as it came, which has yet to be read.
struct RawPage {
  std::string bytes;
  std::string url;           // may be empty
  std::string content_type;  // as HTTP gave it; may be empty
};

// The largest page or text that a record, message or field may hold. The largest articles have a
// tenth of it; the tree of a page takes up to twenty times its bytes.
inline constexpr std::size_t kMostPageBytes = std::size_t{16} << 20;

struct Article {
  std::string place;  // for messages: "record 12 at byte 34567"
  Document doc;       // text and metadata; of a page the metadata that stands around it
  // Set: the text is still in the page. What `doc` has of metadata goes before what the page says.
  std::optional<RawPage> page = {};
  // Set: why there is no article. The message has neither the file's name nor the place.
  std::optional<Error> error = {};
};

// A reader of some format, over a stream that outlives it.
class ArticleReader {
 public:
  ArticleReader() = default;
  ArticleReader(const ArticleReader&) = delete;
  ArticleReader& operator=(const ArticleReader&) = delete;
  virtual ~ArticleReader() = default;

  // The next article, or what is wrong with it; nothing at the end of the stream.
  virtual std::optional<Article> next() = 0;

  // What was left out so far because it is no article: requests, images, redirections.
  virtual std::uint64_t skipped() const { return 0; }
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_ARCHIVES_ARTICLE_H_
