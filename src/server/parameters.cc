#include "server/parameters.h"

#include <charconv>
#include <cstdio>

#include "answers/search_query.h"

namespace hearsay {
namespace {

Error wrong(std::string_view name, std::string_view expected, std::string_view found) {
  return {ErrorCode::invalid_input,
          std::string(name) + ": expected " + std::string(expected) + ", found '" + std::string(found) + "'"};
}

bool is_among(std::string_view names, std::string_view name) {
  if (name.find(' ') != std::string_view::npos || name.empty()) return false;
  return (" " + std::string(names) + " ").find(" " + std::string(name) + " ") != std::string::npos;
}

}  // namespace

Result<Parameters> Parameters::read(const Target& target, std::string_view known) {
  Parameters parameters;
  for (const auto& [name, value] : target.parameters) {
    if (!is_among(known, name)) {
      const std::string expected = known.empty() ? "no parameter" : "one of " + std::string(known);
      return wrong("query", expected, name);
    }
    if (!parameters.values_.emplace(name, value).second) return wrong(name, "it once", "it twice");
  }
  return parameters;
}

const std::string& Parameters::get(std::string_view name) const {
  static const std::string kAbsent;
  const auto found = values_.find(name);
  return found == values_.end() ? kAbsent : found->second;
}

Result<int> Parameters::limit() const {
  const std::string& text = get("limit");
  if (text.empty()) return kUsualLimit;
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 1 || number > kMostLimit)
    return wrong("limit", "a number from 1 to " + std::to_string(kMostLimit), text);
  return number;
}

Result<float> Parameters::confidence(float usual) const {
  const std::string& text = get("min_confidence");
  if (text.empty()) return usual;
  float number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !(number >= 0 && number <= 1))
    return wrong("min_confidence", "a number from 0 to 1", text);
  return number;
}

Result<std::optional<ListPlace>> Parameters::place(std::string_view list) const {
  const std::string& text = get("cursor");
  if (text.empty()) return std::optional<ListPlace>();
  ListPlace place{};
  const char* at = text.data();
  const char* const last = text.data() + text.size();
  for (std::int64_t& part : place) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(at, last, number, 16);
    if (error != std::errc() || end == last || *end != '.') break;
    part = static_cast<std::int64_t>(number);
    at = end + 1;
  }
  // Whatever else it is, it is not what we would have said.
  if (cursor(list, place) != text) return wrong("cursor", "what 'next' of this list said", text);
  return std::optional(place);
}

std::string Parameters::cursor(std::string_view list, const ListPlace& place) const {
  std::string text;
  for (const std::int64_t part : place) {
    char digits[18];
    std::snprintf(digits, sizeof digits, "%llx.", static_cast<unsigned long long>(part));
    text += digits;
  }
  std::string all = text + std::string(list);
  for (const auto& [name, value] : values_) {
    if (name == "cursor" || name == "limit") continue;
    all += '\0' + name + '\0' + value;
  }
  std::uint32_t check = 2'166'136'261;  // FNV-1a: against mistakes, not against malice
  for (const char c : all) check = (check ^ static_cast<unsigned char>(c)) * 16'777'619;
  char digits[9];
  std::snprintf(digits, sizeof digits, "%08x", check);
  return text + digits;
}

Result<StatementQuery> Parameters::statement_query() const {
  const auto parsed = parse_search({get("q")});
  if (const std::string* problem = std::get_if<std::string>(&parsed))
    return Error{ErrorCode::invalid_input, "q: " + *problem};
  StatementQuery query = std::get<StatementQuery>(parsed);
  if (const std::string& who = get("who"); !who.empty()) query.source = '"' + who + '"';
  if (const std::string& act = get("act"); !act.empty()) {
    const auto known = parse_search({"act:" + act});
    if (act.find_first_of(" \"") != std::string::npos || std::holds_alternative<std::string>(known))
      return wrong("act", "a speech act such as deny, confirm or accuse", act);
    query.act = act;
  }
  if (const std::string& outlet = get("outlet"); !outlet.empty()) query.publisher = outlet;
  for (const auto& [name, field] : {std::pair("after", &query.after), std::pair("before", &query.before)}) {
    const std::string& value = get(name);
    if (value.empty()) continue;
    if (!is_date(value)) return wrong(name, "a date such as 2024-03-06", value);
    *field = value;
  }
  const Result<int> limit = this->limit();
  if (!limit) return limit.error();
  query.limit = *limit;
  return query;
}

Result<StatementQuery> Parameters::page_query(std::string_view list) const {
  Result<StatementQuery> query = statement_query();
  if (!query) return query;
  const auto place = this->place(list);
  if (!place) return place.error();
  query->from = *place;
  return query;
}

}  // namespace hearsay
