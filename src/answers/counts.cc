#include "answers/counts.h"

#include "format/json_object.h"

namespace hearsay {

std::vector<Counted> all_counts(const LedgerCounts& c) {
  return {{c.articles, "articles", "articles"},
          {c.unread, "unread", "of them not read, for want of models for their language"},
          {c.versions, "versions", "versions of them"},
          {c.statements, "statements", "statements"},
          {c.relations, "relations", "relations between them"},
          {c.threads, "claims", "claims that several of them make or contest"},
          {c.names, "names", "people, organisations, places and other names"}};
}

std::string to_record(const LedgerCounts& counts) {
  JsonObject record;
  record.text("record", "stats");
  for (const Counted& count : all_counts(counts)) record.json(count.name, std::to_string(count.number));
  return record.text("first", counts.first).text("last", counts.last).take();
}

}  // namespace hearsay
