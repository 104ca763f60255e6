#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "ledger/article_number.h"
#include "ledger/entity_reader.h"
#include "ledger/ledger_state.h"
#include "ledger/name_key.h"
#include "ledger/search_terms.h"

namespace hearsay {
namespace {

// Those of these keys who say most, by that, then by name.
Result<std::vector<LedgerEntity>> read_first(EntityReader& reader, const std::vector<std::string>& keys,
                                             std::size_t limit) {
  std::vector<LedgerEntity> found;
  for (const std::string& key : keys) found.push_back(reader.read(key, false));
  if (!reader.state()) return reader.state().error();
  std::sort(found.begin(), found.end(), [](const LedgerEntity& a, const LedgerEntity& b) {
    return std::tie(b.statements, a.name, a.id) < std::tie(a.statements, b.name, b.id);
  });
  if (found.size() > limit) found.resize(limit);
  return found;
}

// "mayor" may be a role, "Mayor Ada Holm" is a name.
bool may_be_role(std::string_view typed) {
  return std::ranges::none_of(typed, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

Result<std::vector<LedgerEntity>> Ledger::entities() {
  const auto reader = EntityReader::open(state_->database);
  if (!reader) return reader.error();
  std::vector<LedgerEntity> all;
  for (const std::string& key : (*reader)->all()) all.push_back((*reader)->read(key, true));
  if (!(*reader)->state()) return (*reader)->state().error();
  std::sort(all.begin(), all.end(), [](const LedgerEntity& a, const LedgerEntity& b) { return a.id < b.id; });
  return all;
}

Result<std::vector<EntityName>> Ledger::entities_of(const std::vector<LedgerStatement>& statements) {
  const auto reader = EntityReader::open(state_->database);
  if (!reader) return reader.error();
  std::vector<EntityName> names;
  std::map<std::string, EntityName> known;
  for (const LedgerStatement& s : statements) {
    std::string key;
    if (s.entity != kNone) key = (*reader)->key_of(article_of(s.number), s.entity);
    const auto [found, is_new] = known.try_emplace(key);
    if (is_new && !key.empty())
      found->second = {.id = entity_id(key), .name = (*reader)->name_of(key), .named = !is_unnamed_key(key)};
    names.push_back(found->second);
  }
  if (!(*reader)->state()) return (*reader)->state().error();
  return names;
}

Result<std::vector<EntityName>> Ledger::entities_called(const std::vector<std::string>& names) {
  const auto reader = EntityReader::open(state_->database);
  if (!reader) return reader.error();
  std::vector<EntityName> found;
  for (const std::string& name : names) {
    const std::vector<std::string> keys = (*reader)->called(name_key(name));
    found.emplace_back();
    if (keys.size() == 1) found.back() = {.id = entity_id(keys[0]), .name = (*reader)->name_of(keys[0])};
  }
  if (!(*reader)->state()) return (*reader)->state().error();
  return found;
}

Result<std::optional<LedgerEntity>> Ledger::find_entity(const std::string& id) {
  const auto reader = EntityReader::open(state_->database);
  if (!reader) return reader.error();
  Result<std::vector<LedgerEntity>> found = read_first(**reader, (*reader)->mean(id), 1);
  if (!found) return found.error();
  std::optional<LedgerEntity> entity;
  if (!found->empty() && found->front().id == id) entity = std::move(found->front());
  return entity;
}

Result<std::vector<LedgerEntity>> Ledger::find_entities(std::string_view name, std::size_t limit) {
  const auto reader = EntityReader::open(state_->database);
  if (!reader) return reader.error();
  return read_first(**reader, (*reader)->find(name_key(name), limit, may_be_role(name)), limit);
}

Result<std::vector<LedgerEntity>> Ledger::most_talkative(std::size_t limit) {
  const auto reader = EntityReader::open(state_->database);
  if (!reader) return reader.error();
  return read_first(**reader, (*reader)->most_talkative(limit), limit);
}

Result<EntityPage> Ledger::entity_page(std::string_view name, std::size_t limit,
                                       const std::optional<ListPlace>& from) {
  const auto reader = EntityReader::open(state_->database);
  if (!reader) return reader.error();
  const std::string words = name_key(name);
  if (words.empty() && !name.empty()) return EntityPage{};
  EntityPage page{.entities = {}, .next = from};
  const std::vector<std::string> keys = (*reader)->page_of(words, may_be_role(name), limit, page.next);
  Result<std::vector<LedgerEntity>> found = read_first(**reader, keys, limit);
  if (!found) return found.error();
  page.entities = *std::move(found);
  return page;
}

Result<std::vector<LedgerStatement>> Ledger::statements_by(const LedgerEntity& entity,
                                                           const StatementQuery& query) {
  const auto reader = EntityReader::open(state_->database);
  if (!reader) return reader.error();
  const std::vector<std::int64_t> numbers =
      (*reader)->said(entity.key, number_range(query), static_cast<std::size_t>(query.limit));
  if (!(*reader)->state()) return (*reader)->state().error();
  return statements(numbers);
}

Result<std::vector<LedgerStatement>> Ledger::statements_about(const LedgerEntity& entity,
                                                              const StatementQuery& query) {
  const auto reader = EntityReader::open(state_->database);
  if (!reader) return reader.error();
  const std::vector<std::int64_t> numbers =
      (*reader)->about(entity.key, number_range(query), static_cast<std::size_t>(query.limit));
  if (!(*reader)->state()) return (*reader)->state().error();
  return statements(numbers);
}

}  // namespace hearsay
