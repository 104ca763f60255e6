#include "feeds/markup_text.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(MarkupText, PartsParagraphs) {
  EXPECT_EQ(markup_text("<p>One <b>two</b>\n three.</p><P class='a>b'>Four<br/>five.</P><ul><li>Six"),
            "One two three.\n\nFour\nfive.\n\nSix");
  EXPECT_EQ(markup_text("no markup at all"), "no markup at all");
}

TEST(MarkupText, LeavesOutWhatNobodyReads) {
  EXPECT_EQ(markup_text("a<script>if (1 < 2) x();</SCRIPT> b<!-- <p> --><style>p {}</style>c"), "a bc");
  EXPECT_EQ(markup_text("a<script>never closed"), "a");
  EXPECT_EQ(markup_text("a<script src='x'/> b"), "a b");
}

TEST(MarkupText, ReadsEntities) {
  EXPECT_EQ(markup_text("AT&amp;T&nbsp;&#8217;s &#x41; &bogus; & &#0; &lt;b&gt;"),
            "AT&T\u00A0\u2019s A &bogus; & &#0; <b>");
}

TEST(MarkupText, TakesAnyBytes) {
  EXPECT_EQ(markup_text("1 < 2 <3"), "1 < 2 <3");
  EXPECT_EQ(markup_text("a <p title=\"never closed>b"), "a\n\nb");
  EXPECT_EQ(markup_text("<"), "<");
  EXPECT_EQ(markup_text("a</"), "a");
  EXPECT_EQ(markup_text("a<!--"), "a");
  EXPECT_EQ(markup_line(" <b>Pier</b>\n closed "), "Pier closed");
}

}  // namespace
}  // namespace hearsay
