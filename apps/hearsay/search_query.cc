#include "search_query.h"

namespace hearsay {

std::variant<StatementQuery, std::string> parse_query(const LedgerArguments& arguments) {
  std::variant<StatementQuery, std::string> parsed = parse_search(arguments.words);
  StatementQuery* query = std::get_if<StatementQuery>(&parsed);
  if (query == nullptr) return parsed;
  if (!arguments.by.empty()) query->source = '"' + arguments.by + '"';
  if (!arguments.act.empty()) query->act = arguments.act;
  if (!arguments.outlet.empty()) query->publisher = arguments.outlet;
  if (!arguments.after.empty()) query->after = arguments.after;
  if (!arguments.before.empty()) query->before = arguments.before;
  query->limit = arguments.limit;
  return parsed;
}

}  // namespace hearsay
