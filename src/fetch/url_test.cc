#include "fetch/url.h"

#include <gmock/gmock.h>

namespace hearsay {
namespace {

using ::testing::HasSubstr;

TEST(Url, TakesAnAddressApart) {
  const auto url = parse_url(" HTTPS://ada:secret@Northline.TEST/a b?q=é#part ");
  ASSERT_TRUE(url);
  EXPECT_EQ(url->text, "https://northline.test/a%20b?q=%c3%a9");
  EXPECT_EQ(url->origin, "https://northline.test:443");
  EXPECT_EQ(url->host, "northline.test:443");
  EXPECT_EQ(url->path, "/a%20b?q=%c3%a9");
  EXPECT_EQ(parse_url("http://a.test:8080")->text, "http://a.test:8080/");
  EXPECT_EQ(parse_url("http://a.test:80/")->text, "http://a.test/");
}

TEST(Url, RefusesOtherSchemes) {
  for (const char* text :
       {"", "file:///etc/passwd", "ftp://a.test/", "gopher://a.test/", "javascript:alert(1)", "a.test/x",
        "/x", "http://", "http://a.test:99999/", "http://a\x01.test/", "data:text/html,x"})
    EXPECT_FALSE(parse_url(text)) << text;
  EXPECT_THAT(parse_url("file:///etc/passwd").error().message,
              HasSubstr("found another scheme: 'file:///etc/passwd'"));
  EXPECT_FALSE(parse_url("http://a.test/" + std::string(kMostUrlBytes, 'x')));
}

TEST(Url, ResolvesReferences) {
  const Url base = *parse_url("https://a.test/news/feed?x=1");
  EXPECT_EQ(resolve_url(base, "/1")->text, "https://a.test/1");
  EXPECT_EQ(resolve_url(base, "2?y")->text, "https://a.test/news/2?y");
  EXPECT_EQ(resolve_url(base, "//b.test/3")->text, "https://b.test/3");
  EXPECT_EQ(resolve_url(base, "http://b.test/4#x")->text, "http://b.test/4");
  EXPECT_FALSE(resolve_url(base, "file:///etc/passwd"));
  EXPECT_FALSE(resolve_url(base, "javascript:x"));
}

TEST(Url, KeepsArticlesWithoutWhatCountsReaders) {
  EXPECT_EQ(article_url(*parse_url("https://a.test/1?utm_source=rss&id=7&utm_medium=x&fbclid=9")),
            "https://a.test/1?id=7");
  EXPECT_EQ(article_url(*parse_url("https://a.test/1?utm_source=rss")), "https://a.test/1");
  EXPECT_EQ(article_url(*parse_url("https://a.test/1?a=1&b")), "https://a.test/1?a=1&b");
}

}  // namespace
}  // namespace hearsay
