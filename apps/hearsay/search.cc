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
  const Result<EntityIndex> entities = EntityIndex::of(*ledger, *found);
  if (!entities) return report_failure(entities.error().message);
  Result<Lines> lines = Lines::open(all);
  if (!lines) return report_failure(lines.error().message);
  if (found->empty() && choose_format(arguments, lines->output()) == LedgerFormat::text) {
    lines->write("Nothing found.\n");
  }
  print_statements(*found, *entities, all, *lines);
  return lines->finish();
}

}  // namespace hearsay
