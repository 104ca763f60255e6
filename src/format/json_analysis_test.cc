#include "format/json_analysis.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "format/test_document.h"
#include "hearsay/format.h"

namespace hearsay {
namespace {

using nlohmann::json;
using testing::HasSubstr;

// Every layer that the line holds, behind letters of two, three and four bytes.
Document everything() {
  Document doc = make_document("Zoë “𝄞” Holm of Lyon denied on Monday that it fell in 2019.\n\nShe left.");
  doc.metadata = {.id = "a1",
                  .url = "https://a.example",
                  .title = "T",
                  .published = "2024-03-06",
                  .modified = "2024-03-07",
                  .language = "en",
                  .language_given = true,
                  .status = ArticleStatus::withheld,
                  .version = 3};
  doc.tokens = {{find_words(doc, "Zoë “𝄞” Holm")}, {find_words(doc, "She left.")}};
  doc.tags.clear();
  doc.sentences = {{0, 1}, {1, 2}};
  doc.strings = {"deny"};
  doc.entities = {{.name = "Zoë Holm",
                   .aliases = {"Holm"},
                   .kind = EntityKind::person,
                   .roles = {"mayor"},
                   .member_of = {1},
                   .count = 2},
                  {.name = "Lyon", .kind = EntityKind::place}};
  doc.entities[1].place = Place{"Lyon", "FR", true, 457'485, -48'467, 522'228};
  doc.mentions = {{find_words(doc, "Holm of Lyon"), 0, MentionForm::nominal},
                  {find_words(doc, "Holm"), 0, MentionForm::name},
                  {find_words(doc, "Lyon"), 1, MentionForm::name}};
  doc.times = {{find_words(doc, "Monday"), TimeType::date, "2024-03-04T09:00"},
               {find_words(doc, "2019"), TimeType::date, "2019"}};
  attribute(doc, {{"Holm"}, {"denied"}, {"that it fell in 2019"}});
  doc.attributions[0].cue_lemma = 0;
  doc.attributions[0].act = Act::deny;
  doc.attributions[0].confidence = 0.88F;
  doc.source_entities = {0};
  doc.statement_times = {0};
  doc.events = {{.span = find_words(doc, "fell"), .clause = {find_words(doc, "it fell")}, .time = 1}};
  doc.events[0].participants = {0, 1};
  return doc;
}

TEST(JsonAnalysis, ComesBackAsItWasPrinted) {
  const std::string line = to_json(everything());
  const Result<Document> doc = parse_analysis(line);
  ASSERT_TRUE(doc) << doc.error().message;
  EXPECT_EQ(to_json(*doc), line);
  EXPECT_EQ(doc->mentions, everything().mentions);
  EXPECT_EQ(doc->attributions, everything().attributions);
  EXPECT_EQ(doc->entities, everything().entities);
  EXPECT_EQ(doc->events, everything().events);
  EXPECT_EQ(doc->statement_times, everything().statement_times);
}

TEST(JsonAnalysis, AnEmptyDocument) {
  const std::string line = to_json(Document{});
  const Result<Document> doc = parse_analysis(line);
  ASSERT_TRUE(doc) << doc.error().message;
  EXPECT_EQ(to_json(*doc), line);
}

TEST(JsonAnalysis, SaysWhatIsWrong) {
  for (const auto& [bytes, wanted] : {std::pair("{", "expected JSON"),
                                      {"[]", "an object"},
                                      {"{}", "'text'"},
                                      {"{\"text\": 1}", "'text'"}}) {
    const Result<Document> doc = parse_analysis(bytes);
    ASSERT_FALSE(doc);
    EXPECT_THAT(doc.error().message, HasSubstr(wanted));
  }
}

TEST(JsonAnalysis, SurvivesAnyValueAnywhere) {
  const json good = json::parse(to_json(everything())).flatten();
  for (const auto& [path, value] : good.items()) {
    for (const json& other : {json(nullptr), json(-1), json(4294967296), json(1e300), json("a0"), json("e99"),
                              json("v1x"), json::array(), json::object(), json(true)}) {
      json changed = json::parse(to_json(everything()));
      changed[json::json_pointer(path)] = other;
      const Result<Document> doc = parse_analysis(changed.dump());
      EXPECT_TRUE(!doc || find_violation(*doc).empty()) << path << other;
    }
    json missing = json::parse(to_json(everything()));
    const json::json_pointer at(path);
    if (missing[at.parent_pointer()].is_object()) missing[at.parent_pointer()].erase(at.back());
    const Result<Document> doc = parse_analysis(missing.dump());
    EXPECT_TRUE(!doc || find_violation(*doc).empty()) << path;
  }
}

}  // namespace
}  // namespace hearsay
