// What the fuzzers of archives share.
#ifndef HEARSAY_TESTS_FUZZ_ARCHIVES_H_
#define HEARSAY_TESTS_FUZZ_ARCHIVES_H_

#include <sstream>
#include <string>

#include "archives/archive_readers.h"
#include "document/utf8.h"
#include "tests/fuzz/fuzz.h"

namespace hearsay {

// Any bytes as an archive: articles whose text is valid, errors of one line, and an end.
inline void read_archive(Format format, const std::string& bytes) {
  std::istringstream file(bytes);
  Decompressor in(*file.rdbuf());
  const auto reader = make_archive_reader(format, in);
  for (std::size_t count = 0; const std::optional<Article> article = reader->next(); ++count) {
    require(count <= bytes.size(), "no more articles than bytes");
    if (article->error) {
      require(!article->error->message.empty(), "an error has a message");
      require(article->error->message.find('\n') == std::string::npos, "a message is one line");
      continue;
    }
    const std::string& text = article->doc.text;
    require(find_invalid_utf8(text) == text.size(), "text is UTF-8");
    require(article->page.has_value() == text.empty(), "an article has a page or text");
    if (article->page) require(article->page->bytes.size() <= 2 * kMostPageBytes, "pages are bounded");
  }
}

}  // namespace hearsay

#endif  // HEARSAY_TESTS_FUZZ_ARCHIVES_H_
