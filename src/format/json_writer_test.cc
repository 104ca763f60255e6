#include "format/json_writer.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "format/content_id.h"
#include "format/paragraphs.h"
#include "hearsay/format.h"

namespace hearsay {
namespace {

std::string json_string(std::string_view value) {
  std::string out;
  append_json_string(value, out);
  return out;
}

std::string json_probability(float value) {
  std::string out;
  append_json_probability(value, out);
  return out;
}

TEST(JsonWriter, EveryStringReadsBackAsItWas) {
  std::string all;
  for (int c = 0; c < 0x80; ++c) {
    const std::string one(1, static_cast<char>(c));
    EXPECT_EQ(nlohmann::json::parse(json_string(one)).get<std::string>(), one) << c;
    all += one + "\u00e9\u2028\U0001F600";
  }
  EXPECT_EQ(nlohmann::json::parse(json_string(all)).get<std::string>(), all);
  EXPECT_EQ(json_string(""), "\"\"");
  EXPECT_EQ(json_string("\x01\x1f\x7f"), "\"\\u0001\\u001f\x7f\"");
  EXPECT_EQ(json_string("a\"b\\c/d\b\f\n\r\t"), R"("a\"b\\c/d\b\f\n\r\t")");
}

TEST(JsonWriter, NumbersAreDecimal) {
  std::string out;
  append_json_number(0, out);
  out += ' ';
  append_json_number(4294967295u, out);
  EXPECT_EQ(out, "0 4294967295");
}

TEST(JsonWriter, ProbabilitiesHaveTwoDecimalsAndStayInRange) {
  EXPECT_EQ(nlohmann::json::parse(json_probability(0.0f)).get<double>(), 0.0);
  EXPECT_EQ(nlohmann::json::parse(json_probability(1.0f)).get<double>(), 1.0);
  for (int i = 0; i <= 1000; ++i) {
    const float value = static_cast<float>(i) / 1000;
    const std::string printed = json_probability(value);
    const double read = nlohmann::json::parse(printed).get<double>();
    EXPECT_NEAR(read, value, 0.00501) << printed;
    EXPECT_TRUE(read >= 0 && read <= 1) << printed;
    EXPECT_LE(printed.size(), 4u) << printed;
  }
  EXPECT_EQ(json_probability(0.125f), "0.13") << "half is rounded up";
  EXPECT_EQ(nlohmann::json::parse(json_probability(0.999f)).get<double>(), 1.0);
}

// Ids are kept by those who read our output.
TEST(ContentId, NeverChanges) {
  EXPECT_EQ(content_id(""), "99aa06d3014798d86001c324468d497f");
  EXPECT_EQ(content_id("a").size(), 32u);
  EXPECT_NE(content_id("a"), content_id("b"));
  EXPECT_NE(content_id("a"), content_id("a\n"));
}

TEST(Json, AnErrorIsARecordOfItsOwn) {
  const auto record = nlohmann::json::parse(
      to_json("a\"1", Error{ErrorCode::invalid_input, "x.jsonl:3: expected JSON, found '\x01'"}));
  EXPECT_EQ(record["schema"], 1);
  EXPECT_EQ(record["id"], "a\"1");
  EXPECT_EQ(record["error"]["code"], "invalid_input");
  EXPECT_EQ(record["error"]["message"], "x.jsonl:3: expected JSON, found '\x01'");
  EXPECT_FALSE(record.contains("text"));
}

TEST(Json, AnEmptyDocumentIsWhole) {
  const auto record = nlohmann::json::parse(to_json(Document{}));
  EXPECT_EQ(record["text"], "");
  for (const char* list : {"blocks", "sentences", "attributions"}) {
    EXPECT_TRUE(record[list].is_array() && record[list].empty()) << list;
  }
  EXPECT_EQ(to_json(Document{}).find('\n'), std::string::npos) << "one line a document";
}

TEST(Paragraphs, AreCountedFromOne) {
  Document doc;
  doc.text = "  One.\n\nTwo.  ";
  doc.blocks = {{.span = {2, 6}}, {.span = {8, 12}}};
  EXPECT_EQ(paragraph_number(doc, 0), 0u) << "before the first";
  EXPECT_EQ(paragraph_number(doc, 2), 1u);
  EXPECT_EQ(paragraph_number(doc, 7), 1u) << "between two, the one before";
  EXPECT_EQ(paragraph_number(doc, 8), 2u);
  EXPECT_EQ(paragraph_number(doc, 14), 2u);
  EXPECT_EQ(paragraph_number(Document{}, 0), 0u);
}

}  // namespace
}  // namespace hearsay
