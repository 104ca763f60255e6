// The reader of each format that holds many articles.
#ifndef HEARSAY_SRC_ARCHIVES_ARCHIVE_READERS_H_
#define HEARSAY_SRC_ARCHIVES_ARCHIVE_READERS_H_

#include <memory>

#include "archives/article.h"
#include "archives/decompressor.h"
#include "archives/sniff.h"

namespace hearsay {

// Nullptr for a format that is read otherwise. `in` must outlive the reader.
std::unique_ptr<ArticleReader> make_archive_reader(Format format, Decompressor& in);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ARCHIVES_ARCHIVE_READERS_H_
