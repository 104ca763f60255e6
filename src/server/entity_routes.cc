#include "answers/records.h"
#include "format/json_object.h"
#include "server/items.h"
#include "server/problem.h"
#include "server/routes.h"

namespace hearsay {
namespace {

using AskStatements = Result<std::vector<LedgerStatement>> (Ledger::*)(const LedgerEntity&,
                                                                       const StatementQuery&);

// A page of what somebody says, or others say of him.
struct StatementPage {
  std::vector<LedgerStatement> statements;
  std::string next;  // a cursor; "" where nothing follows
};

Result<StatementPage> page_of(const Call& call, Ledger& ledger, const LedgerEntity& entity,
                              StatementQuery query, AskStatements ask, std::string_view list) {
  ++query.limit;
  auto found = (ledger.*ask)(entity, query);
  if (!found) return found.error();
  StatementPage page{*std::move(found), ""};
  if (page.statements.size() == static_cast<std::size_t>(query.limit)) {
    page.statements.pop_back();
    page.next = call.query.cursor(std::string(list) + call.id, {page.statements.back().number});
  }
  return page;
}

ServerResponse no_entity(const Call& call) {
  return problem(404, "found nobody with the id '" + call.id + "'");
}

ServerResponse statements_of(const Call& call, Ledger& ledger, AskStatements ask, std::string_view list) {
  Result<StatementQuery> query = call.query.statement_query();
  if (!query) return problem(query.error());
  const auto place = call.query.place(std::string(list) + call.id);
  if (!place) return problem(place.error());
  if (*place) query->below = (*place)->front();
  const auto entity = ledger.find_entity(call.id);
  if (!entity) return ledger_problem(entity.error());
  if (!*entity) return no_entity(call);
  const auto page = page_of(call, ledger, **entity, *query, ask, list);
  if (!page) return ledger_problem(page.error());
  const auto entities = EntityIndex::of(ledger, page->statements);
  if (!entities) return ledger_problem(entities.error());
  return list_response(statement_items(page->statements, *entities), page->next);
}

}  // namespace

ServerResponse Routes::entities(const Call& call, Ledger& ledger) {
  const Result<int> limit = call.query.limit();
  if (!limit) return problem(limit.error());
  const auto place = call.query.place("entities");
  if (!place) return problem(place.error());
  const auto page = ledger.entity_page(call.query.get("name"), static_cast<std::size_t>(*limit), *place);
  if (!page) return ledger_problem(page.error());
  Items items;
  for (const LedgerEntity& entity : page->entities) items.push_back(to_record(entity_record(entity)));
  return list_response(items, page->next ? call.query.cursor("entities", *page->next) : "");
}

ServerResponse Routes::entity(const Call& call, Ledger& ledger) {
  const Result<int> limit = call.query.limit();
  if (!limit) return problem(limit.error());
  const auto entity = ledger.find_entity(call.id);
  if (!entity) return ledger_problem(entity.error());
  if (!*entity) return no_entity(call);
  const StatementQuery query{.limit = *limit};
  const auto by = page_of(call, ledger, **entity, query, &Ledger::statements_by, "statements ");
  if (!by) return ledger_problem(by.error());
  const auto about = page_of(call, ledger, **entity, query, &Ledger::statements_about, "about ");
  if (!about) return ledger_problem(about.error());
  std::vector<LedgerStatement> all = by->statements;
  all.insert(all.end(), about->statements.begin(), about->statements.end());
  const Result<EntityIndex> entities = EntityIndex::of(ledger, all);
  if (!entities) return ledger_problem(entities.error());
  JsonObject object;
  object.json("entity", to_record(entity_record(**entity)));
  object.json("statements", json_list(statement_items(by->statements, *entities)));
  object.json("about", json_list(statement_items(about->statements, *entities)));
  object.json("statements_next", by->next.empty() ? "null" : '"' + by->next + '"');
  object.json("about_next", about->next.empty() ? "null" : '"' + about->next + '"');
  return json_response(object.take());
}

ServerResponse Routes::entity_statements(const Call& call, Ledger& ledger) {
  return statements_of(call, ledger, &Ledger::statements_by, "statements ");
}

ServerResponse Routes::entity_about(const Call& call, Ledger& ledger) {
  return statements_of(call, ledger, &Ledger::statements_about, "about ");
}

}  // namespace hearsay
