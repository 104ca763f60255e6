#include "pages/html_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hearsay {
namespace {

HtmlTree parsed(std::string markup) {
  Result<HtmlTree> tree = HtmlTree::parse(std::move(markup));
  EXPECT_TRUE(tree) << tree.error().message;
  return *std::move(tree);
}

// "body(p('a' b('c')))"; the body alone.
std::string outline(const HtmlTree& tree) {
  std::string out;
  std::vector<std::uint32_t> ends;
  for (std::uint32_t i = 1; i < tree.size(); ++i) {
    if (tree[i].tag == HtmlTag::head) i = tree[i].end;
    if (i >= tree.size()) break;
    while (!ends.empty() && ends.back() <= i) {
      out += ")";
      ends.pop_back();
    }
    if (!out.empty() && out.back() != '(') out += ' ';
    if (tree[i].tag == HtmlTag::text) {
      out += "'" + std::string(tree[i].text) + (tree[i].in_link ? "'~" : "'");
    } else {
      out += to_string(tree[i].tag);
      if (tree[i].end > i + 1) {
        out += "(";
        ends.push_back(tree[i].end);
      }
    }
  }
  return out + std::string(ends.size(), ')');
}

std::string outline(std::string markup) { return outline(parsed(std::move(markup))); }

TEST(HtmlTree, WholePage) {
  const HtmlTree tree = parsed(
      "<!DOCTYPE html><html lang=en-GB><head><meta charset=utf-8><title>Holm &amp; Strand</title></head>\n"
      "<body class='story'><p>One.</p><p>Two.</p></body></html>\n");
  EXPECT_EQ(tree.attribute(0, "lang"), "en-GB");
  EXPECT_EQ(outline(tree), "body(p('One.') p('Two.') '\n')");
  EXPECT_EQ(tree[1].tag, HtmlTag::head);
  EXPECT_EQ(tree.text_of(3), "Holm & Strand");
}

TEST(HtmlTree, WhatIsLeftOutIsImplied) {
  EXPECT_EQ(outline("One"), "body('One')");
  EXPECT_EQ(outline("<title>T</title><p>One<p>Two<div>Three</div>"),
            "title('T') body(p('One') p('Two') div('Three'))");
  EXPECT_EQ(outline("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>"),
            "body(ul(li('a') li('b' ul(li('c'))) li('d')))");
  EXPECT_EQ(outline("<dl><dt>a<dd>b<dt>c</dl>"), "body(dl(dt('a') dd('b') dt('c')))");
  EXPECT_EQ(outline("<h2>a<h3>b</h2>c"), "body(h2('a') h3('b') 'c')");
  EXPECT_EQ(outline("<table><td>a<td>b<tr><td>c</table>d"),
            "body(table(tr(td('a') td('b')) tr(td('c'))) 'd')");
  EXPECT_EQ(outline("<select><option>a<option>b<div>c</select>d"),
            "body(select(option('a') option('b' 'c')) 'd')");
}

TEST(HtmlTree, EndTagsWithoutStart) {
  EXPECT_EQ(outline("a</div></p></b></table>b"), "body('a' 'b')");
  EXPECT_EQ(outline("<div><p>a</div>b</p>c"), "body(div(p('a')) 'b' 'c')");
  EXPECT_EQ(outline("<table><tr><td><div>a</table></div>b"), "body(table(tr(td(div('a')))) 'b')");
  EXPECT_EQ(outline("<x-a><x-b>a</X-A>b"), "body(#unknown(#unknown('a')) 'b')");
}

TEST(HtmlTree, FormattingAcrossBlocks) {
  EXPECT_EQ(outline("<b><i>a</b>b</i>"), "body(b(i('a')) 'b')");
  EXPECT_EQ(outline("<a href=/x><div>a</a>b</div>c"), "body(a(div('a'~ 'b')) 'c')");
  EXPECT_EQ(outline("<a href=/x>a<a href=/y>b</a>c"), "body(a('a'~) a('b'~) 'c')");
  EXPECT_EQ(outline("<a name=x>a</a>"), "body(a('a'))");
}

TEST(HtmlTree, ScriptsAreTexts) {
  EXPECT_EQ(outline("<p>a<script>if (a<b) x = '<p>&amp;';</script>b"),
            "body(p('a' script('if (a<b) x = '<p>&amp;';') 'b'))");
  EXPECT_EQ(outline("<p><script><!-- w('<script></script>') --></script>b"),
            "body(p(script('<!-- w('<script></script>') -->') 'b'))");
  EXPECT_EQ(outline("<textarea><p>&lt;</textarea><style>p > a</style>"),
            "body(textarea('<p><') style('p > a'))");
  EXPECT_EQ(outline("<p>a<script>b"), "body(p('a' script('b')))");
}

TEST(HtmlTree, CommentsAndDeclarations) {
  EXPECT_EQ(outline("a<!-- <p>b</p> -- > -->c<!-->d<!--->e<?php ?>f<!x>g</ x>h"),
            "body('a' 'c' 'd' 'e' 'f' 'g' 'h')");
  EXPECT_EQ(outline("a<!-- b"), "body('a')");
  EXPECT_EQ(outline("1 < 2 <3 <"), "body('1 < 2 <3 <')");
  EXPECT_EQ(outline("a<p class='x"), "body('a')");
}

TEST(HtmlTree, Foreign) {
  EXPECT_EQ(outline("<svg><path d='x'/><title>t</title><p>a"), "body(svg(#unknown title('t')) p('a'))");
  EXPECT_EQ(outline("<svg><style><![CDATA[a>b]]></style></svg>c"), "body(svg(style('a>b')) 'c')");
}

TEST(HtmlTree, Attributes) {
  const HtmlTree tree = parsed("<p Class=\"a &amp; b\" id=x hidden data-y='1>2' class=c / z>t</p>");
  ASSERT_EQ(tree[2].tag, HtmlTag::p);
  EXPECT_EQ(tree.attribute(2, "class"), "a & b");
  EXPECT_EQ(tree.attribute(2, "id"), "x");
  EXPECT_EQ(tree.attribute(2, "data-y"), "1>2");
  EXPECT_TRUE(tree.has_attribute(2, "hidden"));
  EXPECT_TRUE(tree.has_attribute(2, "z"));
  EXPECT_FALSE(tree.has_attribute(2, "href"));
}

TEST(HtmlTree, TextOfANode) {
  const HtmlTree tree = parsed("<div> One \n two<br>three<script>x</script><p>four</p>five&nbsp;six </div>");
  EXPECT_EQ(tree.text_of(0), "One two three four five six");
}

TEST(HtmlTree, DeepNestingIsFlattened) {
  std::string markup;
  for (int i = 0; i < 200'000; ++i) markup += "<div>";
  markup += "deep";
  for (int i = 0; i < 200'000; ++i) markup += "</div>";
  const HtmlTree tree = parsed(markup + "after");
  EXPECT_EQ(tree.size(), 200'000U + 4);
  EXPECT_EQ(tree[tree.size() - 1].text, "after");
  EXPECT_EQ(tree[tree.size() - 1].parent, 1U);
  EXPECT_EQ(tree.text_of(0), "deep after");
}

TEST(HtmlTree, LimitsAreErrors) {
  std::string markup;
  for (std::size_t i = 0; i <= HtmlTree::kMaxNodes; ++i) markup += "<b>";
  const Result<HtmlTree> nodes = HtmlTree::parse(std::move(markup));
  ASSERT_FALSE(nodes);
  EXPECT_THAT(nodes.error().message, testing::HasSubstr("found more at byte 59"));
  const Result<HtmlTree> bytes = HtmlTree::parse(std::string(HtmlTree::kMaxBytes + 1, ' '));
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error().message, "expected a page of at most 67108864 bytes, found 67108865");
}

TEST(CutText, BetweenCharacters) {
  EXPECT_EQ(cut_text("Bjørn", 3), "Bj");
  EXPECT_EQ(cut_text("Bjørn", 4), "Bjø");
  EXPECT_EQ(cut_text("橋", 2), "");
  EXPECT_EQ(cut_text("橋", 3), "橋");
}

}  // namespace
}  // namespace hearsay
