#include <algorithm>
#include <variant>

#include "answers/disputes.h"
#include "format/printable.h"
#include "ledger_commands.h"
#include "ledger_output.h"
#include "reading.h"
#include "search_query.h"

namespace hearsay {
namespace {

std::string_view heading(RelationType type) {
  switch (type) {
    case RelationType::retracts:
      return "taken back or changed";
    case RelationType::conflicts:
      return "in conflict with";
    default:
      return "disputed";
  }
}

std::string indented(const std::string& text) {
  std::string out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    out += "    " + text.substr(begin, end - begin);
    begin = end;
  }
  return out;
}

std::string to_text(const Dispute& dispute, const LedgerStory& story, const EntityIndex& entities,
                    TextOptions options) {
  std::string out = to_text(record_of(story.statements[dispute.earlier], entities), options);
  options.width = std::max(40, options.width - 4);
  for (const LinkedPair* link : dispute.links) {
    const Relation& relation = link->relation;
    const std::string why = std::string(heading(relation.type)) + ", " +
                            sure_words(relation.confidence, relation.told) + ": " + printable(relation.why);
    for (const std::string& line : wrap(why, options.width)) {
      out += options.color ? "  \033[1;31m" + line + "\033[0m\n" : "  " + line + "\n";
    }
    out += indented(to_text(record_of(story.statements[link->later], entities), options));
  }
  return out;
}

void print_json(const Dispute& dispute, const LedgerStory& story, const EntityIndex& entities, Lines& lines) {
  lines.write(to_record(record_of(story.statements[dispute.earlier], entities)) + "\n");
  for (const LinkedPair* link : dispute.links) {
    lines.write(to_record(record_of(story.statements[link->later], entities)) + "\n");
    lines.write(to_record(record_of(*link, story)) + "\n");
  }
}

void print_csv(const Dispute& dispute, const LedgerStory& story, const EntityIndex& entities, Lines& lines) {
  for (const LinkedPair* link : dispute.links) {
    const RelationRecord r = record_of(*link, story);
    std::vector<std::string> row = {std::string(r.type), std::string(r.detail),
                                    probability_field(r.confidence), std::string(r.why)};
    for (const std::uint32_t end : {link->later, link->earlier}) {
      const std::vector<std::string> fields = csv_fields(record_of(story.statements[end], entities));
      row.insert(row.end(), fields.begin(), fields.end());
    }
    if (!lines.write(csv_row(row))) return;
  }
}

std::string csv_header() {
  std::vector<std::string> row = {"type", "detail", "confidence", "why"};
  for (const char* end : {"later_", "earlier_"}) {
    for (const std::string& column : csv_columns()) row.push_back(end + column);
  }
  return csv_row(row);
}

void print(const std::vector<Dispute>& disputes, const LedgerStory& story, const EntityIndex& entities,
           const Arguments& arguments, Lines& lines) {
  const LedgerFormat format = choose_format(arguments.ledger, lines.output());
  if (format == LedgerFormat::csv) lines.write(csv_header());
  for (std::size_t i = 0; i < disputes.size(); ++i) {
    if (format == LedgerFormat::csv) print_csv(disputes[i], story, entities, lines);
    if (format == LedgerFormat::json) print_json(disputes[i], story, entities, lines);
    if (format != LedgerFormat::text) continue;
    lines.write((i > 0 ? "\n" : "") +
                to_text(disputes[i], story, entities, text_options(arguments, lines.output())));
  }
}

int run(const Arguments& arguments, const StatementQuery& query, bool own_side) {
  Result<Ledger> ledger = Ledger::open(arguments.ledger.path);
  if (!ledger) return report_failure(ledger.error().message);
  const float min_confidence = arguments.read.min_confidence.value_or(kUsualConfidence);
  const Result<LedgerStory> story = ledger->disagreements(query, min_confidence, own_side);
  if (!story) return report_failure(story.error().message);
  const Result<EntityIndex> entities = EntityIndex::of(*ledger, *story);
  if (!entities) return report_failure(entities.error().message);
  Result<Lines> lines = Lines::open(arguments);
  if (!lines) return report_failure(lines.error().message);
  const std::vector<Dispute> disputes = find_disputes(*story);
  print(disputes, *story, *entities, arguments, *lines);
  Result<bool> any = !disputes.empty();
  if (own_side) any = print_notices(*ledger, query, arguments, disputes.empty(), *lines);
  if (!any) return report_failure(any.error().message);
  const bool is_text = choose_format(arguments.ledger, lines->output()) == LedgerFormat::text;
  if (is_text && disputes.empty() && !*any) lines->write("None found.\n");
  return lines->finish();
}

}  // namespace

int run_disputes(const Arguments& all) {
  if (all.ledger.correcting != Correcting::nothing || !all.ledger.relation.empty())
    return run_correcting(all);
  const std::variant<StatementQuery, std::string> query = parse_query(all.ledger);
  if (const std::string* problem = std::get_if<std::string>(&query)) {
    report_failure("disputes: " + *problem);
    return kExitUsage;
  }
  return run(all, std::get<StatementQuery>(query), false);
}

int run_changes(const Arguments& all) {
  std::variant<StatementQuery, std::string> parsed = parse_query(all.ledger);
  if (const std::string* problem = std::get_if<std::string>(&parsed)) {
    report_failure("changes: " + *problem);
    return kExitUsage;
  }
  StatementQuery& query = std::get<StatementQuery>(parsed);
  if (!query.words.empty()) query.source += (query.source.empty() ? "" : " ") + query.words;
  query.words.clear();
  return run(all, query, true);
}

}  // namespace hearsay
