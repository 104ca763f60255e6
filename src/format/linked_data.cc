#include "format/linked_data.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "format/json_value.h"
#include "format/mended_json.h"

namespace hearsay {
namespace {

namespace json = boost::json;

constexpr std::size_t kMaxAuthors = 50;

std::string_view view(const json::string& text) { return {text.data(), text.size()}; }

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin));
}

const json::value* member(const json::object& object, std::string_view name) {
  return object.if_contains(name);
}

// The first string of a value: itself, of a list its first, of an object its @value, name or @id.
std::string text_of(const json::value* value, int depth = 0) {
  if (value == nullptr || depth > 3) return {};
  if (const json::string* text = value->if_string()) return trimmed(view(*text));
  if (value->is_int64()) return std::to_string(value->get_int64());
  if (const json::array* list = value->if_array())
    return list->empty() ? "" : text_of(&list->front(), depth + 1);
  const json::object* object = value->if_object();
  if (object == nullptr) return {};
  for (const std::string_view name : {"@value", "name", "alternateName", "@id"}) {
    if (std::string text = text_of(member(*object, name), depth + 1); !text.empty()) return text;
  }
  return {};
}

bool is_type(const json::object& object, auto&& matches) {
  const json::value* type = member(object, "@type");
  if (type == nullptr) return false;
  if (const json::string* text = type->if_string()) return matches(view(*text));
  const json::array* list = type->if_array();
  return list != nullptr && std::ranges::any_of(*list, [&](const json::value& v) {
           return v.is_string() && matches(view(v.get_string()));
         });
}

bool is_article(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("Report") || type == "LiveBlogPosting";
}
bool is_posting(std::string_view type) { return type.ends_with("Posting"); }
bool is_page(std::string_view type) { return type.ends_with("Page"); }
bool is_site(std::string_view type) { return type.ends_with("WebSite"); }
bool is_organization(std::string_view type) { return type.ends_with("Organization"); }

class Reader {
 public:
  explicit Reader(LinkedPage& out) : out_(out) {}

  void read(const json::value& value) {
    index(value, 0);
    walk(value, 0);
  }

 private:
  // Objects with an @id and more than that.
  void index(const json::value& value, int depth) {
    if (depth > 8) return;
    if (const json::array* list = value.if_array()) {
      for (const json::value& element : *list) index(element, depth + 1);
    }
    const json::object* object = value.if_object();
    if (object == nullptr) return;
    const json::value* id = member(*object, "@id");
    if (id != nullptr && id->is_string() && object->size() > 1) {
      by_id_.emplace(view(id->get_string()), object);
    }
    for (const auto& [name, part] : *object) {
      if (part.is_structured()) index(part, depth + 1);
    }
  }

  // What is described: not what the descriptions mention besides.
  void walk(const json::value& value, int depth) {
    if (depth > 6 || out_.articles.size() >= kMaxLinkedArticles) return;
    if (const json::array* list = value.if_array()) {
      for (const json::value& element : *list) walk(element, depth + 1);
    }
    const json::object* object = value.if_object();
    if (object == nullptr) return;
    take(*object);
    for (const std::string_view name : {"@graph", "mainEntity", "mainEntityOfPage"}) {
      if (const json::value* part = member(*object, name)) walk(*part, depth + 1);
    }
  }

  void take(const json::object& object) {
    if (is_type(object, is_site)) {
      if (std::string name = text_of(member(object, "name")); !name.empty()) out_.site = std::move(name);
    } else if (is_type(object, is_organization)) {
      if (out_.site.empty()) out_.site = text_of(member(object, "name"));
    } else if (is_type(object, is_article)) {
      add(object, LinkedKind::article);
    } else if (is_type(object, is_posting)) {
      add(object, LinkedKind::posting);
    } else if (is_type(object, is_page)) {
      add(object, LinkedKind::page);
    } else if (member(object, "datePublished") != nullptr || member(object, "uploadDate") != nullptr) {
      add(object, LinkedKind::work);
    }
  }

  void add(const json::object& object, LinkedKind kind) {
    LinkedArticle a{.kind = kind, .type = text_of(member(object, "@type"))};
    a.url = text_of(member(object, "url"));
    for (const std::string_view name : {"mainEntityOfPage", "@id"}) {
      if (a.url.empty()) a.url = id_of(member(object, name));
    }
    a.headline = first_text(object, {"headline", "name", "alternativeHeadline"});
    a.published = first_text(object, {"datePublished", "dateCreated", "uploadDate"});
    a.modified = first_text(object, {"dateModified"});
    a.language = language_of(member(object, "inLanguage"));
    a.section = text_of(member(object, "articleSection"));
    a.body = text_of(member(object, "articleBody"));
    for (const std::string_view name : {"author", "creator"}) {
      if (a.authors.empty()) add_names(member(object, name), a.authors, 0);
    }
    for (const std::string_view name : {"publisher", "sourceOrganization", "provider"}) {
      if (a.publisher.empty()) a.publisher = name_in(member(object, name));
    }
    out_.articles.push_back(std::move(a));
  }

  static std::string first_text(const json::object& object, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
      if (std::string text = text_of(member(object, name)); !text.empty()) return text;
    }
    return {};
  }

  static std::string id_of(const json::value* value) {
    if (value == nullptr) return {};
    if (const json::object* object = value->if_object()) value = member(*object, "@id");
    return text_of(value);
  }

  // "en-GB", also where it is the alternate name of a Language.
  static std::string language_of(const json::value* value) {
    const json::object* object = value == nullptr ? nullptr : value->if_object();
    if (object == nullptr) return text_of(value);
    std::string code = text_of(member(*object, "alternateName"));
    return code.empty() ? text_of(value) : code;
  }

  // The object that a mere reference stands for, else the object itself.
  const json::object* resolved(const json::object& object) const {
    const json::value* id = member(object, "@id");
    if (id == nullptr || !id->is_string() || member(object, "name") != nullptr) return &object;
    const auto found = by_id_.find(view(id->get_string()));
    return found == by_id_.end() ? &object : found->second;
  }

  std::string name_in(const json::value* value) const {
    std::vector<std::string> names;
    add_names(value, names, 0);
    return names.empty() ? "" : std::move(names.front());
  }

  void add_names(const json::value* value, std::vector<std::string>& names, int depth) const {
    if (value == nullptr || depth > 3 || names.size() >= kMaxAuthors) return;
    if (const json::array* list = value->if_array()) {
      for (const json::value& element : *list) add_names(&element, names, depth + 1);
    } else if (const json::object* object = value->if_object()) {
      const json::value* name = member(*resolved(*object), "name");
      add_names(name, names, depth + 1);
    } else if (const json::string* text = value->if_string()) {
      std::string name = trimmed(view(*text));
      if (!name.empty() && std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
  }

  LinkedPage& out_;
  std::unordered_map<std::string_view, const json::object*> by_id_;
};

}  // namespace

void read_linked_data(std::string_view script, LinkedPage& out) {
  script = script.substr(0, script.size() > kMaxLinkedBytes ? 0 : script.size());
  if (const auto value = parse_json_value(script)) {
    Reader(out).read(*value);
    return;
  }
  for (const std::string& mended : mend_json(script)) {
    if (const auto value = parse_json_value(mended)) Reader(out).read(*value);
  }
}

}  // namespace hearsay
