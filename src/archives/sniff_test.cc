#include "archives/sniff.h"

#include <gtest/gtest.h>

#include <string>

#include "archives/json_keys.h"

namespace hearsay {
namespace {

Format format_of(std::string_view begin, std::string_view path = "x") { return sniff(begin, path).format; }

TEST(Sniff, TextIsWhatIsNothingElse) {
  EXPECT_EQ(format_of("Ada Holm said no.\n"), Format::text);
  EXPECT_EQ(format_of(""), Format::text);
  EXPECT_EQ(format_of("From the ashes of the mill: 3 more houses.\n"), Format::text);
  EXPECT_EQ(format_of("{so it goes} she said"), Format::text);
  EXPECT_EQ(format_of("[Applause] HOLM: Thank you."), Format::text);
  EXPECT_EQ(format_of("<3 was all he wrote"), Format::text);
  EXPECT_EQ(format_of("# A heading\n\nHolm said no.\n"), Format::text);
  EXPECT_EQ(format_of("Headline: bridge\nByline: Ada\nDate: May\n\nText"), Format::text);
}

TEST(Sniff, Markup) {
  EXPECT_EQ(format_of("<!DOCTYPE html><html>"), Format::html);
  EXPECT_EQ(format_of("\xEF\xBB\xBF\n<!-- saved -->\n<HTML lang=en>"), Format::html);
  EXPECT_EQ(format_of("<p>Holm said no."), Format::html);
  EXPECT_EQ(format_of(std::string_view("\xFF\xFE<\0h\0t\0m\0l\0>\0", 14)), Format::html);
  EXPECT_EQ(format_of("Holm said no.", "saved.html.gz"), Format::html);
  EXPECT_EQ(format_of("<?xml version='1.0'?><newsItem xmlns='x'/>"), Format::newsml);
  EXPECT_EQ(format_of("<nar:newsMessage xmlns:nar='x'>"), Format::newsml);
  EXPECT_EQ(format_of("<!DOCTYPE nitf SYSTEM 'nitf-3-6.dtd'><nitf>"), Format::newsml);
  EXPECT_EQ(format_of("<?xml version='1.0'?>\n<!-- a feed --><rss version='2.0'>"), Format::feed);
  EXPECT_EQ(format_of("<feed xmlns='http://www.w3.org/2005/Atom'>"), Format::feed);
  EXPECT_EQ(format_of("<opml version='2.0'>"), Format::feed);
  EXPECT_EQ(sniff("<urlset xmlns='x'>", "x").name, "a site map");
}

TEST(Sniff, Json) {
  EXPECT_EQ(format_of(R"({"id": "a", "text": "x"})"), Format::jsonl);
  EXPECT_EQ(format_of(R"({"headline": "a", "pubstatus": "usable", "html": "x"})"), Format::jsonl);
  EXPECT_EQ(format_of("{\n  \"uri\": \"urn:x\",\n  \"body_text\": \"cut sho"), Format::ninjs);
  EXPECT_EQ(format_of(R"([{"uri": "urn:x", "pubstatus": "canceled"}])"), Format::ninjs);
  EXPECT_EQ(format_of(R"({"version": "https://jsonfeed.org/version/1.1", "items": []})"), Format::feed);
  EXPECT_EQ(format_of("broken", "x.jsonl"), Format::jsonl);
}

TEST(Sniff, OtherFormats) {
  EXPECT_EQ(format_of("WARC/1.0\r\nWARC-Type: warcinfo\r\n"), Format::warc);
  EXPECT_EQ(format_of("From ada@example.com Mon Mar  4 09:00:00 2024\nSubject: x\n"), Format::mbox);
  EXPECT_EQ(format_of("Return-Path: <a@example.com>\nDate: x\nSubject: y\n z\n\nBody"), Format::mbox);
  EXPECT_EQ(format_of("# sent_id = 1\n# text = Yes\n1\tYes\t_"), Format::conllu);
  EXPECT_EQ(format_of("1\tYes\t_\t_\t_\t_\t_\t_\t_\t_\n"), Format::conllu);
  EXPECT_EQ(sniff("%PDF-1.7\n", "x.html").name, "a PDF");
  EXPECT_EQ(format_of("PK\x03\x04zzzz"), Format::other);
}

TEST(Sniff, DoesNotWaitForMoreThanItNeeds) {
  EXPECT_TRUE(is_enough_to_sniff("Holm said no.\n"));
  EXPECT_TRUE(is_enough_to_sniff("{\"text\": \"x\"}\n"));
  EXPECT_FALSE(is_enough_to_sniff("Holm said"));
  EXPECT_FALSE(is_enough_to_sniff("{\n"));
  EXPECT_FALSE(is_enough_to_sniff("<?xml version='1.0'?>\n"));
  EXPECT_FALSE(is_enough_to_sniff("\n\n"));
}

TEST(OuterKeys, AreThoseOfTheFirstObject) {
  EXPECT_EQ(outer_keys(R"({"a": {"b": "}"}, "c\"d": ["e:", {"f": 1}], "g)"),
            (std::vector<std::string>{"a", "c\\\"d"}));
  EXPECT_TRUE(outer_keys("no object").empty());
  EXPECT_EQ(outer_keys(R"([{"a": 1}, {"b": 2}])"), (std::vector<std::string>{"a"}));
}

}  // namespace
}  // namespace hearsay
