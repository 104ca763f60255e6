#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "format/html_text.h"
#include "format/segments.h"
#include "format/test_document.h"
#include "hearsay/format.h"

namespace hearsay {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// "Ada said that Per said no." with Per's statement inside Ada's.
Document nested() {
  Document doc = make_document("Ada said that Per denied it.");
  attribute(doc, {.source = {"Ada"}, .cue = {"said"}, .content = {"that Per denied it"}});
  attribute(doc, {.source = {"Per"}, .cue = {"denied"}, .content = {"it"}});
  return doc;
}

TEST(Segments, CoverTheTextAndNameTheInnermostFirst) {
  const Document doc = nested();
  std::uint32_t at = 0;
  std::vector<std::string> named;
  for (const Segment& segment : cut_segments(doc)) {
    EXPECT_EQ(segment.span.begin, at);
    at = segment.span.end;
    std::string name(doc.at(segment.span));
    for (const std::uint32_t a : segment.attributions) name.append("|").append(std::to_string(a));
    named.push_back(name);
  }
  EXPECT_EQ(at, doc.text.size());
  EXPECT_THAT(named, ElementsAre("Ada|0", " ", "said|0", " ", "that |0", "Per|1|0", " |0", "denied|1|0",
                                 " |0", "it|1|0", "."));
}

TEST(Segments, StayFewAndLinearWhenManyOverlap) {
  Document doc = make_document("said " + std::string(20000, 'x'));
  for (std::uint32_t i = 0; i < 5000; ++i) {
    doc.attributions.push_back({.cue = {{0, 4}}, .content = {{5 + i, 20000 - i}}, .cue_lemma = 1});
  }
  const std::vector<Segment> segments = cut_segments(doc);
  EXPECT_LT(segments.size(), 10010u);
  for (const Segment& segment : segments) EXPECT_LE(segment.attributions.size(), Segment::kMostNamed);
}

TEST(Segments, EmptyText) { EXPECT_THAT(cut_segments(Document{}), IsEmpty()); }

TEST(Html, EscapesWhateverItIsGiven) {
  std::string out;
  append_html("<b a=\"1\" b='2'>&\r\n\x01\u0085\xFF", out);
  EXPECT_EQ(out, "&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;\n\uFFFD\uFFFD\uFFFD");
}

TEST(Html, HashesAsBrowsersDo) {
  // printf '' | openssl dgst -sha256 -binary | base64
  EXPECT_EQ(csp_hash("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

TEST(Html, LinksCuesAndClaimsBothWays) {
  const std::string page = to_html({nested()});
  EXPECT_THAT(
      page,
      HasSubstr(
          R"(<a class="k q" data-a="2 1" id="d1-a2" href="#d1-c2" aria-describedby="d1-c2">denied</a>)"));
  EXPECT_THAT(page, HasSubstr(R"(<a class="claim" id="d1-c2" href="#d1-a2" data-a="2">)"));
  EXPECT_THAT(page, HasSubstr(R"(<span class="s q" data-a="2 1">Per</span>)"));
}

TEST(Html, RunsNothingFromTheText) {
  Document doc = make_document("<script>alert(1)</script> <img src=x onerror=alert(1)>");
  doc.metadata = {.url = "javascript:alert(1)",
                  .title = "</title><script>alert(2)</script>",
                  .publisher = "\"><b>",
                  .byline = "<i>"};
  const std::string page = to_html({doc});
  EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(page, Not(HasSubstr("<img")));
  EXPECT_THAT(page, Not(HasSubstr("javascript:")));
  EXPECT_THAT(page, HasSubstr("&quot;&gt;&lt;b&gt;"));
}

TEST(Html, LinksToTheOriginal) {
  Document doc = make_document("Rain fell.");
  doc.metadata.url = "https://courier.example/?a=1&b=2";
  EXPECT_THAT(to_html({doc}), HasSubstr(R"(href="https://courier.example/?a=1&amp;b=2")"));
}

TEST(Html, SaysWhenAndHasATimeline) {
  Document doc = make_document("Holm said it fell in May.");
  attribute(doc, {{"Holm"}, {"said"}, {"it fell"}});
  doc.times = {{find_words(doc, "May"), TimeType::date, "2020-05"}};
  doc.statement_times = {0};
  doc.events = {{.span = find_words(doc, "fell"), .clause = {find_words(doc, "it fell")}, .time = 0}};
  const std::string page = to_html({doc});
  EXPECT_NE(page.find("<span class=\"where\">in May 2020</span>"), std::string::npos);
  EXPECT_NE(page.find("<h3>Dated in the article</h3>"), std::string::npos);
  EXPECT_NE(page.find("href=\"#d1-p1\"><span class=\"cue\">May 2020</span>"), std::string::npos);
}

}  // namespace
}  // namespace hearsay
