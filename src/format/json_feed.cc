#include "format/json_feed.h"

#include <utility>

#include "format/json_value.h"

namespace hearsay {
namespace {

namespace json = boost::json;

Error invalid(std::string message) { return {ErrorCode::invalid_input, std::move(message)}; }

std::string text_of(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  if (value == nullptr) return "";
  if (const json::string* text = value->if_string()) return std::string(text->data(), text->size());
  // Ids that are numbers.
  if (value->is_int64()) return std::to_string(value->get_int64());
  if (value->is_uint64()) return std::to_string(value->get_uint64());
  return "";
}

void add_author(const json::value& value, std::vector<std::string>& names) {
  const json::object* author = value.if_object();
  if (author == nullptr) return;
  if (std::string name = text_of(*author, "name"); !name.empty()) names.push_back(std::move(name));
}

// "authors" of version 1.1, "author" of version 1.
std::vector<std::string> authors_of(const json::object& object) {
  std::vector<std::string> names;
  const json::value* all = object.if_contains("authors");
  if (all != nullptr && all->is_array()) {
    for (const json::value& author : all->get_array()) add_author(author, names);
  }
  const json::value* one = object.if_contains("author");
  if (names.empty() && one != nullptr) add_author(*one, names);
  return names;
}

JsonFeedItem read_item(const json::object& object, const std::vector<std::string>& authors) {
  JsonFeedItem item{.id = text_of(object, "id"),
                    .url = text_of(object, "url"),
                    .title = text_of(object, "title"),
                    .summary = text_of(object, "summary"),
                    .content_html = text_of(object, "content_html"),
                    .content_text = text_of(object, "content_text"),
                    .published = text_of(object, "date_published"),
                    .modified = text_of(object, "date_modified"),
                    .language = text_of(object, "language"),
                    .authors = authors_of(object)};
  if (item.url.empty()) item.url = text_of(object, "external_url");
  if (item.authors.empty()) item.authors = authors;
  return item;
}

}  // namespace

Result<JsonFeed> parse_json_feed(std::string_view bytes) {
  const Result<json::value> value = parse_json_value(bytes);
  if (!value) return value.error();
  const json::object* object = value->if_object();
  if (object == nullptr) return invalid("expected a feed, found " + std::string(name_of(value->kind())));
  const json::value* items = object->if_contains("items");
  if (items == nullptr || !items->is_array()) {
    return invalid("items: expected an array, found " +
                   std::string(items == nullptr ? "nothing" : name_of(items->kind())));
  }
  JsonFeed feed{.title = text_of(*object, "title"), .language = text_of(*object, "language"), .items = {}};
  const std::vector<std::string> authors = authors_of(*object);
  for (const json::value& item : items->get_array()) {
    if (const json::object* fields = item.if_object()) feed.items.push_back(read_item(*fields, authors));
  }
  return feed;
}

}  // namespace hearsay
