#include "format/ninjs.h"

#include <initializer_list>
#include <utility>

#include "format/item_status.h"
#include "format/json_value.h"

namespace hearsay {
namespace {

namespace json = boost::json;

std::string to_string(const json::value* value) {
  const json::string* text = value == nullptr ? nullptr : value->if_string();
  return text == nullptr ? std::string() : std::string(text->data(), text->size());
}

// The first of these fields that is a string and not empty.
std::string first_of(const json::object& object, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (std::string text = to_string(object.if_contains(name)); !text.empty()) return text;
  }
  return {};
}

const json::array* list_of(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  return value == nullptr ? nullptr : value->if_array();
}

std::string headline_of(const json::object& item) {
  std::string found;
  if (const json::array* headlines = list_of(item, "headlines")) {
    for (const json::value& value : *headlines) {
      const json::object* headline = value.if_object();
      if (headline == nullptr) continue;
      const std::string role = first_of(*headline, {"role"});
      if (found.empty() || role == "main") found = first_of(*headline, {"value"});
    }
  }
  return found.empty() ? first_of(item, {"headline", "title", "name"}) : found;
}

std::string publisher_of(const json::object& item) {
  if (const json::array* sources = list_of(item, "infosources")) {
    for (const json::value& value : *sources) {
      const json::object* source = value.if_object();
      if (source != nullptr && !first_of(*source, {"name"}).empty()) return first_of(*source, {"name"});
    }
  }
  return first_of(item, {"source", "copyrightholder"});
}

// Markup says where a paragraph ends, so it goes before plain text.
void read_body(const json::object& item, NewsItem& out) {
  if (const json::array* bodies = list_of(item, "bodies")) {
    for (const json::value& value : *bodies) {
      const json::object* body = value.if_object();
      if (body == nullptr) continue;
      const std::string type = first_of(*body, {"contenttype", "contentType"});
      const bool markup = type.find("html") != std::string::npos || type.find("xml") != std::string::npos;
      std::string& target = markup ? out.html : out.text;
      if (target.empty()) target = first_of(*body, {"value"});
    }
  }
  if (out.html.empty()) out.html = first_of(item, {"body_xhtml", "body_html"});
  if (out.html.empty() && out.text.empty()) out.text = first_of(item, {"body_text"});
  if (!out.html.empty()) out.text.clear();
}

}  // namespace

Result<NewsItem> parse_ninjs(std::string_view bytes) {
  const Result<json::value> value = parse_json_value(bytes);
  if (!value) return value.error();
  const json::object* item = value->if_object();
  if (item == nullptr) {
    return Error{ErrorCode::invalid_input,
                 "expected an object, found " + std::string(name_of(value->kind()))};
  }
  NewsItem out;
  Metadata& m = out.metadata;
  m.id = first_of(*item, {"uri", "guid"});
  m.url = first_of(*item, {"url"});
  if (m.url.empty() && m.id.starts_with("http")) m.url = m.id;
  m.title = headline_of(*item);
  m.publisher = publisher_of(*item);
  m.byline = first_of(*item, {"byline", "by"});
  m.published = first_of(*item, {"firstcreated", "firstCreated", "contentcreated", "contentCreated",
                                 "versioncreated", "versionCreated"});
  m.language = first_of(*item, {"language"});
  m.status = read_item_status(first_of(*item, {"pubstatus", "pubStatus"})).value_or(ArticleStatus::usable);
  m.version = read_item_version(first_of(*item, {"version"}));
  out.note = first_of(*item, {"ednote", "edNote"});
  read_body(*item, out);
  return out;
}

}  // namespace hearsay
