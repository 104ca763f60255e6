// What answers are put together from.
#ifndef HEARSAY_SRC_SERVER_ITEMS_H_
#define HEARSAY_SRC_SERVER_ITEMS_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "answers/entity_index.h"
#include "ledger/ledger.h"
#include "server/message.h"

namespace hearsay {

// JSON, one object each.
using Items = std::vector<std::string>;

Items statement_items(const std::vector<LedgerStatement>& statements, const EntityIndex& entities);
Items relation_items(const LedgerStory& story);
std::string json_list(const Items& items);

ServerResponse json_response(std::string json);

// {"items": [...], "next": "..." or null}; `next` is "" or a cursor.
ServerResponse list_response(const Items& items, const std::string& next);

}  // namespace hearsay

#endif  // HEARSAY_SRC_SERVER_ITEMS_H_
