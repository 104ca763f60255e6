#include "format/printable.h"
#include "ledger_commands.h"
#include "ledger_output.h"
#include "reading.h"
#include "search_query.h"

namespace hearsay {
namespace {

const std::string& last_day(const Thread& thread, const LedgerStory& story) {
  return story.statements[thread.statements.back()].published;
}

std::string count_of(std::size_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

// "2024-03-06", or "2024-03-06 to 2024-03-08"; empty where nothing is dated.
std::string days_of(const Thread& thread, const LedgerStory& story) {
  const std::string first = story.statements[thread.statements.front()].published.substr(0, 10);
  const std::string last = last_day(thread, story).substr(0, 10);
  return first == last || first.empty() ? last : first + " to " + last;
}

// "    Ada Holm: asserted since 2024-03-06, denied since 2024-03-08", one source a line.
void append_positions(const ThreadRecord& thread, const TextOptions& options, std::string& out) {
  for (std::size_t i = 0; i < thread.positions.size();) {
    const std::string_view source = thread.positions[i].source;
    std::string line = printable(source.empty() ? "no source named" : source) + ": ";
    for (bool first = true; i < thread.positions.size() && thread.positions[i].source == source;
         ++i, first = false) {
      line += first ? "" : ", then ";
      line += thread.positions[i].position;
      if (!thread.positions[i].since.empty())
        line += " since " + printable(thread.positions[i].since.substr(0, 10));
    }
    for (const std::string& part : wrap(line, options.width - 4)) out += "    " + part + "\n";
  }
}

std::string to_text(const Thread& thread, const LedgerStory& story, const EntityIndex& entities,
                    const TextOptions& options) {
  const std::string id = thread_id(thread, story);
  const ThreadRecord record = thread_record(thread, story, entities, id);
  std::string out;
  for (const std::string& line : wrap(printable(record.title), options.width)) {
    out += options.color ? "\033[1m" + line + "\033[0m\n" : line + "\n";
  }
  std::string counts = days_of(thread, story);
  if (!counts.empty()) counts += " · ";
  counts += count_of(thread.statements.size(), "statement", "statements") + " · " +
            count_of(thread.independent_sources, "independent source", "independent sources") + " · ";
  out += "  " + counts + (options.color ? "\033[2m" + id + "\033[0m\n" : id + "\n");
  append_positions(record, options, out);
  return out;
}

std::vector<std::string> csv_position(const ThreadRecord& thread, const ThreadRecord::Position& p) {
  return {std::string(thread.id),
          std::string(thread.title),
          std::string(p.source),
          std::string(p.entity),
          std::string(p.position),
          std::string(p.since),
          std::string(p.statement.document),
          "a" + std::to_string(p.statement.attribution + 1)};
}

void print(const Thread& thread, const LedgerStory& story, const EntityIndex& entities, LedgerFormat format,
           const TextOptions& options, Lines& lines) {
  const std::string id = thread_id(thread, story);
  const ThreadRecord record = thread_record(thread, story, entities, id);
  if (format == LedgerFormat::text) lines.write(to_text(thread, story, entities, options) + "\n");
  if (format == LedgerFormat::json) lines.write(to_record(record) + "\n");
  if (format != LedgerFormat::csv) return;
  for (const ThreadRecord::Position& position : record.positions)
    lines.write(csv_row(csv_position(record, position)));
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
  const Result<EntityIndex> entities = EntityIndex::read(*ledger);
  if (!entities) return report_failure(entities.error().message);
  const Result<LedgerStory> story = ledger->board(std::get<StatementQuery>(query));
  if (!story) return report_failure(story.error().message);
  Result<Lines> lines = Lines::open(all);
  if (!lines) return report_failure(lines.error().message);
  const LedgerFormat format = choose_format(arguments, lines->output());
  if (format == LedgerFormat::csv) {
    lines->write(
        csv_row({"thread", "title", "source", "entity", "position", "since", "article", "statement"}));
  }
  for (const Thread& thread : story->threads) {
    print(thread, *story, *entities, format, text_options(all, lines->output()), *lines);
  }
  if (story->threads.empty() && format == LedgerFormat::text) lines->write("None found.\n");
  return lines->finish();
}

}  // namespace hearsay
