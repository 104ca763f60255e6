#include "answers/entity_index.h"

#include <algorithm>
#include <set>

#include "ledger/name_key.h"

namespace hearsay {

Result<EntityIndex> EntityIndex::read(Ledger& ledger) {
  Result<std::vector<LedgerEntity>> entities = ledger.entities();
  if (!entities) return entities.error();
  EntityIndex index;
  index.entities_ = *std::move(entities);
  std::map<std::string, std::set<std::string>> bearers;  // ids by key of a name
  for (const LedgerEntity& entity : index.entities_) {
    const EntityName name{.id = entity.id, .name = entity.name, .named = entity.named};
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

}  // namespace hearsay
