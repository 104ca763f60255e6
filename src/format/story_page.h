// What a page about a ledger shows, and where its parts stand on the page.
#ifndef HEARSAY_SRC_FORMAT_STORY_PAGE_H_
#define HEARSAY_SRC_FORMAT_STORY_PAGE_H_

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "format/ledger_records.h"
#include "format/timeline.h"

namespace hearsay {

struct StoryPage {
  std::vector<Document> articles;           // in the order of the page
  std::vector<StatementRecord> statements;  // all that threads and relations name
  std::vector<ThreadRecord> threads;        // the first stands first
  std::vector<RelationRecord> relations;    // disputes, conflicts and retracts; likewise
  std::vector<TimelineEntry> timeline;      // sorted
  std::size_t articles_in_all = 0;          // in the ledger
};

// Finds the parts of a page, of which it is a view.
class StoryPlaces {
 public:
  explicit StoryPlaces(const StoryPage& page);

  // nullptr where the page has none.
  const StatementRecord* statement(const StatementPlace& place) const;

  // The id of a statement's cue in its article, "d1-a3"; "" where the article is not shown.
  std::string address(const StatementPlace& place) const;

  // The id of a paragraph, which counts from 1; likewise.
  std::string paragraph(std::string_view document, std::uint32_t number) const;

 private:
  std::map<std::string_view, std::size_t> articles_;
  std::map<std::pair<std::string_view, std::uint32_t>, const StatementRecord*> statements_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_STORY_PAGE_H_
