#include "format/ledger_tables.h"

#include "document/reading.h"
#include "format/json_object.h"

namespace hearsay {
namespace {

std::string joined(const std::vector<std::string_view>& values) {
  std::string out;
  for (const std::string_view value : values) {
    if (!out.empty()) out += "; ";
    out += value;
  }
  return out;
}

std::size_t count_documents(const std::vector<EntityRecord::Use>& uses) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < uses.size(); ++i) {
    count += i == 0 || uses[i].document != uses[i - 1].document;
  }
  return count;
}

void add_side(const StatementRecord& s, Row& row) {
  const std::string_view who = s.entity_name.empty() ? s.source : s.entity_name;
  for (const std::string_view field : {s.published, s.publisher, who, s.cue, s.content, s.document}) {
    row.emplace_back(field);
  }
  row.push_back(numbered_id('a', s.attribution));
}

}  // namespace

Row statement_columns() {
  Row columns = csv_columns();
  columns.emplace_back("said");
  return columns;
}

Row statement_fields(const StatementRecord& statement, const std::string& said) {
  Row fields = csv_fields(statement);
  fields.push_back(said);
  return fields;
}

Row relation_columns() {
  Row row = {"type", "detail", "confidence", "why"};
  for (const std::string end : {"later_", "earlier_"}) {
    for (const char* column :
         {"published", "publisher", "source", "cue", "content", "article", "statement"}) {
      row.push_back(end + column);
    }
  }
  row.push_back("told");
  return row;
}

Row relation_fields(const RelationRecord& r, const StatementRecord& later, const StatementRecord& earlier) {
  Row row = {std::string(r.type), std::string(r.detail), probability_field(r.confidence), std::string(r.why)};
  add_side(later, row);
  add_side(earlier, row);
  row.emplace_back(r.told ? "true" : "false");
  return row;
}

Row article_columns() {
  return {"article", "published", "publisher", "title",  "byline",     "url",
          "file",    "language",  "read",      "status", "statements", "copy_of"};
}

Row article_fields(const Document& doc, std::string_view title, std::string_view copy_of) {
  const Metadata& m = doc.metadata;
  return {m.id,
          m.published,
          m.publisher,
          std::string(title),
          m.byline,
          m.url,
          m.file,
          m.language,
          is_unread(doc) ? "false" : "true",
          std::string(to_string(m.status)),
          std::to_string(doc.attributions.size()),
          std::string(copy_of)};
}

Row entity_columns() {
  return {"entity", "name",      "kind", "named",      "aliases",
          "roles",  "member_of", "side", "statements", "articles"};
}

Row entity_fields(const EntityRecord& e) {
  return {std::string(e.id),
          std::string(e.name),
          std::string(to_string(e.kind)),
          e.named ? "true" : "false",
          joined(e.aliases),
          joined(e.roles),
          joined(e.member_of),
          std::string(e.side),
          std::to_string(e.statements),
          e.uses.empty() ? std::to_string(e.articles) : std::to_string(count_documents(e.uses))};
}

Row thread_columns() {
  return {"thread",   "title", "statements", "independent_sources", "source",    "entity",
          "position", "since", "article",    "statement",           "carried_by"};
}

std::vector<Row> thread_rows(const ThreadRecord& thread) {
  const Row start = {std::string(thread.id), std::string(thread.title), std::to_string(thread.size),
                     std::to_string(thread.independent_sources)};
  std::vector<std::string_view> copies;
  for (const StatementRecord::Carrier& carrier : thread.carriers) copies.push_back(carrier.document);
  const std::string carriers = joined(copies);
  std::vector<Row> rows;
  for (const ThreadRecord::Position& p : thread.positions) {
    Row row = start;
    for (const std::string_view field : {p.source, p.entity, p.position, p.since, p.statement.document}) {
      row.emplace_back(field);
    }
    row.push_back(numbered_id('a', p.statement.attribution));
    row.push_back(carriers);
    rows.push_back(std::move(row));
  }
  if (rows.empty()) {
    rows.push_back(start);
    rows.back().resize(thread_columns().size());
    rows.back().back() = carriers;
  }
  return rows;
}

}  // namespace hearsay
