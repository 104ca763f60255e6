#include "answers/export_formats.h"

#include "answers/records.h"
#include "format/follow_the_money.h"
#include "format/schema_org.h"
#include "format/web_annotation.h"

namespace hearsay {
namespace {

// All that a ledger holds but its articles.
struct Whole {
  EntityIndex entities;
  LedgerStory story;
};

Result<Whole> read_whole(Ledger& ledger) {
  Result<EntityIndex> entities = EntityIndex::read(ledger);
  if (!entities) return entities.error();
  Result<LedgerStory> story = ledger.story();
  if (!story) return story.error();
  return Whole{*std::move(entities), *std::move(story)};
}

EntityKinds kinds_of(const EntityIndex& entities) {
  EntityKinds kinds;
  for (const LedgerEntity& entity : entities.all()) kinds[entity.id] = entity.kind;
  return kinds;
}

}  // namespace

Result<bool> export_schema_org(Ledger& ledger, const Write& write, const ReportLine& report) {
  bool first = true, open = write(std::string(kSchemaOrgBegin));
  const auto write_node = [&](const std::string& node) {
    if (!open || node.empty()) return open;
    open = write(first ? node : ",\n" + node);
    first = false;
    return open;
  };
  const Result<bool> articles = for_each_document(
      ledger, [&](const Document& doc) { return write_node(schema_org_article(doc.metadata)); }, report);
  if (!articles || !open) return articles;
  const Result<Whole> whole = read_whole(ledger);
  if (!whole) return whole.error();
  const auto& [entities, story] = *whole;
  const EntityKinds kinds = kinds_of(entities);
  for (const LedgerEntity& entity : entities.all())
    write_node(schema_org_entity(entity_record(entity), kinds));
  for (const LedgerStatement& s : story.statements) write_node(schema_org_statement(record_of(s, entities)));
  for (const Thread& thread : story.threads) {
    const std::string id = thread_id(thread, story);
    write_node(schema_org_thread(thread_record(thread, story, entities, id)));
  }
  for (const LinkedPair& link : story.links) write_node(schema_org_relation(record_of(link, story)));
  write(std::string(kSchemaOrgEnd));
  return articles;
}

Result<bool> export_ftm(Ledger& ledger, const Write& write, const ReportLine& report) {
  bool open = true;
  const Result<bool> articles = for_each_document(
      ledger, [&](const Document& doc) { return open = write(ftm_article(doc)); }, report);
  if (!articles || !open) return articles;
  const Result<Whole> whole = read_whole(ledger);
  if (!whole) return whole.error();
  const auto& [entities, story] = *whole;
  const EntityKinds kinds = kinds_of(entities);
  for (const LedgerEntity& entity : entities.all()) write(ftm_entity(entity_record(entity), kinds));
  for (const LedgerStatement& s : story.statements) write(ftm_statement(record_of(s, entities)));
  for (const LinkedPair& link : story.links) write(ftm_relation(record_of(link, story)));
  return articles;
}

Result<bool> export_web_annotations(Ledger& ledger, const Write& write, const ReportLine& report) {
  const Result<Whole> whole = read_whole(ledger);
  if (!whole) return whole.error();
  const auto& [entities, story] = *whole;
  std::map<std::string_view, std::vector<KnownEntity>> known;
  for (const LedgerEntity& entity : entities.all()) {
    for (const LedgerEntity::Use& use : entity.uses) {
      std::vector<KnownEntity>& of_article = known[use.article];
      if (of_article.size() <= use.entity) of_article.resize(use.entity + 1);
      of_article[use.entity] = {entity.id, entity.name};
    }
  }
  std::map<std::string_view, std::vector<RelationRecord>> relations;
  for (const LinkedPair& link : story.links) {
    relations[story.statements[link.later].article].push_back(record_of(link, story));
  }
  return for_each_document(
      ledger,
      [&](const Document& doc) {
        const std::string& id = doc.metadata.id;
        return write(web_annotations(doc, known[id], relations[id]));
      },
      report);
}

}  // namespace hearsay
