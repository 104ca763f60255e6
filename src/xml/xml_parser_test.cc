#include "xml/xml_parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hearsay {
namespace {

using ::testing::HasSubstr;

// Writes down what it is told.
class Told : public XmlReceiver {
 public:
  void begin(std::string_view name, const XmlAttributes& attributes) override {
    words += "<" + std::string(name);
    attributes.for_each([&](const XmlAttributes::Attribute& a) {
      words += " " + std::string(a.name) + "=" + std::string(a.value);
    });
    words += ">";
  }
  void end(std::string_view) override { words += ">"; }
  void text(std::string_view bytes) override { words += bytes; }
  void reference(std::string_view name) override { words += "&" + std::string(name); }
  bool wants_more() const override { return words.find(enough) == std::string::npos; }
  std::string problem() const override { return words.find("<bad>") == std::string::npos ? "" : "found bad"; }

  std::string words, enough = "<stop>";
};

std::string error_of(std::string_view bytes, const char* encoding = nullptr) {
  Told told;
  const Result<bool> parsed = XmlParser(told, encoding).parse(bytes, true);
  return parsed ? "" : parsed.error().message;
}

TEST(XmlParser, TellsWhatThereIs) {
  Told told;
  XmlParser parser(told);
  ASSERT_TRUE(parser.parse("<a:b c='1' d:c='2'>x&nb", false));
  EXPECT_TRUE(*parser.parse("sp;&amp;y</a:b>", true));
  EXPECT_EQ(told.words, "<a:b c=1 d:c=2>x&nbsp&y>");
}

TEST(XmlParser, AttributesAreFoundByName) {
  const char* pairs[] = {"x:Lang", "no", "lang", "en", "LANG", "de", nullptr};
  const XmlAttributes attributes(pairs);
  EXPECT_EQ(attributes.find("Lang"), "en");
  EXPECT_EQ(attributes.find("x:lang"), "no");
  EXPECT_EQ(attributes.find_local("Lang"), "no");
  EXPECT_EQ(attributes.find_local("title"), "");
  EXPECT_EQ(local_name("a:b"), "b");
  EXPECT_EQ(local_name("b"), "b");
}

TEST(XmlParser, FaultsHaveAPlace) {
  Told told;
  XmlParser parser(told);
  const Result<bool> parsed = parser.parse("<a>\n\n<b></c></a>", true);
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().message, "expected XML, found: mismatched tag");
  EXPECT_EQ(parser.line(), 3u);
  EXPECT_EQ(parser.position(), 10u);
  EXPECT_FALSE(parser.is_at_next_document());
}

TEST(XmlParser, TheReceiverMayEndIt) {
  Told told;
  EXPECT_FALSE(*XmlParser(told).parse("<a><stop/>x<b/></a>", true));
  EXPECT_EQ(told.words, "<a><stop>");
  EXPECT_EQ(error_of("<a><bad/></a>"), "found bad");
}

TEST(XmlParser, WhatAttacksUseIsRefused) {
  EXPECT_EQ(error_of("<!DOCTYPE a [<!ENTITY x 'y'>]><a/>"),
            "expected no entities but those of XML and HTML, found a declaration of 'x'");
  std::string deep;
  for (int i = 0; i < 257; ++i) deep += "<a>";
  EXPECT_THAT(error_of(deep), HasSubstr("at most 256 deep"));
}

TEST(XmlParser, ReadsTheEncodingsOfPages) {
  Told told;
  EXPECT_TRUE(XmlParser(told).parse("<?xml version='1.0' encoding='windows-1252'?><a>\x80</a>", true));
  EXPECT_EQ(told.words, "<a>€>");
  EXPECT_NE(error_of("<?xml version='1.0' encoding='none'?><a/>"), "");
  EXPECT_EQ(error_of("<?xml version='1.0' encoding='none'?><a/>", "UTF-8"), "");
}

}  // namespace
}  // namespace hearsay
