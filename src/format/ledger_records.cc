#include "format/ledger_records.h"

#include <algorithm>
#include <utility>

#include "format/claim_words.h"
#include "format/json_object.h"
#include "format/json_writer.h"
#include "format/printable.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostNames = 6;  // of carriers, in one line

void append_list(std::string_view key, const std::vector<std::string_view>& values, std::string& out) {
  out += ", \"";
  out += key;
  out += "\": [";
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) out += ", ";
    append_json_string(values[i], out);
  }
  out += ']';
}

void append_uses(const std::vector<EntityRecord::Use>& uses, std::string& out) {
  for (std::size_t i = 0; i < uses.size(); ++i) {
    out += i > 0 ? ", {\"document\": " : "{\"document\": ";
    append_json_string(uses[i].document, out);
    out += ", \"entity\": \"e";
    append_json_number(uses[i].entity + 1, out);
    out += "\"}";
  }
}

void append_csv_field(std::string_view field, std::string& out) {
  constexpr std::string_view kFormula = "=+-@\t\r";
  const bool formula = !field.empty() && kFormula.find(field.front()) != std::string_view::npos;
  if (!formula && field.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += field;
    return;
  }
  out += formula ? "\"'" : "\"";
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void append_member(std::string_view key, std::string_view value, std::string& out) {
  out += ", \"";
  out += key;
  out += "\": ";
  append_json_string(value, out);
}

// Of each its article's publisher, too.
void append_carriers(const std::vector<StatementRecord::Carrier>& carriers, std::string& out) {
  for (std::size_t i = 0; i < carriers.size(); ++i) {
    out += i > 0 ? ", {\"document\": " : ", \"carriers\": [{\"document\": ";
    append_json_string(carriers[i].document, out);
    if (!carriers[i].publisher.empty()) append_member("publisher", carriers[i].publisher, out);
    out += '}';
  }
  out += ']';
}

void append_place(const StatementPlace& place, std::string& out) {
  out += "\"document\": ";
  append_json_string(place.document, out);
  append_member("attribution", "a" + std::to_string(place.attribution + 1), out);
}

std::string attribution_id(const StatementRecord& s) { return "a" + std::to_string(s.attribution + 1); }

}  // namespace

std::string document_record(std::string_view json, std::string_view copy_of) {
  std::string out = "{\"record\": \"document\"";
  if (!copy_of.empty()) append_member("copy_of", copy_of, out);
  out += ", ";
  out += json.substr(1);
  return out;
}

std::string to_record(const EntityRecord& entity) {
  std::string out = "{\"record\": \"entity\", \"id\": ";
  append_json_string(entity.id, out);
  out += ", \"name\": ";
  append_json_string(entity.name, out);
  out += ", \"kind\": \"";
  out += to_string(entity.kind);
  out += entity.named ? "\", \"named\": true" : "\", \"named\": false";
  append_list("aliases", entity.aliases, out);
  append_list("roles", entity.roles, out);
  append_list("member_of", entity.member_of, out);
  if (entity.side.empty()) {
    out += ", \"side\": null";
  } else {
    append_member("side", entity.side, out);
  }
  out += ", \"statements\": ";
  append_json_number(static_cast<std::uint32_t>(entity.statements), out);
  out += ", \"articles\": ";
  append_json_number(static_cast<std::uint32_t>(entity.articles), out);
  out += ", \"mentions\": [";
  append_uses(entity.uses, out);
  out += "]}";
  return out;
}

std::string to_record(const CorrectionRecord& c) {
  std::string out = "{\"record\": \"correction\", \"number\": ";
  append_json_number(static_cast<std::uint32_t>(c.number), out);
  append_member("kind", c.kind, out);
  append_member("first", c.first, out);
  if (c.kind != "split") append_member("second", c.second, out);
  if (!c.articles.empty()) append_list("articles", {c.articles.begin(), c.articles.end()}, out);
  if (!c.type.empty()) append_member("type", c.type, out);
  return out + "}";
}

std::vector<std::string> correction_columns() {
  return {"number", "kind", "first", "second", "articles", "type"};
}

std::vector<std::string> csv_fields(const CorrectionRecord& c) {
  std::string articles;
  for (const std::string& id : c.articles) articles += (articles.empty() ? "" : "; ") + id;
  return {
      std::to_string(c.number), std::string(c.kind), std::string(c.first), std::string(c.second), articles,
      std::string(c.type)};
}

std::string to_record(const RelationRecord& relation) {
  std::string out = "{\"record\": \"relation\"";
  append_member("type", relation.type, out);
  out += ", \"from\": {";
  append_place(relation.from, out);
  out += "}, \"to\": {";
  append_place(relation.to, out);
  out += '}';
  if (relation.detail.empty()) {
    out += ", \"detail\": null";
  } else {
    append_member("detail", relation.detail, out);
  }
  out += ", \"confidence\": ";
  append_json_probability(relation.confidence, out);
  append_member("why", relation.why, out);
  out += relation.told ? ", \"told\": true}" : "}";
  return out;
}

std::string sure_words(float confidence, bool told) {
  return told ? "confirmed by hand" : std::to_string(static_cast<int>(confidence * 100 + 0.5F)) + " % sure";
}

std::string to_record(const ThreadRecord& thread) {
  std::string out = "{\"record\": \"thread\"";
  append_member("id", thread.id, out);
  append_member("title", thread.title, out);
  out += ", \"statements\": [";
  for (std::size_t i = 0; i < thread.statements.size(); ++i) {
    out += i > 0 ? ", {" : "{";
    append_place(thread.statements[i], out);
    out += '}';
  }
  out += "], \"independent_sources\": ";
  append_json_number(thread.independent_sources, out);
  out += ", \"disagreement\": ";
  append_json_probability(thread.disagreement, out);
  out += ", \"size\": ";
  append_json_number(static_cast<std::uint32_t>(std::max(thread.size, thread.statements.size())), out);
  out += ", \"positions\": [";
  for (std::size_t i = 0; i < thread.positions.size(); ++i) {
    const ThreadRecord::Position& p = thread.positions[i];
    out += i > 0 ? ", {\"source\": " : "{\"source\": ";
    append_json_string(p.source, out);
    if (p.entity.empty()) {
      out += ", \"entity\": null";
    } else {
      append_member("entity", p.entity, out);
    }
    if (!p.named) out += ", \"named\": false";
    append_member("position", p.position, out);
    append_member("since", p.since, out);
    out += ", ";
    append_place(p.statement, out);
    out += '}';
  }
  out += "]}";
  return out;
}

std::string to_record(const StatementRecord& s) {
  std::string out = "{\"record\": \"statement\"";
  const auto append = [&](std::string_view key, std::string_view value) { append_member(key, value, out); };
  append("document", s.document);
  append("attribution", attribution_id(s));
  for (const auto& [key, value] : {std::pair("title", s.title), std::pair("publisher", s.publisher),
                                   std::pair("published", s.published)}) {
    if (!value.empty()) append(key, value);
  }
  out += ", \"paragraph\": ";
  append_json_number(s.paragraph, out);
  append("source", s.source);
  if (!s.entity.empty()) {
    append("entity", s.entity);
    append("entity_name", s.entity_name);
    if (!s.named) out += ", \"named\": false";
  }
  append("cue", s.cue);
  append("content", s.content);
  append("form", to_string(s.form));
  append("act", to_string(s.act));
  out += s.negated ? ", \"negated\": true, \"confidence\": " : ", \"negated\": false, \"confidence\": ";
  append_json_probability(s.confidence, out);
  if (!s.carried_by.empty()) {
    std::vector<std::string_view> documents;
    for (const StatementRecord::Carrier& carrier : s.carried_by) documents.push_back(carrier.document);
    append_list("carried_by", documents, out);
    append_carriers(s.carried_by, out);
  }
  out += "}";
  return out;
}

std::string carrier_words(const std::vector<StatementRecord::Carrier>& carriers) {
  std::vector<std::string_view> names;
  for (const StatementRecord::Carrier& carrier : carriers) {
    const std::string_view name = carrier.publisher.empty() ? carrier.document : carrier.publisher;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  if (names.empty()) return "";
  // "and 1 other" would be no shorter than its name.
  const std::size_t shown = names.size() <= kMostNames + 1 ? names.size() : kMostNames;
  std::string out = "carried by ";
  for (std::size_t i = 0; i < shown; ++i) out.append(i > 0 ? ", " : "").append(names[i]);
  if (shown < names.size()) out += " and " + std::to_string(names.size() - shown) + " others";
  return out;
}

std::string to_text(const StatementRecord& s, const TextOptions& options) {
  const auto styled = [&](std::string_view style, const std::string& text) {
    return options.color && !text.empty() ? std::string(style) + text + "\033[0m" : text;
  };
  std::string where;
  for (const std::string_view part : {s.published.substr(0, 10), s.publisher, s.title}) {
    if (!part.empty()) where += printable(part) + " · ";
  }
  where += "¶" + std::to_string(s.paragraph);
  const std::string id = printable(s.document) + "/" + attribution_id(s);
  std::string out;
  for (const std::string& line : wrap_with_id(where, id, options.width))
    out += styled("\033[2m", line) + "\n";
  const std::string name = s.source.empty() ? "no source named" : printable(s.source);
  out += styled("\033[1;36m", name) + " " + styled("\033[33m", printable(s.cue));
  const Attribution said{.act = s.act, .negated = s.negated};
  if (const std::string_view act = act_words(said); !act.empty()) out += " · " + std::string(act);
  if (!s.entity_name.empty() && s.entity_name != s.source)
    out += styled("\033[2m", " · " + printable(s.entity_name));
  out += "\n";
  for (const std::string& line : wrap(printable(s.content), options.width - 4)) out += "    " + line + "\n";
  if (s.carried_by.empty()) return out;
  for (const std::string& line : wrap("also " + printable(carrier_words(s.carried_by)), options.width - 2))
    out += "  " + styled("\033[2m", line) + "\n";
  return out;
}

std::string to_record(const UnreadRecord& article) {
  return JsonObject()
      .text("record", "unread")
      .text("document", article.document)
      .text("title", article.title)
      .text("publisher", article.publisher)
      .text("published", article.published)
      .text("unread", unread_words(article.language))
      .take();
}

std::string to_text(const UnreadRecord& article, const TextOptions& options) {
  std::string where, out;
  for (const std::string_view part : {article.published.substr(0, 10), article.publisher, article.title}) {
    if (!part.empty()) where.append(where.empty() ? "" : " · ").append(printable(part));
  }
  const auto faint = [&](const std::string& line) {
    return (options.color ? "\033[2m" + line + "\033[0m" : line) + "\n";
  };
  for (const std::string& line : wrap_with_id(where, printable(article.document), options.width))
    out += faint(line);
  return out + faint("  Not read: " + printable(unread_words(article.language)));
}

std::vector<std::string> csv_fields(const UnreadRecord& article) {
  std::vector<std::string> fields(csv_columns().size());
  fields[0] = article.document;
  fields[1] = article.published;
  fields[2] = article.publisher;
  fields[3] = article.title;
  return fields;
}

std::vector<std::string> csv_columns() {
  return {"article", "published", "publisher",   "title",     "statement", "paragraph",
          "source",  "entity",    "entity_name", "cue",       "content",   "form",
          "act",     "negated",   "confidence",  "carried_by"};
}

std::vector<std::string> csv_fields(const StatementRecord& s) {
  std::vector<std::string> fields = {std::string(s.document),  std::string(s.published),
                                     std::string(s.publisher), std::string(s.title),
                                     attribution_id(s),        std::to_string(s.paragraph)};
  for (const std::string_view field : {s.source, s.entity, s.entity_name, s.cue, s.content, to_string(s.form),
                                       to_string(s.act), std::string_view(s.negated ? "true" : "false")}) {
    fields.emplace_back(field);
  }
  fields.push_back(probability_field(s.confidence));
  std::string carriers;
  for (const StatementRecord::Carrier& carrier : s.carried_by)
    carriers.append(carriers.empty() ? "" : "; ").append(carrier.document);
  fields.push_back(std::move(carriers));
  return fields;
}

std::string probability_field(float value) {
  std::string field;
  append_json_probability(value, field);
  return field;
}

std::string csv_row(const std::vector<std::string>& fields) {
  std::string out;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) out += ',';
    append_csv_field(fields[i], out);
  }
  out += "\r\n";
  return out;
}

}  // namespace hearsay
