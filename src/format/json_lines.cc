#include "format/json_lines.h"

#include <string>
#include <utility>

#include "format/item_status.h"
#include "format/json_value.h"

namespace hearsay {
namespace {

namespace json = boost::json;

Error invalid(std::string message) { return {ErrorCode::invalid_input, std::move(message)}; }

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

// Other programs have fields of these names, with other meanings: what is none of ours is no fault.
void read_state(const json::object& object, Metadata& m) {
  const auto text_of = [&](std::string_view name) {
    const json::value* value = object.if_contains(name);
    if (value != nullptr && value->is_int64()) return std::to_string(value->get_int64());
    const json::string* text = value == nullptr ? nullptr : value->if_string();
    return text == nullptr ? std::string() : std::string(text->data(), text->size());
  };
  const json::value* given = object.if_contains("language_given");
  m.language_given = given != nullptr && given->is_bool() && given->get_bool() && !m.language.empty();
  m.status = read_item_status(text_of("status")).value_or(ArticleStatus::usable);
  m.version = read_item_version(text_of("version"));
}

Result<Success> read_fields(const json::object& object, Document& doc, std::string* html) {
  Metadata& m = doc.metadata;
  const std::pair<std::string_view, std::string*> fields[] = {
      {"id", &m.id},
      {"text", &doc.text},
      {"title", &m.title},
      {"publisher", &m.publisher},
      {"byline", &m.byline},
      {"published", &m.published},
      {"url", &m.url},
      {"language", &m.language},
      {"modified", &m.modified},
  };
  for (const auto& [name, out] : fields) {
    if (const auto done = read_field(object, name, *out); !done) return done.error();
  }
  read_state(object, m);
  const json::value* text = object.if_contains("text");
  if (text != nullptr && text->is_string()) return Success{};
  if (html != nullptr) {
    if (const auto done = read_field(object, "html", *html); !done || !html->empty()) return done;
  }
  return invalid("text: expected a string, found nothing");
}

}  // namespace

Result<Success> parse_json_document(std::string_view bytes, Document& doc, std::string* html) {
  const Result<json::value> value = parse_json_value(bytes);
  if (!value) return value.error();
  const json::object* object = value->if_object();
  if (object == nullptr) {
    return invalid("expected a JSON object, found " + std::string(name_of(value->kind())));
  }
  Result<Success> done = read_fields(*object, doc, html);
  if (done) return done;
  std::string id = std::move(doc.metadata.id);
  doc = {};
  doc.metadata.id = std::move(id);
  return done;
}

}  // namespace hearsay
