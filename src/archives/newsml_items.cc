#include "archives/newsml_items.h"

#include <algorithm>
#include <utility>

#include "archives/article.h"
#include "archives/header_fields.h"
#include "format/item_status.h"

namespace hearsay {
namespace {

// Elements of XHTML and NITF as HTML; others are spans.
std::string_view html_name(std::string_view name) {
  static constexpr std::pair<std::string_view, std::string_view> kNitf[] = {
      {"nitf", "div"},       {"body", "div"},         {"body.head", "div"},
      {"hl1", "h1"},         {"hl2", "h2"},           {"block", "div"},
      {"bq", "blockquote"},  {"media", "figure"},     {"media-caption", "figcaption"},
      {"dateline", "p"},     {"abstract", "div"},     {"note", "div"},
      {"tagline", "footer"}, {"body.content", "div"}, {"body.end", "div"},
      {"credit", "p"},       {"hedline", "header"}};
  for (const auto& [nitf, html] : kNitf) {
    if (name == nitf) return html;
  }
  static constexpr std::string_view kSame[] = {
      "p",      "h1",         "h2", "h3",     "h4",    "h5",  "h6",      "ul",      "ol",
      "li",     "dl",         "dt", "dd",     "table", "tr",  "td",      "th",      "blockquote",
      "figure", "figcaption", "br", "hr",     "pre",   "div", "section", "article", "aside",
      "header", "footer",     "em", "strong", "b",     "i",   "q",       "cite",    "a"};
  return std::ranges::find(kSame, name) != std::end(kSame) ? name : "span";
}

// Markup whose text no reader sees, or which stands in the item's fields already.
bool is_hidden(std::string_view name) {
  static constexpr std::string_view kHidden[] = {
      "head", "script", "style", "media-metadata", "media-reference", "byline", "distributor", "hedline"};
  return std::ranges::find(kHidden, name) != std::end(kHidden);
}

// "2024-03-06T09:15:00Z" of NITF's "20240306T091500Z".
std::string extended_date(std::string_view norm) {
  std::string date(norm);
  if (date.size() < 8 || date[4] == '-') return date;
  date.insert(6, "-").insert(4, "-");
  if (date.size() >= 17 && date[10] == 'T' && date[13] != ':') date.insert(15, ":").insert(13, ":");
  return date;
}

}  // namespace

// The gravest that is said: an item that is usable may have a signal that it was corrected.
void NewsmlItems::set_status(std::string_view code) {
  ArticleStatus& status = current_.item.metadata.status;
  status = std::max(status, read_item_status(code).value_or(ArticleStatus::usable));
}

// What NITF says in its head of the document, or of another one that this is a notice about.
void NewsmlItems::begin_nitf_head(std::string_view name, const XmlAttributes& attributes) {
  Metadata& m = current_.item.metadata;
  if (name == "doc-id" && m.id.empty()) m.id = attributes.find_local("id-string");
  if (name == "du-key" && m.version == 0) m.version = read_item_version(attributes.find_local("version"));
  if (name == "correction") set_status("corrected");
  if (name == "docdata") {
    set_status(attributes.find_local("management-status"));
    const std::string_view other = attributes.find_local("management-doc-idref");
    if (!other.empty() && nitf_alone_) m.id = other;
    if (!other.empty()) set_status(attributes.find_local("management-idref-status"));
  }
  if (name == "date.issue" && m.published.empty() && created_.empty())
    created_ = extended_date(attributes.find_local("norm"));
}

void NewsmlItems::begin_item(const XmlAttributes& attributes) {
  *this = [&] {
    NewsmlItems fresh;
    fresh.found = std::move(found);
    fresh.others = others;
    return fresh;
  }();
  inside_ = true;
  Metadata& m = current_.item.metadata;
  m.id = attributes.find_local("guid");
  m.version = read_item_version(attributes.find_local("version"));
  m.language = attributes.find_local("lang");
}

void NewsmlItems::end_item() {
  NewsItem& item = current_.item;
  Metadata& m = item.metadata;
  for (std::string* field :
       {&m.title, &by_, &credit_, &source_, &provider_, &item.note, &created_, &version_created_})
    *field = trim(*field);
  m.byline = by_;
  m.publisher = !credit_.empty() ? credit_ : !source_.empty() ? source_ : provider_;
  m.published = trim(m.published);
  if (m.published.empty()) m.published = !created_.empty() ? created_ : version_created_;
  if (m.id.starts_with("http")) m.url = m.id;
  if (item.html.empty()) {
    (type_.find("html") != std::string::npos ? item.html : item.text) = std::string(trim(data_));
  }
  found.push_back(std::move(current_));
  inside_ = false;
  field_ = nullptr;
}

void NewsmlItems::begin_text(std::string& field) {
  field_ = &field;
  field_depth_ = open_.size();
}

void NewsmlItems::begin_field(std::string_view name, const XmlAttributes& attributes) {
  Metadata& m = current_.item.metadata;
  const std::string parent = open_.size() > 1 ? open_[open_.size() - 2] : "";
  if (name == "pubStatus" || name == "signal") set_status(attributes.find_local("qcode"));
  if (name == "language" && m.language.empty()) m.language = attributes.find_local("tag");
  if (name == "provider" || name == "infoSource") {
    std::string& target = name == "provider" ? provider_ : source_;
    if (target.empty()) target = attributes.find_local("literal");
  }
  if (name == "name" && (parent == "provider" || parent == "infoSource")) {
    std::string& target = parent == "provider" ? provider_ : source_;
    target.clear();
    begin_text(target);
  }
  const auto once = [&](std::string_view wanted, std::string& target) {
    if (name == wanted && target.empty()) begin_text(target);
  };
  once("headline", m.title);
  once("by", by_);
  once("creditline", credit_);
  once("firstCreated", created_);
  once("versionCreated", version_created_);
  once("contentCreated", m.published);
  once("edNote", current_.item.note);
  if (name == "inlineData") {
    type_ = attributes.find_local("contenttype");
    once("inlineData", data_);
  }
}

// Of NITF, its own head is read, too.
void NewsmlItems::begin_markup(std::string_view name, const XmlAttributes& attributes) {
  Metadata& m = current_.item.metadata;
  ++markup_;
  if (hidden_ > 0 || is_hidden(name)) ++hidden_;
  begin_nitf_head(name, attributes);
  if (name == "ed-msg" && current_.item.note.empty()) current_.item.note = attributes.find_local("info");
  if (name == "hl1" && m.title.empty()) begin_text(m.title);
  if (name == "byline" && by_.empty()) begin_text(by_);
  if (name == "distributor" && provider_.empty()) begin_text(provider_);
  if (hidden_ == 0) append("<" + std::string(html_name(name)) + ">");
}

void NewsmlItems::end_markup(std::string_view name) {
  if (hidden_ == 0 && html_name(name) != "br" && html_name(name) != "hr")
    append("</" + std::string(html_name(name)) + ">");
  if (hidden_ > 0) --hidden_;
  --markup_;
}

void NewsmlItems::begin(std::string_view qualified, const XmlAttributes& attributes) {
  const std::string_view name = local_name(qualified);
  if (!inside_) {
    if (name == "newsItem") begin_item(attributes);
    if (name == "nitf") begin_item(attributes);
    others +=
        name == "packageItem" || name == "conceptItem" || name == "knowledgeItem" || name == "planningItem";
    nitf_alone_ = name == "nitf";
    if (!inside_) return;
  }
  open_.emplace_back(name);
  const bool begins_markup = markup_ == 0 && (name == "inlineXML" || (nitf_alone_ && open_.size() == 1));
  if (begins_markup) {
    markup_ = 1;
  } else if (markup_ > 0) {
    begin_markup(name, attributes);
  } else {
    begin_field(name, attributes);
  }
}

void NewsmlItems::end(std::string_view qualified) {
  const std::string_view name = local_name(qualified);
  if (!inside_) return;
  if (markup_ > 1) {
    end_markup(name);
  } else if (markup_ == 1) {
    markup_ = 0;
  }
  if (open_.size() == field_depth_) field_ = nullptr;
  open_.pop_back();
  if (open_.empty()) end_item();
}

void NewsmlItems::append(std::string_view bytes) {
  std::string& html = current_.item.html;
  if (html.size() + bytes.size() > kMostPageBytes) current_.too_large = true;
  if (!current_.too_large) html += bytes;
}

void NewsmlItems::text(std::string_view bytes) {
  if (!inside_) return;
  if (field_ != nullptr) {
    if (field_->size() + bytes.size() > kMostPageBytes) current_.too_large = true;
    if (!current_.too_large) *field_ += bytes;
  }
  if (markup_ == 0 || hidden_ > 0) return;
  for (const char c : bytes) {
    if (c == '<')
      append("&lt;");
    else if (c == '&')
      append("&amp;");
    else
      append({&c, 1});
  }
}

void NewsmlItems::reference(std::string_view name) {
  if (field_ != nullptr)
    text(" ");
  else if (markup_ > 0 && hidden_ == 0)
    append("&" + std::string(name) + ";");
}

}  // namespace hearsay
