#include "archives/newsml_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace hearsay {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::vector<Article> read(const std::string& bytes) {
  std::istringstream file(bytes);
  Decompressor in(*file.rdbuf());
  NewsmlReader reader(in);
  std::vector<Article> all;
  while (std::optional<Article> article = reader.next()) all.push_back(*std::move(article));
  return all;
}

std::string item(const std::string& guid, const std::string& meta, const std::string& content) {
  return "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='" + guid +
         "' version='3' xml:lang='en-GB'><itemMeta>" +
         "<itemClass qcode='ninat:text'/><provider qcode='p:nw'><name>Northwire</name></provider>"
         "<versionCreated>2024-03-07T08:00:00Z</versionCreated><firstCreated>2024-03-06T08:00:00Z</"
         "firstCreated>" +
         meta +
         "</itemMeta><contentMeta><by>Ada <b>M.</b> Roe</by><headline>Bridge &amp; "
         "tunnel</headline></contentMeta><contentSet>" +
         content + "</contentSet></newsItem>";
}

const std::string kNitf =
    "<inlineXML "
    "contenttype='application/nitf+xml'><nitf><head><title>hidden</title></head><body><body.head><hedline>"
    "<hl1>hidden</hl1></hedline><dateline>PORT ANSEL</dateline></body.head><body.content><p>Holm said "
    "&lt;no&gt;.</p><hl2>Later</hl2>"
    "<media><media-caption>A bridge</media-caption></media></body.content></body></nitf></inlineXML>";

TEST(NewsmlReader, OneItem) {
  const std::vector<Article> all =
      read("<?xml version='1.0'?>" + item("urn:1", "<pubStatus qcode='stat:usable'/>", kNitf));
  ASSERT_EQ(all.size(), 1u);
  const Metadata& m = all[0].doc.metadata;
  EXPECT_EQ(m.id, "urn:1");
  EXPECT_EQ(m.title, "Bridge & tunnel");
  EXPECT_EQ(m.byline, "Ada M. Roe");
  EXPECT_EQ(m.publisher, "Northwire");
  EXPECT_EQ(m.published, "2024-03-06T08:00:00Z");
  EXPECT_EQ(m.language, "en-GB");
  ASSERT_TRUE(all[0].page);
  EXPECT_THAT(all[0].page->bytes,
              HasSubstr("<p>Holm said &lt;no>.</p><h2>Later</h2><figure><figcaption>A bridge"));
  EXPECT_THAT(all[0].page->bytes, HasSubstr("<h1>Bridge &amp; tunnel</h1>"));
  EXPECT_THAT(all[0].page->bytes, Not(HasSubstr("hidden")));
}

TEST(NewsmlReader, MessagesAndOtherItems) {
  const std::string bytes =
      "<newsMessage xmlns='x'><header/><itemSet>" +
      item("urn:1", "<signal qcode='sig:correction'/>",
           "<inlineData contenttype='text/plain'>Holm said no.</inlineData>") +
      "<packageItem guid='urn:p'><groupSet/></packageItem>" +
      item("urn:2", "", "<remoteContent href='a.jpg'/>") +
      item("urn:3", "<pubStatus qcode='stat:canceled'/><edNote>Never said.</edNote>", "") +
      "</itemSet></newsMessage>";
  const std::vector<Article> all = read(bytes);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].doc.text, "Bridge & tunnel\n\nHolm said no.");
  EXPECT_EQ(all[0].doc.metadata.status, ArticleStatus::corrected);
  EXPECT_EQ(all[0].doc.metadata.version, 3u);
  EXPECT_EQ(all[1].doc.text, "Bridge & tunnel\n\nNever said.");
  EXPECT_EQ(all[1].doc.metadata.status, ArticleStatus::canceled);
}

TEST(NewsmlReader, NitfThatKillsAnother) {
  const std::vector<Article> all = read(
      "<nitf><head><docdata management-doc-idref='n1' management-idref-status='canceled'><doc-id "
      "id-string='n9'/><du-key version='4'/><ed-msg info='Never said.'/></docdata></head><body><body.head>"
      "<hedline><hl1>KILL Bridge</hl1></hedline></body.head><body.content><p>Kill n1.</p></body.content>"
      "</body></nitf><?xml version='1.0'?><nitf><head><docdata management-status='usable'><correction "
      "info='x'/><doc-id id-string='n2'/></docdata></head><body><body.content><p>Holm said no.</p>"
      "</body.content></body></nitf>");
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].doc.metadata.id, "n1");
  EXPECT_EQ(all[0].doc.metadata.status, ArticleStatus::canceled);
  EXPECT_EQ(all[0].doc.metadata.version, 4u);
  EXPECT_EQ(all[0].doc.text, "KILL Bridge\n\nNever said.");
  EXPECT_EQ(all[1].doc.metadata.status, ArticleStatus::corrected);
  EXPECT_TRUE(all[1].page);
}

TEST(NewsmlReader, NitfAlone) {
  const std::vector<Article> all = read(
      "<?xml version='1.0' encoding='windows-1252'?><!DOCTYPE nitf SYSTEM "
      "'nitf.dtd'><nitf><head><docdata><doc-id id-string='n1'/>"
      "<date.issue norm='20240306T091500Z'/></docdata></head><body><body.head><hedline><hl1>Br\xFC"
      "cke</hl1></hedline>"
      "<byline>Ada Roe</byline></body.head><body.content><p>Holm&nbsp;said "
      "no.</p></body.content></body></nitf>");
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].doc.metadata.id, "n1");
  EXPECT_EQ(all[0].doc.metadata.title, "Brücke");
  EXPECT_EQ(all[0].doc.metadata.byline, "Ada Roe");
  EXPECT_EQ(all[0].doc.metadata.published, "2024-03-06T09:15:00Z");
  ASSERT_TRUE(all[0].page);
  EXPECT_THAT(all[0].page->bytes, HasSubstr("<p>Holm&nbsp;said no.</p>"));
}

TEST(NewsmlReader, EntitiesAndDepthAreRefused) {
  const std::string bomb =
      "<?xml version='1.0'?><!DOCTYPE newsItem [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><newsItem "
      "guid='&b;'/>";
  const std::string good = "<?xml version='1.0'?>" + item("urn:1", "", kNitf);
  std::vector<Article> all = read(bomb + "\n" + good);
  ASSERT_EQ(all.size(), 2u);
  ASSERT_TRUE(all[0].error);
  EXPECT_THAT(all[0].error->message,
              HasSubstr("expected no entities but those of XML and HTML, found a declaration of 'a'"));
  EXPECT_EQ(all[1].doc.metadata.id, "urn:1");
  std::string deep = "<newsItem>";
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  all = read(deep + good);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_THAT(all[0].error->message, HasSubstr("at most 256 deep"));
}

TEST(NewsmlReader, BrokenDocumentsCostThemselves) {
  const std::string good = "<?xml version='1.0'?>" + item("urn:1", "", kNitf);
  std::vector<Article> all =
      read(good + "\n" + good + "<?xml version='1.0'?><newsItem><a></b></newsItem>" + good);
  ASSERT_EQ(all.size(), 4u);
  ASSERT_TRUE(all[2].error);
  EXPECT_EQ(all[2].error->message, "expected XML, found: mismatched tag");
  all = read(good.substr(0, good.size() - 5));
  ASSERT_EQ(all.size(), 1u);
  EXPECT_TRUE(all[0].error);
}

}  // namespace
}  // namespace hearsay
