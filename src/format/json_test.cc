#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "format/content_id.h"
#include "format/json_writer.h"
#include "format/test_document.h"
#include "hearsay/format.h"

namespace hearsay {
namespace {

using nlohmann::json;

// The oracle's, byte for byte in the order of the text.
using ordered_json = nlohmann::ordered_json;

Document harbour() {
  Document doc = make_document("Håkon Lie said the quay “🚢 sank”.\n\nNobody agreed.");
  attribute(
      doc,
      {.source = {"Håkon Lie"}, .cue = {"said"}, .content = {"the quay", "“🚢 sank”"}, .form = Form::mixed});
  return doc;
}

TEST(Json, CountsCodePoints) {
  const Document doc = harbour();
  const json parsed = json::parse(to_json(doc));
  EXPECT_EQ(parsed["text"], doc.text);
  const json& a = parsed["attributions"][0];
  EXPECT_EQ(a["source"]["spans"], json::parse("[[0, 9]]"));
  EXPECT_EQ(a["content"]["spans"], json::parse("[[15, 23], [24, 32]]"));
  EXPECT_EQ(parsed["blocks"][1], json::parse(R"({"kind": "paragraph", "span": [35, 49]})"));
  EXPECT_EQ(parsed["sentences"].size(), 1u);
}

TEST(Json, KeepsTheOrderOfKeys) {
  Document doc = harbour();
  doc.metadata = {.id = "a",
                  .file = "f",
                  .url = "u",
                  .title = "t",
                  .publisher = "p",
                  .byline = "b",
                  .published = "2024-03-06",
                  .modified = "2024-03-07",
                  .language = "en",
                  .language_given = true,
                  .status = ArticleStatus::corrected,
                  .version = 2};
  std::vector<std::string> keys;
  const ordered_json parsed = ordered_json::parse(to_json(doc));
  for (const auto& field : parsed.items()) keys.push_back(field.key());
  EXPECT_EQ(keys, (std::vector<std::string>{"schema",   "id",        "file",           "url",
                                            "title",    "publisher", "byline",         "published",
                                            "modified", "language",  "language_given", "status",
                                            "version",  "text",      "blocks",         "sentences",
                                            "entities", "times",     "events",         "attributions"}));
  const std::string attribution = parsed["attributions"][0].dump();
  EXPECT_EQ(attribution, R"({"id":"a1","source":{"spans":[[0,9]]},"cue":{"spans":[[10,14]],"lemma":"say"},)"
                         R"("content":{"spans":[[15,23],[24,32]]},"form":"mixed","act":"assert",)"
                         R"("negated":false,"parent":null,"confidence":0.88})");
}

TEST(Json, SaysWhenThingsWereSaidAndHappened) {
  Document doc = harbour();
  doc.entities = {{.name = "Holm", .aliases = {}, .kind = EntityKind::person}};
  doc.times = {{{15, 23}, TimeType::time, "2024-03-06T21:52"}};
  doc.events = {{.span = {10, 14}, .clause = {{0, 9}, {10, 14}}, .time = 0, .participants = {0}}};
  doc.statement_times = {0};
  const ordered_json parsed = ordered_json::parse(to_json(doc));
  EXPECT_EQ(parsed["attributions"][0]["when"], "2024-03-06");
  EXPECT_EQ(parsed["events"].dump(), R"([{"id":"v1","span":[9,13],"when":"2024-03-06T21:52","entity":null,)"
                                     R"("participants":["e1"],"clause":{"spans":[[0,8],[9,13]]}}])");
  doc.statement_times = {kNone};
  EXPECT_TRUE(ordered_json::parse(to_json(doc))["attributions"][0]["when"].is_null());
}

TEST(Json, SaysWherePlacesAre) {
  Document doc = harbour();
  const Place town{.name = "Sorrel",
                   .country = "NZ",
                   .is_town = true,
                   .latitude = -412865,
                   .longitude = 7,
                   .population = 9};
  doc.entities = {{.name = "Sorrel", .aliases = {}, .kind = EntityKind::place, .place = town},
                  {.name = "N.Z.",
                   .aliases = {},
                   .kind = EntityKind::place,
                   .place = Place{.name = "New Zealand", .country = "NZ"}}};
  const ordered_json parsed = ordered_json::parse(to_json(doc));
  EXPECT_EQ(parsed["entities"][0]["place"].dump(),
            R"({"name":"Sorrel","country":"NZ","latitude":-41.2865,"longitude":0.0007,"population":9})");
  EXPECT_EQ(parsed["entities"][1]["place"].dump(), R"({"name":"New Zealand","country":"NZ"})");
}

TEST(Json, NamesActNegationAndParent) {
  Document doc = harbour();
  doc.attributions.push_back(doc.attributions[0]);
  doc.attributions[1].act = Act::claim_responsibility;
  doc.attributions[1].negated = true;
  doc.attributions[1].parent = 0;
  const json a = json::parse(to_json(doc))["attributions"][1];
  EXPECT_EQ(a["act"], "claim_responsibility");
  EXPECT_EQ(a["negated"], true);
  EXPECT_EQ(a["parent"], "a1");
}

TEST(Json, PrintsEntitiesWithTheirMentions) {
  Document doc = harbour();
  doc.entities = {{.name = "Håkon Lie", .aliases = {"Lie"}, .kind = EntityKind::person}};
  doc.entities[0].roles = {"harbour master"};
  doc.entities.push_back({.name = "two pilots", .aliases = {}, .kind = EntityKind::group, .named = false});
  doc.entities[0].member_of = {1};
  doc.entities[1].count = 2;
  doc.mentions = {{.span = {0, 10}, .entity = 0, .form = MentionForm::name}};
  const json parsed = json::parse(to_json(doc));
  EXPECT_EQ(parsed["entities"],
            json::parse(R"([{"id": "e1", "name": "Håkon Lie", "kind": "person", "named": true,
                                "aliases": ["Lie"], "roles": ["harbour master"], "member_of": ["e2"],
                                "mentions": [{"span": [0, 9], "form": "name"}]},
                               {"id": "e2", "name": "two pilots", "kind": "group", "named": false, "aliases": [],
                                "roles": [], "member_of": [], "count": 2, "mentions": []}])"));
}

TEST(Json, LeavesOutWhatIsNotKnown) {
  const json parsed = json::parse(to_json(make_document("Nothing.")));
  EXPECT_FALSE(parsed.contains("title"));
  EXPECT_EQ(parsed["attributions"], json::array());
  EXPECT_EQ(parsed["id"], content_id("Nothing."));
}

TEST(Json, EscapesWhatMustBe) {
  std::string all;
  for (char c = 1; c > 0; ++c) all += c;
  all += "\u2028é€🚢";
  std::string out;
  append_json_string(all, out);
  EXPECT_EQ(json::parse(out), all);
  out.clear();
  append_json_string("a\"\\\n\x01", out);
  EXPECT_EQ(out, R"("a\"\\\n\u0001")");
}

TEST(Json, WritesProbabilitiesWithTwoDecimals) {
  const auto written = [](float value) {
    std::string out;
    append_json_probability(value, out);
    return out;
  };
  EXPECT_EQ(written(0), "0.00");
  EXPECT_EQ(written(0.055f), "0.06");
  EXPECT_EQ(written(0.994f), "0.99");
  EXPECT_EQ(written(0.999f), "1.00");
  EXPECT_EQ(written(1), "1.00");
}

TEST(Json, PutsAnErrorInADocumentsPlace) {
  const json parsed = json::parse(to_json("a7", Error{ErrorCode::not_found, "no \"file\""}));
  EXPECT_EQ(parsed, json::parse(R"({"schema": 1, "id": "a7",
                                    "error": {"code": "not_found", "message": "no \"file\""}})"));
}

TEST(ContentId, NeverChanges) {
  EXPECT_EQ(content_id(""), "99aa06d3014798d86001c324468d497f");
  EXPECT_NE(content_id("a"), content_id("b"));
}

}  // namespace
}  // namespace hearsay
