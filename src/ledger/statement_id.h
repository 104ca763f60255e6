// Statements as people name them: "courier-17/a3", the third attribution of an article.
#ifndef HEARSAY_SRC_LEDGER_STATEMENT_ID_H_
#define HEARSAY_SRC_LEDGER_STATEMENT_ID_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

struct StatementId {
  std::string_view article;       // its id
  std::uint32_t attribution = 0;  // index into Document::attributions
};

// Nothing where `id` is none. The view is of `id`.
std::optional<StatementId> parse_statement_id(std::string_view id);

std::string to_string(const StatementId& id);

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_STATEMENT_ID_H_
