#include "fetch/robots.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

using std::chrono::milliseconds;

bool may(std::string_view robots, std::string_view path) {
  return allows(parse_robots(robots, "Hearsay"), path);
}

TEST(Robots, WithoutRulesAllIsAllowed) {
  EXPECT_TRUE(may("", "/"));
  EXPECT_TRUE(may("User-agent: *\nDisallow:\n", "/a"));
  EXPECT_TRUE(may("Disallow: /\n", "/a"));  // of no group
  EXPECT_TRUE(may("<html>not found</html>", "/a"));
}

TEST(Robots, TakesTheGroupThatNamesUs) {
  const std::string_view robots =
      "# all\nUser-agent: *\nDisallow: /\n\nUSER-AGENT: other\nuser-agent: hearsay/2.0\nDisallow: /private # "
      "not this\n"
      "Sitemap: https://a.test/s\nUser-Agent: third\nDisallow: /news\n";
  EXPECT_TRUE(may(robots, "/news"));
  EXPECT_FALSE(may(robots, "/private/1"));
  EXPECT_FALSE(allows(parse_robots(robots, "Nobody"), "/news"));
  EXPECT_FALSE(allows(parse_robots(robots, "Third"), "/news"));
  // "Hearsaying" is another one.
  EXPECT_TRUE(may("User-agent: Hearsaying\nDisallow: /", "/a"));
}

TEST(Robots, GroupsOfOneNameAreOne) {
  const std::string_view robots =
      "User-agent: Hearsay\nDisallow: /a\nUser-agent: x\nDisallow: /c\nUser-agent: Hearsay\nDisallow: /b";
  EXPECT_FALSE(may(robots, "/a"));
  EXPECT_FALSE(may(robots, "/b"));
  EXPECT_TRUE(may(robots, "/c"));
}

TEST(Robots, TheLongestPatternDecides) {
  const std::string_view robots =
      "User-agent: *\rDisallow: /news\r\nAllow: /news/open\nDisallow: /news/open/not\nAllow: /x\nDisallow: "
      "/x";
  EXPECT_FALSE(may(robots, "/news/1"));
  EXPECT_TRUE(may(robots, "/news/open/1"));
  EXPECT_FALSE(may(robots, "/news/open/not"));
  EXPECT_TRUE(may(robots, "/x"));
  EXPECT_TRUE(may(robots, "/News"));
}

TEST(Robots, KnowsStarsAndEnds) {
  const std::string_view robots =
      "User-agent: *\nDisallow: /*.pdf$\nDisallow: /a*b*c\nDisallow: /end$\nDisallow: *print";
  EXPECT_FALSE(may(robots, "/x/y.pdf"));
  EXPECT_TRUE(may(robots, "/x/y.pdf?z"));
  EXPECT_FALSE(may(robots, "/axxbxxcxx"));
  EXPECT_TRUE(may(robots, "/axxcxxb"));
  EXPECT_FALSE(may(robots, "/end"));
  EXPECT_TRUE(may(robots, "/ending"));
  EXPECT_FALSE(may(robots, "/1/print"));
}

TEST(Robots, SpellingsOfAPathAreOne) {
  EXPECT_FALSE(may("User-agent: *\nDisallow: /caf\xC3\xA9", "/caf%c3%a9/1"));
  EXPECT_FALSE(may("User-agent: *\nDisallow: /%7ejoe", "/~joe"));
  EXPECT_TRUE(may("User-agent: *\nDisallow: /a%2Fb", "/a/b"));
  EXPECT_EQ(canonical_path("/%"), "/%25");
  EXPECT_EQ(canonical_path("/%4%44"), "/%254D");
  EXPECT_EQ(canonical_path("/%41"), "/A");
}

TEST(Robots, HonoursCrawlDelayWithinBounds) {
  const auto delay = [](std::string_view value) {
    return parse_robots("User-agent: *\nCrawl-delay: " + std::string(value), "Hearsay").crawl_delay;
  };
  EXPECT_EQ(delay("2.5"), milliseconds(2500));
  EXPECT_EQ(delay("86400"), milliseconds(60'000));
  for (const char* bad : {"", "-1", "soon", "nan", "0"}) EXPECT_EQ(delay(bad), milliseconds(0)) << bad;
}

TEST(Robots, ReadsNoMoreThanItsLimit) {
  const std::string robots = "User-agent: *\n" + std::string(kMostRobotsBytes, '#') + "\nDisallow: /";
  EXPECT_TRUE(may(robots, "/"));
  EXPECT_TRUE(may("User-agent: *\nDisallow: /", "/robots.txt"));
}

}  // namespace
}  // namespace hearsay
