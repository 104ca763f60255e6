#include "format/schema_org.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace hearsay {
namespace {

using nlohmann::json;

TEST(SchemaOrg, AnArticle) {
  const json node = json::parse(schema_org_article({.id = "a 1",
                                                    .url = "https://courier.example/1",
                                                    .title = "Bridge \"closes\"",
                                                    .publisher = "Courier",
                                                    .byline = "Ida Berg",
                                                    .published = "2024-03-06"}));
  EXPECT_EQ(node["@id"], "urn:hearsay:article:a%201");
  EXPECT_EQ(node["@type"], "NewsArticle");
  EXPECT_EQ(node["headline"], "Bridge \"closes\"");
  EXPECT_EQ(node["publisher"]["name"], "Courier");
  EXPECT_EQ(node["author"]["name"], "Ida Berg");
  EXPECT_FALSE(json::parse(schema_org_article({.id = "b"})).contains("author"));
}

TEST(SchemaOrg, APersonIsAMemberOfOrganisationsAlone) {
  EntityRecord person{.id = "E1", .name = "Ada Holm", .kind = EntityKind::person, .aliases = {"Holm"}};
  person.roles = {"mayor"};
  person.member_of = {"E2", "E3", "E4"};
  const json node =
      json::parse(schema_org_entity(person, {{"E2", EntityKind::organization}, {"E3", EntityKind::person}}));
  EXPECT_EQ(node["@type"], "Person");
  EXPECT_EQ(node["jobTitle"], json::array({"mayor"}));
  EXPECT_EQ(node["memberOf"], json::parse(R"([{"@id": "urn:hearsay:entity:E2"}])"));
  person.named = false;
  EXPECT_TRUE(json::parse(schema_org_entity(person, {})).contains("disambiguatingDescription"));
}

TEST(SchemaOrg, WordsInQuotationMarksAreAQuotationOthersAClaim) {
  StatementRecord s{.document = "a1", .attribution = 2, .source = "she", .content = "\"No\"", .entity = "E1"};
  s.form = Form::direct;
  json node = json::parse(schema_org_statement(s));
  EXPECT_EQ(node["@id"], "urn:hearsay:statement:a1/a3");
  EXPECT_EQ(node["@type"], "Quotation");
  EXPECT_EQ(node["spokenByCharacter"]["@id"], "urn:hearsay:entity:E1");
  EXPECT_EQ(node["isPartOf"]["@id"], "urn:hearsay:article:a1");
  s.form = Form::indirect;
  s.entity = "";
  node = json::parse(schema_org_statement(s));
  EXPECT_EQ(node["@type"], "Claim");
  EXPECT_EQ(node["appearance"]["@id"], "urn:hearsay:article:a1");
  EXPECT_EQ(node["creator"]["name"], "she");
}

TEST(SchemaOrg, AThreadAppearsInEachArticleOnce) {
  const json node = json::parse(
      schema_org_thread({.id = "T1", .title = "it fell", .statements = {{"b", 0}, {"a", 1}, {"b", 3}}}));
  EXPECT_EQ(node["@type"], "Claim");
  EXPECT_EQ(node["firstAppearance"]["@id"], "urn:hearsay:article:b");
  EXPECT_EQ(node["appearance"].size(), 2u);
  EXPECT_EQ(node["hasPart"].size(), 3u);
}

TEST(SchemaOrg, OnlyCorrectionsHaveAWord) {
  RelationRecord r{.type = "retracts", .from = {"b", 1}, .to = {"a", 0}};
  const json node = json::parse(schema_org_relation(r));
  EXPECT_EQ(node["@id"], "urn:hearsay:statement:a/a1");
  EXPECT_EQ(node["correction"]["@id"], "urn:hearsay:statement:b/a2");
  r.type = "disputes";
  EXPECT_EQ(schema_org_relation(r), "");
}

}  // namespace
}  // namespace hearsay
