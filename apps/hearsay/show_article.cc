#include <algorithm>

#include "format/json_analysis.h"
#include "format/ledger_tables.h"
#include "format/relation_text.h"
#include "format/statement_in_place.h"
#include "format/version_changes.h"
#include "ledger_output.h"
#include "show.h"

namespace hearsay {
namespace {

bool holds(const std::vector<std::int64_t>& numbers, std::int64_t number) {
  return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

// What each version changed, the oldest first.
Result<Success> print_changes(const Showing& showing, const std::vector<LedgerArticle>& versions) {
  Result<Document> before = parse_analysis(versions.front().analysis);
  for (std::size_t i = 1; before && i < versions.size(); ++i) {
    Result<Document> after = parse_analysis(versions[i].analysis);
    if (!after) return after.error();
    if (showing.format == LedgerFormat::text) {
      const std::string changes = changes_text(*before, *after, showing.options);
      showing.lines.write("\nVersion " + std::to_string(i + 1) + " of " + std::to_string(versions.size()) +
                          (changes.empty() ? " changed no statement.\n" : " changed:\n" + changes));
    } else {
      for (const VersionChange& change : compare_versions(*before, *after)) {
        showing.lines.write(to_record(*before, *after, change, i + 1) + "\n");
      }
    }
    before = std::move(after);
  }
  if (!before) return before.error();
  return Success{};
}

Result<std::vector<std::int64_t>> numbers_of(Ledger& ledger, const Document& doc) {
  std::vector<std::int64_t> numbers;
  for (std::uint32_t i = 0; i < doc.attributions.size(); ++i) {
    const auto number = ledger.find_statement(doc.metadata.id, i);
    if (!number) return number.error();
    if (*number) numbers.push_back(**number);
  }
  return numbers;
}

// The relations of the story that one of these statements is an end of, under that statement.
void print_relations(const Showing& showing, const LedgerStory& story, const EntityIndex& entities,
                     const std::vector<std::int64_t>& numbers) {
  const auto record = [&](std::uint32_t i) { return record_of(story.statements[i], entities); };
  for (const LinkedPair& link : story.links) {
    if (showing.format == LedgerFormat::text) break;
    const RelationRecord relation = record_of(link, story);
    showing.lines.write(showing.format == LedgerFormat::csv
                            ? csv_row(relation_fields(relation, record(link.later), record(link.earlier)))
                            : to_record(record(link.earlier)) + "\n" + to_record(record(link.later)) + "\n" +
                                  to_record(relation) + "\n");
  }
  if (showing.format != LedgerFormat::text) return;
  for (std::uint32_t i = 0; i < story.statements.size(); ++i) {
    if (!holds(numbers, story.statements[i].number)) continue;
    bool first = true;
    for (const LinkedPair& link : story.links) {
      if (link.later != i && link.earlier != i) continue;
      StatementRecord own = record(i);
      own.title = own.publisher = own.published = "";  // of all that stand here
      if (first && numbers.size() > 1) showing.lines.write("\n" + to_text(own, showing.options));
      if (first && numbers.size() == 1) showing.lines.write("\n");
      first = false;
      const bool is_later = link.later == i;
      showing.lines.write(relation_text(record_of(link, story), is_later,
                                        record(is_later ? link.earlier : link.later), showing.options));
    }
  }
}

}  // namespace

Result<Success> show_article(const Showing& showing, const std::vector<LedgerArticle>& versions) {
  const Result<Document> doc = parse_analysis(versions.back().analysis);
  if (!doc) return doc.error();
  const auto numbers = numbers_of(showing.ledger, *doc);
  if (!numbers) return numbers.error();
  const Result<LedgerStory> story = showing.ledger.surroundings(*numbers);
  if (!story) return story.error();
  const Result<EntityIndex> entities = EntityIndex::of(showing.ledger, *story);
  if (!entities) return entities.error();
  if (showing.format == LedgerFormat::json) {
    showing.lines.write(document_record(versions.back().analysis) + "\n");
  } else if (showing.format == LedgerFormat::csv) {
    showing.lines.write(csv_row(relation_columns()));
  } else {
    showing.lines.write(to_text(*doc, showing.options));
    if (!story->links.empty()) showing.lines.write("\nDisputed, supported, repeated\n");
  }
  print_relations(showing, *story, *entities, *numbers);
  return showing.format == LedgerFormat::csv ? Success{} : print_changes(showing, versions);
}

Result<Success> show_statement(const Showing& showing, const LedgerArticle& article, std::int64_t number) {
  const Result<Document> doc = parse_analysis(article.analysis);
  if (!doc) return doc.error();
  const Result<LedgerStory> story = showing.ledger.surroundings({number});
  if (!story) return story.error();
  const Result<EntityIndex> entities = EntityIndex::of(showing.ledger, *story);
  if (!entities) return entities.error();
  const Result<LedgerStory> thread = showing.ledger.thread_with(number);
  if (!thread) return thread.error();
  const auto own = std::ranges::find(story->statements, number, &LedgerStatement::number);
  if (own == story->statements.end())
    return Error{ErrorCode::invalid_input, article.id + ": lacks a statement"};
  const StatementRecord record = record_of(*own, *entities);
  if (record.attribution >= doc->attributions.size()) {
    return Error{ErrorCode::invalid_input, article.id + ": expected the analysis to hold the statement"};
  }
  if (showing.format == LedgerFormat::csv) showing.lines.write(csv_row(relation_columns()));
  if (showing.format == LedgerFormat::json) showing.lines.write(to_record(record, *doc) + "\n");
  if (showing.format == LedgerFormat::text) {
    showing.lines.write(to_text(record, *doc, showing.options));
    for (const Thread& found : thread->threads) {
      showing.lines.write("\n  One of " + std::to_string(found.statements.size()) +
                          " statements on one claim: " + thread_id(found, *thread) + "\n");
    }
  }
  print_relations(showing, *story, *entities, {number});
  return Success{};
}

}  // namespace hearsay
