#include "format/json_request.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "format/json_value.h"

namespace hearsay {
namespace {

namespace json = boost::json;

constexpr std::string_view kKinds[] = {"merge", "split", "side", "unrelated", "related"};
constexpr std::string_view kTypes[] = {"disputes", "retracts", "supports", "repeats", "conflicts"};

Error wrong(std::string_view field, std::string_view expected, std::string_view found) {
  return {ErrorCode::invalid_input,
          std::string(field) + ": expected " + std::string(expected) + ", found " + std::string(found)};
}

Result<std::string> read_text(const json::object& object, std::string_view field) {
  const json::value* value = object.if_contains(field);
  if (value == nullptr) return wrong(field, "a string", "nothing");
  const json::string* text = value->if_string();
  if (text == nullptr) return wrong(field, "a string", name_of(value->kind()));
  if (text->empty()) return wrong(field, "a string", "an empty one");
  return std::string(text->data(), text->size());
}

Result<std::vector<std::string>> read_ids(const json::object& object) {
  const json::value* value = object.if_contains("articles");
  const json::array* array = value == nullptr ? nullptr : value->if_array();
  if (array == nullptr || array->empty()) return wrong("articles", "a list of ids", "none");
  std::vector<std::string> ids;
  for (const json::value& id : *array) {
    const json::string* text = id.if_string();
    if (text == nullptr) return wrong("articles", "strings", name_of(id.kind()));
    ids.emplace_back(text->data(), text->size());
  }
  return ids;
}

}  // namespace

Result<JsonCorrection> parse_json_correction(std::string_view bytes) {
  const Result<json::value> value = parse_json_value(bytes);
  if (!value) return value.error();
  const json::object* object = value->if_object();
  if (object == nullptr)
    return Error{ErrorCode::invalid_input,
                 "expected an object, found " + std::string(name_of(value->kind()))};
  JsonCorrection correction;
  Result<std::string> kind = read_text(*object, "kind");
  if (!kind) return kind.error();
  correction.kind = *std::move(kind);
  if (std::ranges::find(kKinds, correction.kind) == std::end(kKinds))
    return wrong("kind", "merge, split, side, unrelated or related", "'" + correction.kind + "'");
  Result<std::string> first = read_text(*object, "first");
  if (!first) return first.error();
  correction.first = *std::move(first);
  if (correction.kind == "split") {
    auto ids = read_ids(*object);
    if (!ids) return ids.error();
    correction.articles = *std::move(ids);
    return correction;
  }
  Result<std::string> second = read_text(*object, "second");
  if (!second) return second.error();
  correction.second = *std::move(second);
  if (correction.kind != "related" || !object->contains("type")) return correction;
  Result<std::string> type = read_text(*object, "type");
  if (!type) return type.error();
  correction.type = *std::move(type);
  if (std::ranges::find(kTypes, correction.type) == std::end(kTypes))
    return wrong("type", "disputes, retracts, supports, repeats or conflicts", "'" + correction.type + "'");
  return correction;
}

}  // namespace hearsay
