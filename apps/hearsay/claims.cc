#include <variant>

#include "format/board_text.h"
#include "format/ledger_tables.h"
#include "ledger_commands.h"
#include "ledger_output.h"
#include "reading.h"
#include "search_query.h"

namespace hearsay {
namespace {

void print(const Thread& thread, const LedgerStory& story, const EntityIndex& entities, LedgerFormat format,
           const TextOptions& options, Lines& lines) {
  const std::string id = thread_id(thread, story);
  const ThreadRecord record = thread_record(thread, story, entities, id);
  if (format == LedgerFormat::text) {
    const std::string& first = story.statements[thread.statements.front()].published;
    const std::string& last = story.statements[thread.statements.back()].published;
    lines.write(thread_text(record, first.substr(0, 10), last.substr(0, 10), options) + "\n");
  }
  if (format == LedgerFormat::json) lines.write(to_record(record) + "\n");
  if (format != LedgerFormat::csv) return;
  for (const Row& row : thread_rows(record)) lines.write(csv_row(row));
}

}  // namespace

int run_claims(const Arguments& all) {
  const LedgerArguments& arguments = all.ledger;
  const std::variant<StatementQuery, std::string> query = parse_query(arguments);
  if (const std::string* problem = std::get_if<std::string>(&query)) {
    report_failure("claims: " + *problem);
    return kExitUsage;
  }
  Result<Ledger> ledger = Ledger::open(arguments.path);
  if (!ledger) return report_failure(ledger.error().message);
  const Result<LedgerStory> story = ledger->board(std::get<StatementQuery>(query));
  if (!story) return report_failure(story.error().message);
  const Result<EntityIndex> entities = EntityIndex::of(*ledger, *story);
  if (!entities) return report_failure(entities.error().message);
  Result<Lines> lines = Lines::open(all);
  if (!lines) return report_failure(lines.error().message);
  const LedgerFormat format = choose_format(arguments, lines->output());
  if (format == LedgerFormat::csv) {
    lines->write(csv_row(thread_columns()));
  }
  for (const Thread& thread : story->threads) {
    print(thread, *story, *entities, format, text_options(all, lines->output()), *lines);
  }
  if (story->threads.empty() && format == LedgerFormat::text) lines->write("None found.\n");
  return lines->finish();
}

}  // namespace hearsay
