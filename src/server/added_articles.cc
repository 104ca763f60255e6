#include "server/added_articles.h"

#include "answers/records.h"
#include "format/json_object.h"
#include "server/items.h"
#include "server/service.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kMostToldStatements = 1000;  // of one article

std::string_view name_of(Added outcome) {
  switch (outcome) {
    case Added::new_article:
      return "added";
    case Added::new_version:
      return "new_version";
    default:
      return "known";
  }
}

std::string outcome_item(const Arrival& arrival) {
  JsonObject item;
  item.text("id", arrival.article.doc.metadata.id);
  if (arrival.article.line > 0) item.number("line", static_cast<std::uint32_t>(arrival.article.line));
  if (!arrival.article.error) return item.text("outcome", name_of(arrival.outcome)).take();
  return item.text("outcome", "failed").text("error", arrival.article.error->message).take();
}

}  // namespace

ServerResponse outcomes(const std::vector<Arrival>& arrivals) {
  std::uint32_t added = 0, changed = 0, known = 0, failed = 0;
  Items items;
  for (const Arrival& arrival : arrivals) {
    items.push_back(outcome_item(arrival));
    failed += arrival.article.error.has_value();
    if (arrival.article.error) continue;
    added += arrival.outcome == Added::new_article;
    changed += arrival.outcome == Added::new_version;
    known += arrival.outcome == Added::known_already;
  }
  ServerResponse response = json_response(JsonObject()
                                              .number("added", added)
                                              .number("new_versions", changed)
                                              .number("known", known)
                                              .number("failed", failed)
                                              .json("articles", json_list(items))
                                              .take());
  response.status = added + changed > 0 ? 201 : 200;
  return response;
}

void tell(const Arrival& arrival, Ledger& ledger, std::vector<LedgerEvent>& events) {
  const Metadata& m = arrival.article.doc.metadata;
  events.push_back({"article", JsonObject()
                                   .text("id", m.id)
                                   .text("title", m.title)
                                   .text("publisher", m.publisher)
                                   .text("published", m.published)
                                   .text("outcome", name_of(arrival.outcome))
                                   .take()});
  std::vector<std::int64_t> numbers;
  for (std::uint32_t i = 0; i < kMostToldStatements; ++i) {
    const auto number = ledger.find_statement(m.id, i);
    if (!number || !*number) break;
    numbers.push_back(**number);
  }
  const auto statements = ledger.statements(numbers);
  if (!statements) return;
  const auto entities = EntityIndex::of(ledger, *statements);
  if (!entities) return;
  for (const LedgerStatement& s : *statements)
    events.push_back({"statement", to_record(record_of(s, *entities))});
}

}  // namespace hearsay
