#include "answers/records.h"
#include "answers/search_query.h"
#include "answers/story_timeline.h"
#include "server/items.h"
#include "server/problem.h"
#include "server/routes.h"

namespace hearsay {

ServerResponse Routes::search(const Call& call, Ledger& ledger) {
  Result<StatementQuery> query = call.query.page_query("search");
  if (!query) return problem(query.error());
  if (query->from) query->below = query->from->front();
  ++query->limit;
  auto found = ledger.search(*query);
  if (!found) return ledger_problem(found.error());
  const std::int64_t next = keep_page(query->limit - 1, *found);
  const Result<EntityIndex> entities = EntityIndex::of(ledger, *found);
  if (!entities) return ledger_problem(entities.error());
  return list_response(statement_items(*found, *entities),
                       next > 0 ? call.query.cursor("search", {next}) : "");
}

ServerResponse Routes::timeline(const Call& call, Ledger& ledger) {
  const Result<StatementQuery> query = call.query.page_query("timeline");
  if (!query) return problem(query.error());
  bool whole = true;
  const auto page = read_timeline(
      ledger, *query, [](const std::string&) {}, whole);
  if (!page) return ledger_problem(page.error());
  Items items;
  for (const TimelineEntry& entry : page->entries) items.push_back(to_record(entry));
  return list_response(items, page->next ? call.query.cursor("timeline", *page->next) : "");
}

}  // namespace hearsay
