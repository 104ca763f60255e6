#include "answers/records.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "ledger/statement_id.h"

namespace hearsay {
namespace {

std::string_view name_of(CorrectionKind kind) {
  switch (kind) {
    case CorrectionKind::merge:
      return "merge";
    case CorrectionKind::split:
      return "split";
    case CorrectionKind::unrelated:
      return "unrelated";
    case CorrectionKind::related:
      return "related";
    default:
      return "side";
  }
}

}  // namespace

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
    record.named = entity->named;
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

CorrectionRecord record_of(const Correction& c) {
  return {.number = c.number,
          .kind = name_of(c.kind),
          .first = c.first_name,
          .second = c.second_name,
          .articles = c.articles,
          .type = c.relation ? to_string(*c.relation) : ""};
}

UnreadRecord record_of(const UnreadArticle& article) {
  return {.document = article.id,
          .title = article.title,
          .publisher = article.publisher,
          .published = article.published,
          .language = article.language};
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
          .confidence = link.relation.confidence,
          .told = link.relation.told};
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
                      .size = thread.size,
                      .disagreement = thread.disagreement};
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
                                .statement = place_of(statement),
                                .named = entity == nullptr || entity->named});
  }
  return record;
}

std::optional<std::int64_t> hexadecimal_id(const std::string& id, char letter) {
  std::uint64_t number = 0;
  if (id.size() != 17 || id[0] != letter) return std::nullopt;
  const auto [end, error] = std::from_chars(id.data() + 1, id.data() + id.size(), number, 16);
  if (error != std::errc() || end != id.data() + id.size()) return std::nullopt;
  return static_cast<std::int64_t>(number);
}

std::optional<RelationType> relation_type(std::string_view name) {
  for (int i = 0; i < kRelationTypeCount; ++i) {
    if (to_string(static_cast<RelationType>(i)) == name) return static_cast<RelationType>(i);
  }
  return std::nullopt;
}

std::optional<StatementPlace> statement_place(const std::string& id) {
  const std::optional<StatementId> parsed = parse_statement_id(id);
  if (!parsed) return std::nullopt;
  return StatementPlace{parsed->article, parsed->attribution};
}

}  // namespace hearsay
