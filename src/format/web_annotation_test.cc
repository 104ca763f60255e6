#include "format/web_annotation.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "document/utf8.h"
#include "format/test_document.h"

namespace hearsay {
namespace {

using nlohmann::json;

std::vector<json> lines_of(const std::string& text) {
  std::vector<json> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(json::parse(line));
  return lines;
}

std::string code_points(std::string_view text, std::size_t begin, std::size_t end) {
  std::string out;
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) {
    const std::uint32_t length = decode_utf8(text, i).length;
    if (count >= begin && count < end) out += text.substr(i, length);
    i += length;
  }
  return out;
}

Document split_quote() {
  Document doc =
      make_document("𝄞 “Nobody asked us,” Zoë Strand said, “and nobody — nobody at all — will.” End.");
  doc.metadata.id = "a1";
  attribute(doc, {{"Zoë Strand"},
                  {"said"},
                  {"“Nobody asked us,”", "“and nobody — nobody at all — will.”"},
                  Form::direct});
  doc.entities = {{.name = "Zoë Strand"}};
  doc.source_entities = {0};
  return doc;
}

TEST(WebAnnotation, SelectorsSelectTheWords) {
  const Document doc = split_quote();
  const json annotation = lines_of(web_annotations(doc, {{"E1", "Zoë Strand"}}, {})).at(0);
  ASSERT_EQ(annotation["target"].size(), 2u);
  for (std::size_t i = 0; i < 2; ++i) {
    const json& target = annotation["target"][i];
    EXPECT_EQ(target["source"], "urn:hearsay:article:a1");
    const json &position = target["selector"][0], &quote = target["selector"][1];
    EXPECT_EQ(position["type"], "TextPositionSelector");
    EXPECT_EQ(quote["type"], "TextQuoteSelector");
    const std::string exact = quote["exact"];
    EXPECT_EQ(exact, doc.at(doc.attributions[0].content[i]));
    EXPECT_EQ(code_points(doc.text, position["start"], position["end"]), exact);
    const std::string around =
        quote["prefix"].get<std::string>() + exact + quote["suffix"].get<std::string>();
    EXPECT_NE(doc.text.find(around), std::string::npos);
  }
}

TEST(WebAnnotation, BodiesSayWhoWhatAndToWhom) {
  const RelationRecord relation{.type = "disputes", .why = "says no", .from = {"a1", 0}, .to = {"b 2", 4}};
  const json annotation = lines_of(web_annotations(split_quote(), {{"E1", "Zoë Strand"}}, {relation})).at(0);
  EXPECT_EQ(annotation["id"], "urn:hearsay:statement:a1/a1");
  EXPECT_EQ(annotation["type"], "Annotation");
  std::map<std::string, std::string> bodies;
  for (const json& body : annotation["body"]) {
    const std::string value = body.contains("value") ? body["value"] : body["source"];
    bodies[body["purpose"].get<std::string>() + " " + body["type"].get<std::string>()] += value + "|";
  }
  EXPECT_EQ(bodies["identifying SpecificResource"], "urn:hearsay:entity:E1|");
  EXPECT_EQ(bodies["classifying TextualBody"], "assert|direct|");
  EXPECT_EQ(bodies["linking SpecificResource"], "urn:hearsay:statement:b%202/a5|");
  EXPECT_EQ(bodies["commenting TextualBody"], "disputes: says no|");
}

TEST(WebAnnotation, ASourceThatIsNotKnownIsItsWords) {
  Document doc = split_quote();
  doc.source_entities.clear();
  doc.metadata.url = "https://a.example/1";
  const json annotation = lines_of(web_annotations(doc, {}, {})).at(0);
  EXPECT_EQ(annotation["body"][0]["value"], "Zoë Strand");
  EXPECT_EQ(annotation["target"][0]["source"], "https://a.example/1");
}

}  // namespace
}  // namespace hearsay
