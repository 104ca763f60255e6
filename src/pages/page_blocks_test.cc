#include "pages/page_blocks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hearsay {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> texts(std::string markup) {
  const Result<HtmlTree> tree = HtmlTree::parse(std::move(markup));
  EXPECT_TRUE(tree);
  std::vector<std::string> out;
  for (const PageBlock& block : find_page_blocks(*tree)) out.push_back(block.text);
  return out;
}

TEST(PageBlocks, OneForEachLineOfAPage) {
  EXPECT_THAT(texts("<p>One <b>bold</b>\n word</p><div>two<p>three</p>four</div>"),
              ElementsAre("One bold word", "two", "three", "four"));
  EXPECT_THAT(texts("a<span>b</span> c"), ElementsAre("ab c"));
}

TEST(PageBlocks, Breaks) {
  EXPECT_THAT(texts("<p>one<br>two<br><br>three<br/>\n<br>four<br></p>"),
              ElementsAre("one\ntwo", "three", "four"));
}

TEST(PageBlocks, WhatReadersDoNotSee) {
  EXPECT_THAT(texts("<title>t</title><p>a<script>b</script><style>c</style><noscript>d</noscript><p hidden>e"
                    "<p style='color: red; display : none'>f<p "
                    "aria-hidden=true>g<select><option>h</select><button>i</button>"
                    "<svg><text>j</text></svg><p style='display: block'>k"),
              ElementsAre("a", "k"));
  EXPECT_THAT(texts("<p> &nbsp; <br></p>"), IsEmpty());
}

TEST(PageBlocks, LinksAreCounted) {
  const Result<HtmlTree> tree = HtmlTree::parse("<p>See <a href=x>the quay</a> now</p>");
  const std::vector<PageBlock> blocks = find_page_blocks(*tree);
  ASSERT_EQ(blocks.size(), 1U);
  EXPECT_EQ(blocks[0].link_bytes, 8U);
  EXPECT_EQ((*tree)[blocks[0].node].tag, HtmlTag::p);
  EXPECT_EQ((*tree)[blocks[0].first_text].text, "See ");
  EXPECT_EQ((*tree)[blocks[0].last_text].text, " now");
}

}  // namespace
}  // namespace hearsay
