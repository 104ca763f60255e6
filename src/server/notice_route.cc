#include <algorithm>

#include "answers/notices.h"
#include "server/items.h"
#include "server/problem.h"
#include "server/routes.h"

namespace hearsay {
namespace {

// The lines of a notice as one object: what follows the first is a list in it.
std::string notice_item(const NoticeRecord& notice) {
  const std::string lines = to_records(notice);
  const std::size_t first = lines.find('\n');
  Items changes;
  for (std::size_t begin = first + 1; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    changes.push_back(lines.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines.substr(0, first - 1) + ", \"changes\": " + json_list(changes) + "}";
}

}  // namespace

ServerResponse Routes::notices(const Call& call, Ledger& ledger) {
  Result<StatementQuery> query = call.query.page_query("notices");
  if (!query) return problem(query.error());
  query->source = call.query.get("who");  // words, not a phrase
  const auto page = find_notices(ledger, *query);
  if (!page) return ledger_problem(page.error());
  Items items;
  for (const NoticeRecord& notice : page->notices) items.push_back(notice_item(notice));
  return list_response(items, page->next ? call.query.cursor("notices", *page->next) : "");
}

}  // namespace hearsay
