#include "format/follow_the_money.h"

#include <vector>

#include "format/claim_words.h"
#include "format/content_id.h"
#include "format/json_object.h"

namespace hearsay {
namespace {

using Kinds = std::map<std::string_view, EntityKind>;

std::string hashed_id(char letter, const std::string& of) {
  return std::string(1, letter) + content_id(of).substr(0, 16);
}

std::string article_id(std::string_view document) { return hashed_id('A', std::string(document)); }

std::string note_id(const StatementPlace& place) {
  return article_id(place.document) + "-" + numbered_id('a', place.attribution);
}

// Properties are lists, here of one value mostly.
class Properties {
 public:
  Properties& add(std::string_view key, std::string_view value) {
    object_.texts(key, {value});
    return *this;
  }
  Properties& add(std::string_view key, const std::vector<std::string_view>& values) {
    object_.texts(key, values);
    return *this;
  }
  std::string entity(std::string_view id, std::string_view schema) {
    return JsonObject().text("id", id).text("schema", schema).json("properties", object_.take()).take() +
           "\n";
  }

 private:
  JsonObject object_;
};

std::string_view schema_of(EntityKind kind) {
  switch (kind) {
    case EntityKind::person:
      return "Person";
    case EntityKind::organization:
      return "Organization";
    case EntityKind::place:
      return "Address";
    case EntityKind::event:
      return "Event";
    case EntityKind::group:
      return "LegalEntity";
  }
  return "LegalEntity";
}

// A LegalEntity in the standard's sense: who can belong, speak and act.
bool can_act(EntityKind kind) { return kind != EntityKind::place && kind != EntityKind::event; }

std::string web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://") ? std::string(url) : "";
}

std::string ftm_belonging(const EntityRecord& entity, std::string_view to, EntityKind kind) {
  const std::string id = hashed_id('M', std::string(entity.id) + "\n" + std::string(to));
  const bool acts = can_act(entity.kind);
  if (acts && kind == EntityKind::organization) {
    return Properties().add("member", entity.id).add("organization", to).entity(id, "Membership");
  }
  if (acts && can_act(kind)) {
    return Properties().add("agent", entity.id).add("client", to).entity(id, "Representation");
  }
  return Properties().add("subject", entity.id).add("object", to).entity(id, "UnknownLink");
}

}  // namespace

std::string ftm_article(const Document& doc) {
  const Metadata& m = doc.metadata;
  const std::string_view name = m.title.empty() ? m.id : m.title;
  return Properties()
      .add("name", name)
      .add("title", m.title)
      .add("fileName", m.file.empty() ? m.id : m.file)
      .add("author", m.byline)
      .add("publisher", m.publisher)
      .add("publishedAt", m.published)
      .add("modifiedAt", m.modified)
      .add("sourceUrl", web_address(m.url))
      .add("notes", status_words(m.status))
      .add("bodyText", doc.text)
      .entity(article_id(m.id), "Article");
}

std::string ftm_entity(const EntityRecord& entity, const Kinds& kinds) {
  Properties properties;
  properties.add("name", entity.name).add("alias", entity.aliases);
  if (entity.kind == EntityKind::place) properties.add("full", entity.name);
  properties.add(entity.kind == EntityKind::person ? "position" : "summary", entity.roles);
  if (!entity.named) properties.add("notes", "not named in the article");
  std::string out = properties.entity(entity.id, schema_of(entity.kind));
  std::string_view last;
  for (const EntityRecord::Use& use : entity.uses) {
    if (use.document == last) continue;
    last = use.document;
    const std::string article = article_id(use.document);
    Properties mention;
    mention.add("document", article).add("name", entity.name);
    mention.add("resolved", can_act(entity.kind) ? entity.id : "");
    mention.add("detectedSchema", schema_of(entity.kind));
    out += mention.entity(article + "-" + numbered_id('e', use.entity), "Mention");
  }
  for (const std::string_view to : entity.member_of) {
    const auto found = kinds.find(to);
    if (found != kinds.end()) out += ftm_belonging(entity, to, found->second);
  }
  return out;
}

std::string ftm_statement(const StatementRecord& s) {
  const std::string_view who = !s.entity_name.empty() ? s.entity_name : s.source;
  const std::string article = article_id(s.document);
  const std::string name = (who.empty() ? "no source named" : std::string(who)) + ": " + std::string(s.cue);
  return Properties()
      .add("name", name)
      .add("description", s.content)
      .add("entity", {article, s.entity})
      .add("keywords", {to_string(s.act), to_string(s.form), s.negated ? "negated" : ""})
      .add("publisher", s.publisher)
      .add("proof", article)
      .entity(note_id({s.document, s.attribution}), "Note");
}

std::string ftm_relation(const RelationRecord& r) {
  const std::string from = note_id(r.from), to = note_id(r.to);
  return Properties()
      .add("subject", from)
      .add("object", to)
      .add("role", r.type)
      .add("status", r.detail)
      .add("summary", r.why)
      .add("proof", article_id(r.from.document))
      .entity(hashed_id('R', from + "\n" + to + "\n" + std::string(r.type)), "UnknownLink");
}

}  // namespace hearsay
