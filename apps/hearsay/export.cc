#include "export_formats.h"
#include "format/ledger_tables.h"
#include "ledger_commands.h"
#include "ledger_output.h"
#include "reading.h"

namespace hearsay {
namespace {

Result<Success> export_links(Ledger& ledger, const EntityIndex& entities, Lines& lines) {
  const Result<LedgerStory> story = ledger.story();
  if (!story) return story.error();
  bool open = true;
  for (std::size_t i = 0; open && i < story->threads.size(); ++i) {
    const std::string id = thread_id(story->threads[i], *story);
    open = lines.write(to_record(thread_record(story->threads[i], *story, entities, id)) + "\n");
  }
  for (std::size_t i = 0; open && i < story->links.size(); ++i) {
    open = lines.write(to_record(record_of(story->links[i], *story)) + "\n");
  }
  return Success{};
}

Result<bool> export_json(Ledger& ledger, Lines& lines) {
  bool open = true;
  const auto done = ledger.for_each_article([&](const LedgerArticle& article) {
    return open = lines.write(document_record(article.analysis, article.copy_of) + "\n");
  });
  if (!done) return done.error();
  if (!open) return true;
  const Result<EntityIndex> entities = EntityIndex::read(ledger);
  if (!entities) return entities.error();
  for (const LedgerEntity& entity : entities->all()) {
    if (!lines.write(to_record(entity_record(entity)) + "\n")) return true;
  }
  const Result<Success> links = export_links(ledger, *entities, lines);
  if (!links) return links.error();
  return true;
}

void print_statements_table(const LedgerStory& story, const EntityIndex& entities, Lines& lines) {
  bool open = lines.write(csv_row(csv_columns()));
  for (auto s = story.statements.rbegin(); open && s != story.statements.rend(); ++s) {
    open = lines.write(csv_row(csv_fields(record_of(*s, entities))));
  }
}

void print_relations_table(const LedgerStory& story, const EntityIndex& entities, Lines& lines) {
  bool open = lines.write(csv_row(relation_columns()));
  for (std::size_t i = 0; open && i < story.links.size(); ++i) {
    const LinkedPair& link = story.links[i];
    open = lines.write(
        csv_row(relation_fields(record_of(link, story), record_of(story.statements[link.later], entities),
                                record_of(story.statements[link.earlier], entities))));
  }
}

void print_threads_table(const LedgerStory& story, const EntityIndex& entities, Lines& lines) {
  bool open = lines.write(csv_row(thread_columns()));
  for (std::size_t i = 0; open && i < story.threads.size(); ++i) {
    const std::string id = thread_id(story.threads[i], story);
    for (const Row& row : thread_rows(thread_record(story.threads[i], story, entities, id))) {
      open = lines.write(csv_row(row));
    }
  }
}

void print_entities_table(const EntityIndex& entities, Lines& lines) {
  bool open = lines.write(csv_row(entity_columns()));
  for (std::size_t i = 0; open && i < entities.all().size(); ++i) {
    open = lines.write(csv_row(entity_fields(entity_record(entities.all()[i]))));
  }
}

Result<bool> export_csv(Ledger& ledger, ExportTable table, Lines& lines) {
  const Result<EntityIndex> entities = EntityIndex::read(ledger);
  if (!entities) return entities.error();
  if (table == ExportTable::entities) {
    print_entities_table(*entities, lines);
    return true;
  }
  const Result<LedgerStory> story = ledger.story();
  if (!story) return story.error();
  if (table == ExportTable::statements) print_statements_table(*story, *entities, lines);
  if (table == ExportTable::relations) print_relations_table(*story, *entities, lines);
  if (table == ExportTable::threads) print_threads_table(*story, *entities, lines);
  return true;
}

Result<bool> export_in(const LedgerArguments& arguments, Ledger& ledger, Lines& lines) {
  switch (arguments.export_format) {
    case ExportFormat::csv:
      return export_csv(ledger, arguments.table, lines);
    case ExportFormat::jsonld:
      return export_schema_org(ledger, lines);
    case ExportFormat::ftm:
      return export_ftm(ledger, lines);
    case ExportFormat::webanno:
      return export_web_annotations(ledger, lines);
    default:
      return export_json(ledger, lines);
  }
}

}  // namespace

int run_export(const Arguments& arguments) {
  Result<Ledger> ledger = Ledger::open(arguments.ledger.path);
  if (!ledger) return report_failure(ledger.error().message);
  Result<Lines> lines = Lines::open(arguments);
  if (!lines) return report_failure(lines.error().message);
  const Result<bool> whole = export_in(arguments.ledger, *ledger, *lines);
  if (!whole) return report_failure(whole.error().message);
  const int status = lines->finish();
  return *whole ? status : kExitFailed;
}

}  // namespace hearsay
