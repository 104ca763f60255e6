#include "show.h"

#include <algorithm>
#include <optional>

#include "format/board_text.h"
#include "format/ledger_tables.h"
#include "ledger_commands.h"
#include "ledger_output.h"
#include "reading.h"

namespace hearsay {
namespace {

void print_statements(const Showing& showing, const std::vector<LedgerStatement>& statements,
                      const EntityIndex& entities) {
  for (const LedgerStatement& s : statements) {
    const StatementRecord record = record_of(s, entities);
    if (showing.format == LedgerFormat::csv) showing.lines.write(csv_row(csv_fields(record)));
    if (showing.format == LedgerFormat::json) showing.lines.write(to_record(record) + "\n");
    if (showing.format == LedgerFormat::text) showing.lines.write("\n" + to_text(record, showing.options));
  }
}

// Each returns whether there is such a thing, after printing it.
Result<bool> find_article(const Showing& showing, const std::string& id) {
  const auto versions = showing.ledger.versions(id);
  if (!versions) return versions.error();
  if (versions->empty()) return false;
  const Result<Success> shown = show_article(showing, *versions);
  if (!shown) return shown.error();
  return true;
}

Result<bool> find_statement(const Showing& showing, const std::string& id) {
  const std::optional<StatementPlace> place = statement_place(id);
  if (!place) return false;
  const std::string article(place->document);
  const auto number = showing.ledger.find_statement(article, place->attribution);
  if (!number) return number.error();
  if (!*number) return false;
  const auto versions = showing.ledger.versions(article);
  if (!versions) return versions.error();
  const Result<Success> shown = show_statement(showing, versions->back(), **number);
  if (!shown) return shown.error();
  return true;
}

Result<bool> find_thread(const Showing& showing, const std::string& id) {
  const std::optional<std::int64_t> number = hexadecimal_id(id, 'T');
  if (!number) return false;
  const Result<LedgerStory> story = showing.ledger.thread_with(*number);
  if (!story) return story.error();
  if (story->threads.empty()) return false;
  const Result<EntityIndex> entities = EntityIndex::of(showing.ledger, *story);
  if (!entities) return entities.error();
  const Thread& thread = story->threads.front();
  const std::string name = thread_id(thread, *story);
  const ThreadRecord record = thread_record(thread, *story, *entities, name);
  if (showing.format == LedgerFormat::csv) {
    showing.lines.write(csv_row(thread_columns()));
    for (const Row& row : thread_rows(record)) showing.lines.write(csv_row(row));
    return true;
  }
  const std::string& first = story->statements[thread.statements.front()].published;
  const std::string& last = story->statements[thread.statements.back()].published;
  showing.lines.write(showing.format == LedgerFormat::json
                          ? to_record(record) + "\n"
                          : thread_text(record, first.substr(0, 10), last.substr(0, 10), showing.options));
  print_statements(showing, story->statements, *entities);
  return true;
}

Result<bool> find_entity(const Showing& showing, const std::string& id) {
  if (!hexadecimal_id(id, 'E')) return false;
  const auto entity = showing.ledger.find_entity(id);
  if (!entity) return entity.error();
  if (!*entity) return false;
  const auto statements = showing.ledger.statements_by(**entity, {.limit = showing.limit});
  if (!statements) return statements.error();
  const Result<EntityIndex> entities = EntityIndex::of(showing.ledger, *statements);
  if (!entities) return entities.error();
  const EntityRecord record = entity_record(**entity);
  std::vector<std::string_view> member_of;
  for (const std::string* name : {&(*entity)->whole_name, &(*entity)->side_name}) {
    const bool known = name->empty() || *name == record.name || std::ranges::count(member_of, *name) > 0;
    if (!known) member_of.push_back(*name);
  }
  if (showing.format == LedgerFormat::csv) showing.lines.write(csv_row(csv_columns()));
  if (showing.format == LedgerFormat::json) showing.lines.write(to_record(record) + "\n");
  if (showing.format == LedgerFormat::text) {
    showing.lines.write(entity_text(record, member_of, showing.options));
  }
  print_statements(showing, *statements, *entities);
  return true;
}

}  // namespace

int run_show(const Arguments& all) {
  const LedgerArguments& arguments = all.ledger;
  if (arguments.words.size() != 1) {
    report_failure("show: expected one id after the ledger, found " + std::to_string(arguments.words.size()));
    return kExitUsage;
  }
  Result<Ledger> ledger = Ledger::open(arguments.path);
  if (!ledger) return report_failure(ledger.error().message);
  Result<Lines> lines = Lines::open(all);
  if (!lines) return report_failure(lines.error().message);
  const Showing showing{*ledger, choose_format(arguments, lines->output()),
                        text_options(all, lines->output()), arguments.limit, *lines};
  const std::string& id = arguments.words.front();
  for (auto* find : {find_article, find_statement, find_thread, find_entity}) {
    const Result<bool> found = find(showing, id);
    if (!found) return report_failure(found.error().message);
    if (*found) return lines->finish();
  }
  return report_failure(
      arguments.path +
      ": expected an article, a statement (ARTICLE/a3), a claim (T...) or a person or thing "
      "(E...), found '" +
      id + "'; `hearsay search` and `hearsay who` print ids");
}

}  // namespace hearsay
