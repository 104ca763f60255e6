#include "format/schema_org.h"

#include <algorithm>
#include <vector>

#include "format/json_object.h"

namespace hearsay {
namespace {

std::string_view type_of(EntityKind kind) {
  switch (kind) {
    case EntityKind::person:
      return "Person";
    case EntityKind::organization:
      return "Organization";
    case EntityKind::place:
      return "Place";
    case EntityKind::event:
      return "Event";
    case EntityKind::group:
      return "Thing";
  }
  return "Thing";
}

std::string urn(std::string_view kind, std::string_view id) {
  return "urn:hearsay:" + std::string(kind) + ":" + percent_encoded(id);
}

std::string urn(const StatementPlace& place) {
  return urn("statement", place.document) + "/" + numbered_id('a', place.attribution);
}

std::string reference(std::string_view id) { return JsonObject().text("@id", id).take(); }

}  // namespace

std::string schema_org_article(const Metadata& article) {
  const auto named = [](std::string_view type, std::string_view name) {
    return name.empty() ? "" : JsonObject().text("@type", type).text("name", name).take();
  };
  return JsonObject()
      .text("@id", urn("article", article.id))
      .text("@type", "NewsArticle")
      .text("identifier", article.id)
      .text("headline", article.title)
      .text("url", article.url)
      .text("datePublished", article.published)
      .text("dateModified", article.modified)
      .text("inLanguage", article.language)
      .text("creativeWorkStatus", to_string(article.status))
      .json("publisher", named("Organization", article.publisher))
      .json("author", named("Person", article.byline))
      .take();
}

std::string schema_org_entity(const EntityRecord& entity, const EntityKinds& kinds) {
  std::vector<std::string> organizations;
  for (const std::string_view id : entity.member_of) {
    const auto found = kinds.find(id);
    if (found == kinds.end() || found->second != EntityKind::organization) continue;
    organizations.push_back(reference(urn("entity", id)));
  }
  const bool person = entity.kind == EntityKind::person;
  const bool can_belong = person || entity.kind == EntityKind::organization;
  JsonObject node;
  node.text("@id", urn("entity", entity.id)).text("@type", type_of(entity.kind)).text("name", entity.name);
  node.texts("alternateName", entity.aliases).texts(person ? "jobTitle" : "description", entity.roles);
  if (can_belong) node.list("memberOf", organizations);
  if (!entity.named) node.text("disambiguatingDescription", "not named in the article");
  return node.take();
}

std::string schema_org_statement(const StatementRecord& s) {
  const bool quoted = s.form != Form::indirect;
  std::string creator;
  if (!s.entity.empty()) creator = reference(urn("entity", s.entity));
  if (s.entity.empty() && !s.source.empty()) {
    creator = JsonObject().text("@type", "Thing").text("name", s.source).take();
  }
  const std::string article = reference(urn("article", s.document));
  JsonObject node;
  node.text("@id", urn(StatementPlace{s.document, s.attribution}));
  node.text("@type", quoted ? "Quotation" : "Claim").text("text", s.content).json("creator", creator);
  if (quoted && !s.entity.empty()) node.json("spokenByCharacter", creator);
  node.json(quoted ? "isPartOf" : "appearance", article).text("datePublished", s.published);
  return node.take();
}

std::string schema_org_thread(const ThreadRecord& thread) {
  std::vector<std::string_view> documents;
  std::vector<std::string> statements, appearances;
  for (const StatementPlace& place : thread.statements) {
    statements.push_back(reference(urn(place)));
    if (std::find(documents.begin(), documents.end(), place.document) != documents.end()) continue;
    documents.push_back(place.document);
    appearances.push_back(reference(urn("article", place.document)));
  }
  JsonObject node;
  node.text("@id", urn("thread", thread.id)).text("@type", "Claim").text("text", thread.title);
  if (!appearances.empty()) node.json("firstAppearance", appearances.front());
  return node.list("appearance", appearances).list("hasPart", statements).take();
}

std::string schema_org_relation(const RelationRecord& relation) {
  if (relation.type != "retracts") return "";
  return JsonObject().text("@id", urn(relation.to)).json("correction", reference(urn(relation.from))).take();
}

}  // namespace hearsay
