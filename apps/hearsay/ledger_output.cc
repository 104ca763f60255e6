#include "ledger_output.h"

#include <algorithm>
#include <cstdio>
#include <set>

#include "ledger/name_key.h"
#include "progress.h"
#include "reading.h"

namespace hearsay {

Result<Lines> Lines::open(const Arguments& arguments) {
  const std::string& path = arguments.read.output;
  if (!path.empty() && is_same_file(arguments.ledger.path, path)) {
    return Error{ErrorCode::io, path + ": expected another file than the ledger to write to"};
  }
  Result<OutputFile> output = OutputFile::open(path);
  if (!output) return output.error();
  return Lines(*std::move(output));
}

bool Lines::write(const std::string& text) {
  if (!failure_.empty()) return false;
  const Result<Success> written = output_.write(text);
  if (!written) failure_ = written.error().message;
  return written.has_value() && !output_.closed_pipe();
}

int Lines::finish() {
  if (!failure_.empty()) return report_failure(failure_);
  const Result<Success> closed = output_.close();
  return closed ? kExitDone : report_failure(closed.error().message);
}

Result<EntityIndex> EntityIndex::read(Ledger& ledger) {
  Result<std::vector<LedgerEntity>> entities = ledger.entities();
  if (!entities) return entities.error();
  EntityIndex index;
  index.entities_ = *std::move(entities);
  std::map<std::string, std::set<std::string>> bearers;  // ids by key of a name
  for (const LedgerEntity& entity : index.entities_) {
    const EntityName name{.id = entity.id, .name = entity.name};
    for (const LedgerEntity::Use& use : entity.uses) index.by_use_[{use.article, use.entity}] = name;
    std::set<std::string> keys = {name_key(entity.name)};
    for (const std::string& alias : entity.aliases) keys.insert(name_key(alias));
    for (const std::string& key : keys) {
      bearers[key].insert(entity.id);
      index.by_name_[key] = name;
    }
  }
  std::erase_if(index.by_name_, [&](const auto& named) { return bearers[named.first].size() > 1; });
  return index;
}

Result<EntityIndex> EntityIndex::of(Ledger& ledger, const std::vector<LedgerStatement>& statements) {
  const Result<std::vector<EntityName>> names = ledger.entities_of(statements);
  if (!names) return names.error();
  EntityIndex index;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (!(*names)[i].id.empty()) index.by_use_[{statements[i].article, statements[i].entity}] = (*names)[i];
  }
  return index;
}

Result<EntityIndex> EntityIndex::of(Ledger& ledger, const LedgerStory& story) {
  Result<EntityIndex> index = of(ledger, story.statements);
  if (!index) return index;
  std::vector<std::string> sources;
  for (const Thread& thread : story.threads) {
    for (const SourcePosition& position : thread.positions) sources.push_back(position.source);
  }
  std::sort(sources.begin(), sources.end());
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  const Result<std::vector<EntityName>> names = ledger.entities_called(sources);
  if (!names) return names.error();
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (!(*names)[i].id.empty()) index->by_name_[name_key(sources[i])] = (*names)[i];
  }
  return index;
}

const EntityName* EntityIndex::source_of(const LedgerStatement& statement) const {
  const auto found = by_use_.find({statement.article, statement.entity});
  return found == by_use_.end() ? nullptr : &found->second;
}

const EntityName* EntityIndex::find(std::string_view name) const {
  const auto found = by_name_.find(name_key(name));
  return found == by_name_.end() ? nullptr : &found->second;
}

StatementRecord record_of(const LedgerStatement& s, const EntityIndex& entities) {
  StatementRecord record{.document = s.article,
                         .title = s.title,
                         .publisher = s.publisher,
                         .published = s.published,
                         .attribution = s.attribution,
                         .paragraph = s.paragraph,
                         .source = s.source,
                         .cue = s.cue,
                         .content = s.content,
                         .form = s.form,
                         .act = s.act,
                         .negated = s.negated,
                         .confidence = s.confidence};
  for (const LedgerCarrier& carrier : s.carried_by)
    record.carried_by.push_back({carrier.article, carrier.publisher});
  if (const EntityName* entity = entities.source_of(s)) {
    record.entity = entity->id;
    record.entity_name = entity->name;
  }
  return record;
}

EntityRecord entity_record(const LedgerEntity& e) {
  EntityRecord record{.id = e.id, .name = e.name, .kind = e.kind};
  record.named = e.named;
  record.aliases.assign(e.aliases.begin(), e.aliases.end());
  record.roles.assign(e.roles.begin(), e.roles.end());
  record.member_of.assign(e.member_of.begin(), e.member_of.end());
  record.side = e.side;
  record.statements = e.statements;
  record.articles = e.articles;
  for (const LedgerEntity::Use& use : e.uses) record.uses.push_back({use.article, use.entity});
  return record;
}

StatementPlace place_of(const LedgerStatement& statement) {
  return {.document = statement.article, .attribution = statement.attribution};
}

RelationRecord record_of(const LinkedPair& link, const LedgerStory& story) {
  return {.type = to_string(link.relation.type),
          .detail = to_string(link.relation.detail),
          .why = link.relation.why,
          .from = place_of(story.statements[link.later]),
          .to = place_of(story.statements[link.earlier]),
          .confidence = link.relation.confidence};
}

std::string thread_id(const Thread& thread, const LedgerStory& story) {
  std::int64_t first = story.statements[thread.statements.front()].number;
  for (const std::uint32_t s : thread.statements) first = std::min(first, story.statements[s].number);
  char id[2 * sizeof first + 2];
  std::snprintf(id, sizeof id, "T%016llx", static_cast<unsigned long long>(first));
  return id;
}

ThreadRecord thread_record(const Thread& thread, const LedgerStory& story, const EntityIndex& entities,
                           std::string_view id) {
  ThreadRecord record{.id = id,
                      .title = story.statements[thread.statements.front()].content,
                      .independent_sources = thread.independent_sources,
                      .size = thread.size};
  for (const std::uint32_t s : thread.statements) {
    const LedgerStatement& statement = story.statements[s];
    record.statements.push_back(place_of(statement));
    if (!statement.carried_by.empty()) record.carriers.push_back({statement.article, statement.publisher});
  }
  for (const SourcePosition& p : thread.positions) {
    const LedgerStatement& statement = story.statements[p.statement];
    const EntityName* named = entities.find(p.source);
    const EntityName* entity = named != nullptr ? named : entities.source_of(statement);
    record.positions.push_back({.source = entity != nullptr ? std::string_view(entity->name) : p.source,
                                .entity = entity != nullptr ? std::string_view(entity->id) : "",
                                .position = to_string(p.position),
                                .since = p.since,
                                .statement = place_of(statement)});
  }
  return record;
}

LedgerFormat choose_format(const LedgerArguments& arguments, const OutputFile& output) {
  if (arguments.format != LedgerFormat::automatic) return arguments.format;
  return output.is_terminal() ? LedgerFormat::text : LedgerFormat::json;
}

TextOptions text_options(const Arguments& arguments, const OutputFile& output) {
  constexpr int kWidest = 100;  // longer lines tire the eye
  return {.color = wants_color(arguments.read.color, output.is_terminal()),
          .width = std::min(output.columns(), kWidest)};
}

void print_statements(const std::vector<LedgerStatement>& statements, const EntityIndex& entities,
                      const Arguments& arguments, Lines& lines) {
  const LedgerFormat format = choose_format(arguments.ledger, lines.output());
  const TextOptions options = text_options(arguments, lines.output());
  bool open = format != LedgerFormat::csv || lines.write(csv_row(csv_columns()));
  for (std::size_t i = 0; open && i < statements.size(); ++i) {
    const StatementRecord record = record_of(statements[i], entities);
    switch (format) {
      case LedgerFormat::csv:
        open = lines.write(csv_row(csv_fields(record)));
        break;
      case LedgerFormat::text:
        open = lines.write((i > 0 ? "\n" : "") + to_text(record, options));
        break;
      default:
        open = lines.write(to_record(record) + "\n");
    }
  }
}

}  // namespace hearsay
