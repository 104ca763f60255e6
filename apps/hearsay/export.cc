#include <limits>

#include "format/ledger_records.h"
#include "ledger/ledger.h"
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

Result<Success> export_json(Ledger& ledger, Lines& lines) {
  bool open = true;
  const auto done = ledger.for_each_article([&](const LedgerArticle& article) {
    return open = lines.write(document_record(article.analysis) + "\n");
  });
  if (!done || !open) return done;
  const Result<EntityIndex> entities = EntityIndex::read(ledger);
  if (!entities) return entities.error();
  for (const LedgerEntity& entity : entities->all()) {
    if (!lines.write(to_record(entity_record(entity)) + "\n")) return Success{};
  }
  return export_links(ledger, *entities, lines);
}

Result<Success> export_csv(Ledger& ledger, Lines& lines) {
  const Result<EntityIndex> entities = EntityIndex::read(ledger);
  if (!entities) return entities.error();
  const auto statements = ledger.search({.limit = std::numeric_limits<int>::max()});
  if (!statements) return statements.error();
  bool open = lines.write(csv_row(csv_columns()));
  for (std::size_t i = 0; open && i < statements->size(); ++i) {
    open = lines.write(csv_row(csv_fields(record_of((*statements)[i], *entities))));
  }
  return Success{};
}

}  // namespace

int run_export(const Arguments& arguments) {
  Result<Ledger> ledger = Ledger::open(arguments.ledger.path);
  if (!ledger) return report_failure(ledger.error().message);
  Result<Lines> lines = Lines::open(arguments);
  if (!lines) return report_failure(lines.error().message);
  const Result<Success> done = arguments.ledger.format == LedgerFormat::csv ? export_csv(*ledger, *lines)
                                                                            : export_json(*ledger, *lines);
  if (!done) return report_failure(done.error().message);
  return lines->finish();
}

}  // namespace hearsay
