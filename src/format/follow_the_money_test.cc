#include "format/follow_the_money.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

namespace hearsay {
namespace {

using nlohmann::json;

// All ids and lists are as the standard wants them.
std::vector<json> lines_of(const std::string& text) {
  std::vector<json> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    lines.push_back(json::parse(line));
    EXPECT_EQ(lines.back()["id"].get<std::string>().find_first_not_of(
                  "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-."),
              std::string::npos);
    for (const json& values : lines.back()["properties"]) {
      EXPECT_TRUE(values.is_array() && !values.empty());
      for (const json& value : values) EXPECT_TRUE(value.is_string());
    }
  }
  return lines;
}

TEST(FollowTheMoney, AnArticle) {
  Document doc;
  doc.text = "Rain fell.";
  doc.metadata = {.id = "https://a.example/1", .url = "https://a.example/1", .title = "Rain"};
  const json article = lines_of(ftm_article(doc)).at(0);
  EXPECT_EQ(article["schema"], "Article");
  EXPECT_EQ(article["properties"]["bodyText"][0], "Rain fell.");
  EXPECT_EQ(article["properties"]["sourceUrl"][0], "https://a.example/1");
  doc.metadata.url = "javascript:alert(1)";
  EXPECT_FALSE(lines_of(ftm_article(doc)).at(0)["properties"].contains("sourceUrl"));
}

TEST(FollowTheMoney, WhomSomebodyBelongsToDecidesTheLink) {
  EntityRecord holm{.id = "E1", .name = "Ada Holm", .kind = EntityKind::person};
  holm.roles = {"mayor"};
  holm.member_of = {"E2", "E3", "E4", "E5"};
  holm.uses = {{"a", 0}, {"a", 4}, {"b", 2}};
  const std::vector<json> lines = lines_of(ftm_entity(
      holm, {{"E2", EntityKind::organization}, {"E3", EntityKind::person}, {"E4", EntityKind::place}}));
  ASSERT_EQ(lines.size(), 6u);
  EXPECT_EQ(lines[0]["properties"]["position"][0], "mayor");
  EXPECT_EQ(lines[1]["schema"], "Mention");
  EXPECT_EQ(lines[2]["properties"]["resolved"][0], "E1");
  EXPECT_EQ(lines[3]["schema"], "Membership");
  EXPECT_EQ(lines[3]["properties"]["organization"][0], "E2");
  EXPECT_EQ(lines[4]["schema"], "Representation");
  EXPECT_EQ(lines[4]["properties"]["client"][0], "E3");
  EXPECT_EQ(lines[5]["schema"], "UnknownLink");
}

TEST(FollowTheMoney, APlaceIsAnAddress) {
  const json place = lines_of(ftm_entity({.id = "E1", .name = "Lyon", .kind = EntityKind::place}, {})).at(0);
  EXPECT_EQ(place["schema"], "Address");
  EXPECT_EQ(place["properties"]["full"][0], "Lyon");
}

TEST(FollowTheMoney, RelationsLinkTheNotesOfStatements) {
  StatementRecord earlier{.document = "a", .attribution = 0, .source = "Holm", .cue = "said", .content = "x"};
  StatementRecord later{.document = "b", .attribution = 1, .source = "Dahl", .cue = "denied", .content = "y"};
  later.entity = "E1";
  later.act = Act::deny;
  const json first = lines_of(ftm_statement(earlier)).at(0), second = lines_of(ftm_statement(later)).at(0);
  EXPECT_EQ(second["schema"], "Note");
  EXPECT_EQ(second["properties"]["name"][0], "Dahl: denied");
  EXPECT_EQ(second["properties"]["entity"].size(), 2u);
  EXPECT_EQ(second["properties"]["keywords"][0], "deny");
  const json link =
      lines_of(ftm_relation({.type = "disputes", .why = "he says no", .from = {"b", 1}, .to = {"a", 0}}))
          .at(0);
  EXPECT_EQ(link["properties"]["subject"][0], second["id"]);
  EXPECT_EQ(link["properties"]["object"][0], first["id"]);
  EXPECT_EQ(link["properties"]["role"][0], "disputes");
  EXPECT_FALSE(link["properties"].contains("status"));
}

}  // namespace
}  // namespace hearsay
