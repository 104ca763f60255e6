#include <variant>

#include "ledger_commands.h"
#include "ledger_output.h"
#include "reading.h"
#include "search_query.h"

namespace hearsay {

int run_search(const Arguments& all) {
  const LedgerArguments& arguments = all.ledger;
  std::variant<StatementQuery, std::string> query = parse_query(arguments);
  if (const std::string* problem = std::get_if<std::string>(&query)) {
    report_failure("search: " + *problem);
    return kExitUsage;
  }
  Result<Ledger> ledger = Ledger::open(arguments.path);
  if (!ledger) return report_failure(ledger.error().message);
  const auto found = ledger->search(std::get<StatementQuery>(query));
  if (!found) return report_failure(found.error().message);
  StatementQuery rest = std::get<StatementQuery>(query);
  rest.limit -= static_cast<int>(found->size());
  const auto unread = ledger->search_unread(rest);
  if (!unread) return report_failure(unread.error().message);
  const Result<EntityIndex> entities = EntityIndex::of(*ledger, *found);
  if (!entities) return report_failure(entities.error().message);
  Result<Lines> lines = Lines::open(all);
  if (!lines) return report_failure(lines.error().message);
  const LedgerFormat format = choose_format(arguments, lines->output());
  if (found->empty() && unread->empty() && format == LedgerFormat::text) lines->write("Nothing found.\n");
  print_statements(*found, *entities, all, *lines);
  for (const UnreadArticle& article : *unread) {
    const UnreadRecord record = record_of(article);
    if (format == LedgerFormat::json) lines->write(to_record(record) + "\n");
    if (format == LedgerFormat::csv) lines->write(csv_row(csv_fields(record)));
    if (format != LedgerFormat::text) continue;
    const bool is_first = found->empty() && &article == &unread->front();
    lines->write((is_first ? "" : "\n") + to_text(record, text_options(all, lines->output())));
  }
  return lines->finish();
}

}  // namespace hearsay
