#include "pages/article_blocks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

namespace hearsay {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kProse =
    "<p>The bridge at Port Ansel was closed on Monday, said Ada Holm, the harbour's engineer, after a windy "
    "night.</p>"
    "<p>Nobody was hurt, she told reporters at the quay, where two ferries waited for the water to fall at "
    "noon.</p>"
    "<p>Inspectors will look at the cables on Tuesday, and the council meets in the evening to hear what "
    "they found.</p>";

std::string story(std::string_view more, std::string_view around = "") {
  return "<body><nav><a href=/>Home</a></nav><main><article><h1>Bridge closed</h1>" + std::string(kProse) +
         std::string(more) + "</article></main>" + std::string(around) + "</body>";
}

// The texts of each kind, in order; furniture among them.
std::map<BlockKind, std::vector<std::string>> read(std::string markup, std::string_view body = "") {
  const Result<HtmlTree> tree = HtmlTree::parse(std::move(markup));
  EXPECT_TRUE(tree);
  const std::vector<PageBlock> blocks = find_page_blocks(*tree);
  ArticleClues clues{.title = "Bridge closed", .body = body};
  for (std::uint32_t i = 0; i < tree->size(); ++i) {
    if ((*tree)[i].tag == HtmlTag::h1) clues.title_node = i;
  }
  const std::vector<BlockKind> kinds = find_article(*tree, blocks, clues);
  EXPECT_EQ(kinds.size(), blocks.size());
  std::map<BlockKind, std::vector<std::string>> found;
  for (std::size_t i = 0; i < kinds.size(); ++i) found[kinds[i]].push_back(blocks[i].text);
  return found;
}

TEST(FindArticle, ParagraphsWithoutTheTitle) {
  const auto found = read(story(""));
  EXPECT_EQ(found.at(BlockKind::paragraph).size(), 3U);
  EXPECT_THAT(found.at(BlockKind::furniture), ElementsAre("Home", "Bridge closed"));
}

TEST(FindArticle, KindsByTags) {
  const auto found = read(story(
      "<h2>What comes next</h2><ul><li>Ferries sail every hour.</ul><blockquote>Nobody asked us.</blockquote>"
      "<table><tr><th>Ferries<td>2</table><blockquote class=twitter-tweet>Closed. <a "
      "href=x>pic</a></blockquote>"));
  EXPECT_THAT(found.at(BlockKind::heading), ElementsAre("What comes next"));
  EXPECT_THAT(found.at(BlockKind::list), ElementsAre("Ferries sail every hour."));
  EXPECT_THAT(found.at(BlockKind::quote), ElementsAre("Nobody asked us."));
  EXPECT_THAT(found.at(BlockKind::table), ElementsAre("Ferries", "2"));
  EXPECT_THAT(found.at(BlockKind::embed), ElementsAre("Closed. pic"));
}

TEST(FindArticle, CaptionsAndCredits) {
  const auto found =
      read(story("<figure><img src=a><figcaption>The bridge on Monday</figcaption></figure><div "
                 "class=photo-credit>Eva Strand</div>"
                 "<div class=photo>The quay (Image: Northline)</div><p>(Reporting by Eva Strand)</p><p "
                 "class=byline>By Eva Strand</p>"
                 "<span class=timestamp></span><div class=publish-date>14 June 2025</div>"));
  EXPECT_THAT(found.at(BlockKind::caption),
              ElementsAre("The bridge on Monday", "The quay (Image: Northline)"));
  EXPECT_THAT(found.at(BlockKind::credit), ElementsAre("Eva Strand", "(Reporting by Eva Strand)"));
  EXPECT_THAT(found.at(BlockKind::byline), ElementsAre("By Eva Strand"));
  EXPECT_THAT(found.at(BlockKind::dateline), ElementsAre("14 June 2025"));
}

TEST(FindArticle, WhatLeadsElsewhere) {
  const auto found =
      read(story("<p>READ ALSO: Storm over Port Ansel</p><p>Follow her on Twitter @evastrand</p><p><a "
                 "href=/x>Storm over the port</a></p>"
                 "<div class=related-stories><p>Sea wall to be raised by two metres, the council of Port "
                 "Ansel says in its plan.</p></div>"
                 "<div class='newsletterSignup__a1'><p>The best stories of the week, every Friday at noon, "
                 "free of charge.</p></div>"
                 "<div><h3><a href=/y>Harbour master resigns</a></h3><p>He gave no reasons for "
                 "it.</p></div><h3>More</h3>",
                 "<div id=comments><p>I was on the bridge that night, and I can tell you that it moved, "
                 "whatever they say now.</p></div>"
                 "<footer><p>All rights reserved by the owners of this invented paper, which nobody has ever "
                 "printed.</p></footer>"));
  EXPECT_EQ(found.at(BlockKind::paragraph).size(), 3U);
  EXPECT_THAT(found.at(BlockKind::promo),
              ElementsAre("READ ALSO: Storm over Port Ansel", "Follow her on Twitter @evastrand"));
  EXPECT_EQ(found.count(BlockKind::heading), 0U);
}

TEST(FindArticle, WordsOnMostOfThePageSayNothing) {
  const auto wrapped =
      read("<body class=comments-open><div class=sidebar-left>" + std::string(kProse) + "</div></body>");
  EXPECT_EQ(wrapped.at(BlockKind::paragraph).size(), 3U);
  std::string widgets = "<body><h1>Bridge closed</h1>";
  for (int i = 0; i < 5; ++i) widgets += "<div class=widget>" + std::string(kProse) + "</div>";
  EXPECT_EQ(read(widgets).at(BlockKind::paragraph).size(), 15U);
}

TEST(FindArticle, OfSeveralArticlesTheTitled) {
  const std::string other =
      "<article><h2>Storm</h2>" + std::string(kProse) + std::string(kProse) + "</article>";
  const auto found = read("<body><main>" + story("") + other + other + "</main></body>");
  EXPECT_EQ(found.at(BlockKind::paragraph).size(), 3U);
  // The heading that was taken for the title may be one of a list of articles.
  const auto listed =
      read("<body><ul><li><h1>Bridge closed</h1></ul><main>" + other + "<article><h2>Bridge closed</h2>" +
           std::string(kProse) + "</article></main></body>");
  EXPECT_EQ(listed.at(BlockKind::paragraph).size(), 3U);
}

TEST(FindArticle, DataConfirm) {
  std::string body;
  for (const char c : kProse) body += c;  // with its tags, as some pages give it
  const auto found = read(
      story("<p>Our reporters work for you day and night, and they could do with your help this year.</p>"),
      body);
  EXPECT_EQ(found.at(BlockKind::paragraph).size(), 3U);
  const auto unlike = read(story(""), std::string(200, 'x') + " is what this says again and again");
  EXPECT_EQ(unlike.at(BlockKind::paragraph).size(), 3U);
}

TEST(FindArticle, LayoutTables) {
  const auto found = read("<body><table><tr><td>" + std::string(kProse) + "<td>One line</table></body>");
  EXPECT_THAT(found.at(BlockKind::paragraph), testing::SizeIs(3));
}

TEST(FindArticle, NothingToFind) {
  EXPECT_THAT(read("<body></body>"), IsEmpty());
  EXPECT_THAT(read("<body><a href=x>Home</a> <a href=y>News</a></body>").at(BlockKind::furniture),
              ElementsAre("Home News"));
}

}  // namespace
}  // namespace hearsay
