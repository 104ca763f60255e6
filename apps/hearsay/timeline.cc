#include <variant>

#include "answers/story_timeline.h"
#include "format/timeline_text.h"
#include "ledger_commands.h"
#include "ledger_output.h"
#include "reading.h"
#include "search_query.h"

namespace hearsay {
namespace {

void print(const std::vector<TimelineEntry>& entries, const Arguments& arguments, Lines& lines) {
  const LedgerFormat format = choose_format(arguments.ledger, lines.output());
  if (format == LedgerFormat::text) {
    lines.write(entries.empty() ? "Nothing found.\n"
                                : timeline_text(entries, text_options(arguments, lines.output())));
    return;
  }
  bool open = format != LedgerFormat::csv || lines.write(csv_row(timeline_columns()));
  for (std::size_t i = 0; open && i < entries.size(); ++i) {
    open = lines.write(format == LedgerFormat::csv ? csv_row(timeline_fields(entries[i]))
                                                   : to_record(entries[i]) + "\n");
  }
}

}  // namespace

int run_timeline(const Arguments& all) {
  const std::variant<StatementQuery, std::string> query = parse_query(all.ledger);
  if (const std::string* problem = std::get_if<std::string>(&query)) {
    report_failure("timeline: " + *problem);
    return kExitUsage;
  }
  Result<Ledger> ledger = Ledger::open(all.ledger.path);
  if (!ledger) return report_failure(ledger.error().message);
  bool whole = true;
  const auto page = read_timeline(*ledger, std::get<StatementQuery>(query), report_failure, whole);
  if (!page) return report_failure(page.error().message);
  Result<Lines> lines = Lines::open(all);
  if (!lines) return report_failure(lines.error().message);
  print(page->entries, all, *lines);
  const int status = lines->finish();
  return whole ? status : kExitFailed;
}

}  // namespace hearsay
