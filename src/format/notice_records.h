// What a publisher said of an article of its own, with what that changed in what is said.
#ifndef HEARSAY_SRC_FORMAT_NOTICE_RECORDS_H_
#define HEARSAY_SRC_FORMAT_NOTICE_RECORDS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "format/version_changes.h"

namespace hearsay {

struct NoticeRecord {
  std::string publisher, published, title, document;
  ArticleStatus status = ArticleStatus::canceled;  // never usable
  std::uint32_t version = 1;                       // of the article's versions: the one that says so
  Document before;                                 // the version before it; without text where there is none
  Document after;
  std::vector<VersionChange> changes;  // between the two
};

// The article, what became of it, and what stood in it or was changed.
std::string to_text(const NoticeRecord& notice, const TextOptions& options);

// {"record": "notice", "document", "title", "publisher", "published", "status", "version"} on a line, and a
// line for each change.
std::string to_records(const NoticeRecord& notice);

// Rows of the table of changes: `type`, `detail` and `why`, then the columns of a statement for the later
// one and for the earlier one. A row for each statement that went or was changed; one where there is none.
std::vector<std::vector<std::string>> notice_rows(const NoticeRecord& notice);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_NOTICE_RECORDS_H_
