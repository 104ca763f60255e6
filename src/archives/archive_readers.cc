#include "archives/archive_readers.h"

#include "archives/mbox_reader.h"
#include "archives/newsml_reader.h"
#include "archives/ninjs_reader.h"
#include "archives/warc_reader.h"

namespace hearsay {

std::unique_ptr<ArticleReader> make_archive_reader(Format format, Decompressor& in) {
  switch (format) {
    case Format::warc:
      return std::make_unique<WarcReader>(in);
    case Format::mbox:
      return std::make_unique<MboxReader>(in);
    case Format::newsml:
      return std::make_unique<NewsmlReader>(in);
    case Format::ninjs:
      return std::make_unique<NinjsReader>(in);
    default:
      return nullptr;
  }
}

}  // namespace hearsay
