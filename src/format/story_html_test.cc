#include "format/story_html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "format/test_document.h"

namespace hearsay {
namespace {

using testing::HasSubstr;
using testing::Not;

Document article(const std::string& id, const std::string& text, const Words& words) {
  Document doc = make_document(text);
  doc.metadata = {.id = id, .title = "Bridge", .publisher = "Courier", .published = "2024-03-06"};
  attribute(doc, words);
  return doc;
}

// Two articles, the second of which contradicts the first.
StoryPage two() {
  StoryPage page;
  page.articles = {article("a", "Holm said it was safe.", {{"Holm"}, {"said"}, {"it was safe"}}),
                   article("b", "The union denied that.", {{"The union"}, {"denied"}, {"that"}})};
  page.articles_in_all = 2;
  page.statements = {{.document = "a", .published = "2024-03-06", .source = "Holm", .content = "it was safe"},
                     {.document = "b", .published = "2024-03-08", .source = "The union", .content = "that"}};
  page.threads = {{.id = "T1", .title = "it was safe", .statements = {{"a", 0}, {"b", 0}}, .size = 2}};
  page.threads[0].positions = {{"Holm", "E1", "asserted", "2024-03-06", {"a", 0}},
                               {"The union", "E2", "denied", "2024-03-08", {"b", 0}}};
  page.relations = {
      {.type = "disputes", .why = "says no", .from = {"b", 0}, .to = {"a", 0}, .confidence = 0.8F}};
  for (const Document& doc : page.articles) {
    for (TimelineEntry& e : timeline_entries(doc)) page.timeline.push_back(std::move(e));
  }
  return page;
}

TEST(StoryHtml, LinksClaimsToTheirPlacesAndBack) {
  const std::string page = to_html(two());
  EXPECT_THAT(page, HasSubstr(R"(<a class="pos denied" href="#d2-a1">denied</a>)"));
  EXPECT_THAT(page, HasSubstr(R"(id="d2-a1" href="#d2-c1")"));
  EXPECT_THAT(
      page, HasSubstr(R"(<p class="note"><a href="#t1">who stands where</a> · <a href="#r1">disputed</a>)"));
  EXPECT_THAT(page, HasSubstr(R"(<section class="thread" id="t1")"));
  EXPECT_THAT(page, HasSubstr(R"(<div class="answer disputes" id="r1">)"));
  EXPECT_THAT(page, HasSubstr("6 March 2024 to 8 March 2024 · 2 statements"));
  EXPECT_THAT(page, HasSubstr("80 % sure"));
}

TEST(StoryHtml, TellsWhoElseCarriesTheWords) {
  StoryPage page = two();
  page.statements[0].carried_by = {{"c", "Quay Mail"}};
  page.threads[0].carriers = {{"c", "Quay Mail"}};
  const std::string html = to_html(page);
  EXPECT_THAT(html, HasSubstr("<p class=\"where\">also <bdi>carried by Quay Mail</bdi></p>"));
  EXPECT_THAT(html, HasSubstr("<p class=\"where\">in the same words <bdi>carried by Quay Mail</bdi></p>"));
}

TEST(StoryHtml, EveryLinkWithinThePageLeadsSomewhere) {
  const std::string page = to_html(two());
  for (std::size_t at = page.find("href=\"#"); at != std::string::npos; at = page.find("href=\"#", at + 1)) {
    const std::size_t begin = at + 7, end = page.find('"', begin);
    EXPECT_THAT(page, HasSubstr(" id=\"" + page.substr(begin, end - begin) + "\""));
  }
}

TEST(StoryHtml, WhatIsNotShownIsNoLink) {
  StoryPage page = two();
  page.articles.erase(page.articles.begin());
  page.articles_in_all = 9;
  const std::string html = to_html(page);
  EXPECT_THAT(html, HasSubstr(R"(<span class="pos asserted">asserted</span>)"));
  EXPECT_THAT(html, HasSubstr("The newest 1 of 9 articles"));
}

TEST(StoryHtml, AnEmptyStory) {
  const std::string page = to_html(StoryPage{});
  EXPECT_THAT(page, HasSubstr("0 articles"));
  EXPECT_THAT(page, HasSubstr("No disagreement found."));
}

TEST(StoryHtml, RunsNothingFromAnyField) {
  const std::string bad = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>";
  StoryPage page = two();
  page.articles[0] = article(bad, bad + " Holm said it.", {{"Holm"}, {"said"}, {"it"}});
  page.articles[0].metadata = {bad, bad, "javascript:alert(3)", bad, bad, bad, bad, bad};
  page.statements = {{bad, bad, bad, bad, 0, 1, bad, bad, bad, bad, bad}};
  page.threads = {{bad, bad, {{bad, 0}}, 1, 1, {{bad, bad, bad, bad, {bad, 0}}}}};
  page.relations = {{bad, bad, bad, {bad, 0}, {bad, 0}, 1}};
  page.timeline = {{.when = bad,
                    .document = bad,
                    .published = bad,
                    .publisher = bad,
                    .who = bad,
                    .cue = bad,
                    .words = bad}};
  const std::string html = to_html(page);
  EXPECT_THAT(html, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(html, Not(HasSubstr("<img")));
  EXPECT_THAT(html, Not(HasSubstr("javascript:")));
  EXPECT_THAT(html, Not(HasSubstr("\"\"'>")));
}

}  // namespace
}  // namespace hearsay
