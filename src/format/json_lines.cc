#include "format/json_lines.h"

#include <boost/json.hpp>
#include <string>
#include <utility>

#include "document/utf8.h"

namespace hearsay {
namespace {

namespace json = boost::json;

Error invalid(std::string message) { return {ErrorCode::invalid_input, std::move(message)}; }

std::string_view name_of(json::kind kind) {
  switch (kind) {
    case json::kind::null:
      return "null";
    case json::kind::bool_:
      return "a boolean";
    case json::kind::int64:
    case json::kind::uint64:
    case json::kind::double_:
      return "a number";
    case json::kind::string:
      return "a string";
    case json::kind::array:
      return "an array";
    case json::kind::object:
      return "an object";
  }
  return "nothing";
}

// `out` becomes the field's string; it stays empty when the field is absent or null.
Result<Success> read_field(const json::object& object, std::string_view name, std::string& out) {
  const json::value* value = object.if_contains(name);
  if (value == nullptr || value->is_null()) return Success{};
  const json::string* text = value->if_string();
  if (text == nullptr) {
    return invalid(std::string(name) + ": expected a string, found " + std::string(name_of(value->kind())));
  }
  out.assign(text->data(), text->size());
  return Success{};
}

Result<json::value> parse(std::string_view bytes) {
  if (const std::size_t bad = find_invalid_utf8(bytes); bad != bytes.size()) {
    return invalid("expected UTF-8, found an invalid sequence at byte " + std::to_string(bad));
  }
  json::parser parser;
  json::error_code error;
  const std::size_t read = parser.write_some(bytes, error);
  if (!error && bytes.find_first_not_of(" \t\r\n", read) != std::string_view::npos) {
    error = json::error::extra_data;
  }
  if (error) return invalid("expected JSON, found '" + error.message() + "' at byte " + std::to_string(read));
  return parser.release();
}

Result<Success> read_fields(const json::object& object, Document& doc) {
  Metadata& m = doc.metadata;
  const std::pair<std::string_view, std::string*> fields[] = {
      {"id", &m.id},         {"text", &doc.text},         {"title", &m.title}, {"publisher", &m.publisher},
      {"byline", &m.byline}, {"published", &m.published}, {"url", &m.url},     {"language", &m.language},
  };
  for (const auto& [name, out] : fields) {
    if (const auto done = read_field(object, name, *out); !done) return done.error();
  }
  const json::value* text = object.if_contains("text");
  if (text != nullptr && text->is_string()) return Success{};
  if (object.contains("html")) return invalid("html: expected text, found a page (pages are not read yet)");
  return invalid("text: expected a string, found nothing");
}

}  // namespace

Result<Success> parse_json_document(std::string_view bytes, Document& doc) {
  const Result<json::value> value = parse(bytes);
  if (!value) return value.error();
  const json::object* object = value->if_object();
  if (object == nullptr) {
    return invalid("expected a JSON object, found " + std::string(name_of(value->kind())));
  }
  Result<Success> done = read_fields(*object, doc);
  if (done) return done;
  std::string id = std::move(doc.metadata.id);
  doc = {};
  doc.metadata.id = std::move(id);
  return done;
}

}  // namespace hearsay
