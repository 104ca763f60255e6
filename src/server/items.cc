#include "server/items.h"

#include "answers/records.h"

namespace hearsay {

Items statement_items(const std::vector<LedgerStatement>& statements, const EntityIndex& entities) {
  Items items;
  for (const LedgerStatement& s : statements) items.push_back(to_record(record_of(s, entities)));
  return items;
}

Items relation_items(const LedgerStory& story) {
  Items items;
  for (const LinkedPair& link : story.links) items.push_back(to_record(record_of(link, story)));
  return items;
}

std::string json_list(const Items& items) {
  std::string out = "[";
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += ", ";
    out += items[i];
  }
  return out + "]";
}

ServerResponse json_response(std::string json) { return {.body = std::move(json)}; }

ServerResponse list_response(const Items& items, const std::string& next) {
  return json_response("{\"items\": " + json_list(items) +
                       ", \"next\": " + (next.empty() ? "null" : "\"" + next + "\"") + "}");
}

}  // namespace hearsay
