#include "ledger/statement_id.h"

#include <charconv>

namespace hearsay {

std::optional<StatementId> parse_statement_id(std::string_view id) {
  const std::size_t slash = id.rfind("/a");
  if (slash == id.npos || slash == 0) return std::nullopt;
  std::uint32_t number = 0;
  const char* last = id.data() + id.size();
  const auto [end, error] = std::from_chars(id.data() + slash + 2, last, number);
  if (error != std::errc() || end != last || number == 0) return std::nullopt;
  return StatementId{id.substr(0, slash), number - 1};
}

std::string to_string(const StatementId& id) {
  return std::string(id.article) + "/a" + std::to_string(id.attribution + 1);
}

}  // namespace hearsay
