#include "answers/export.h"

#include <map>
#include <string>

#include "answers/export_formats.h"
#include "answers/records.h"
#include "format/date_words.h"
#include "format/json_analysis.h"
#include "format/ledger_tables.h"

namespace hearsay {
namespace {

Result<Success> export_links(Ledger& ledger, const EntityIndex& entities, const Write& write) {
  const Result<LedgerStory> story = ledger.story();
  if (!story) return story.error();
  bool open = true;
  for (std::size_t i = 0; open && i < story->threads.size(); ++i) {
    const std::string id = thread_id(story->threads[i], *story);
    open = write(to_record(thread_record(story->threads[i], *story, entities, id)) + "\n");
  }
  for (std::size_t i = 0; open && i < story->links.size(); ++i) {
    open = write(to_record(record_of(story->links[i], *story)) + "\n");
  }
  return Success{};
}

Result<bool> export_json(Ledger& ledger, const Write& write) {
  bool open = true;
  const auto done = ledger.for_each_article([&](const LedgerArticle& article) {
    return open = write(document_record(article.analysis, article.copy_of) + "\n");
  });
  if (!done) return done.error();
  if (!open) return true;
  const Result<EntityIndex> entities = EntityIndex::read(ledger);
  if (!entities) return entities.error();
  for (const LedgerEntity& entity : entities->all()) {
    if (!write(to_record(entity_record(entity)) + "\n")) return true;
  }
  const Result<Success> links = export_links(ledger, *entities, write);
  if (!links) return links.error();
  return true;
}

// On what day each article says that its statements were said, by its id. False in `whole` if an article
// could not be read.
Result<std::map<std::string, Row>> read_days(Ledger& ledger, const ReportLine& report, bool& whole) {
  std::map<std::string, Row> days;
  const Result<Success> done = ledger.for_each_article([&](const LedgerArticle& article) {
    const Result<Document> doc = parse_analysis(article.analysis);
    if (!doc) {
      report(article.id + ": " + doc.error().message);
      whole = false;
      return true;
    }
    Row& said = days[article.id];
    for (std::uint32_t i = 0; i < doc->attributions.size(); ++i) said.push_back(said_day(*doc, i));
    return true;
  });
  if (!done) return done.error();
  return days;
}

Result<bool> print_statements_table(Ledger& ledger, const LedgerStory& story, const EntityIndex& entities,
                                    const Write& write, const ReportLine& report) {
  bool whole = true;
  const auto days = read_days(ledger, report, whole);
  if (!days) return days.error();
  bool open = write(csv_row(statement_columns()));
  for (auto s = story.statements.rbegin(); open && s != story.statements.rend(); ++s) {
    const auto said = days->find(s->article);
    const bool known = said != days->end() && s->attribution < said->second.size();
    open =
        write(csv_row(statement_fields(record_of(*s, entities), known ? said->second[s->attribution] : "")));
  }
  return whole;
}

void print_relations_table(const LedgerStory& story, const EntityIndex& entities, const Write& write) {
  bool open = write(csv_row(relation_columns()));
  for (std::size_t i = 0; open && i < story.links.size(); ++i) {
    const LinkedPair& link = story.links[i];
    open = write(
        csv_row(relation_fields(record_of(link, story), record_of(story.statements[link.later], entities),
                                record_of(story.statements[link.earlier], entities))));
  }
}

void print_threads_table(const LedgerStory& story, const EntityIndex& entities, const Write& write) {
  bool open = write(csv_row(thread_columns()));
  for (std::size_t i = 0; open && i < story.threads.size(); ++i) {
    const std::string id = thread_id(story.threads[i], story);
    for (const Row& row : thread_rows(thread_record(story.threads[i], story, entities, id))) {
      open = write(csv_row(row));
    }
  }
}

void print_entities_table(const EntityIndex& entities, const Write& write) {
  bool open = write(csv_row(entity_columns()));
  for (std::size_t i = 0; open && i < entities.all().size(); ++i) {
    open = write(csv_row(entity_fields(entity_record(entities.all()[i]))));
  }
}

Result<bool> print_articles_table(Ledger& ledger, const Write& write, const ReportLine& report) {
  bool whole = true, open = write(csv_row(article_columns()));
  const Result<Success> done = ledger.for_each_article([&](const LedgerArticle& article) {
    const Result<Document> doc = parse_analysis(article.analysis);
    if (doc) return open = open && write(csv_row(article_fields(*doc, article.title, article.copy_of)));
    report(article.id + ": " + doc.error().message);
    whole = false;
    return open;
  });
  if (!done) return done.error();
  return whole;
}

Result<bool> export_csv(Ledger& ledger, ExportTable table, const Write& write, const ReportLine& report) {
  if (table == ExportTable::articles) return print_articles_table(ledger, write, report);
  const Result<EntityIndex> entities = EntityIndex::read(ledger);
  if (!entities) return entities.error();
  if (table == ExportTable::entities) {
    print_entities_table(*entities, write);
    return true;
  }
  const Result<LedgerStory> story = ledger.story();
  if (!story) return story.error();
  if (table == ExportTable::statements)
    return print_statements_table(ledger, *story, *entities, write, report);
  if (table == ExportTable::relations) print_relations_table(*story, *entities, write);
  if (table == ExportTable::threads) print_threads_table(*story, *entities, write);
  return true;
}

}  // namespace

Result<bool> export_ledger(Ledger& ledger, ExportFormat format, ExportTable table, const Write& write,
                           const ReportLine& report) {
  switch (format) {
    case ExportFormat::csv:
      return export_csv(ledger, table, write, report);
    case ExportFormat::jsonld:
      return export_schema_org(ledger, write, report);
    case ExportFormat::ftm:
      return export_ftm(ledger, write, report);
    case ExportFormat::webanno:
      return export_web_annotations(ledger, write, report);
    default:
      return export_json(ledger, write);
  }
}

}  // namespace hearsay
