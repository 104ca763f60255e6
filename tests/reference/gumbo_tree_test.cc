// Our tree of a page beside that of Gumbo, a parser of HTML5 that others wrote: the same elements and words
// in the same places, but where html_tree.h says that we differ.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <gumbo.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "pages/html_tree.h"

namespace hearsay {
namespace {

// "<p>words<b>words</b></p>", as either tree has it: white space collapsed, comments left out. Left out, too,
// is what we do not make where a page has none: <html>, <head>, <body>, <tbody>, and the empty <p> of a </p>
// alone.
class Outline {
 public:
  void begin(std::string_view name) {
    if (!is_frame(name)) add("<" + std::string(name) + ">");
  }
  void end(std::string_view name) {
    if (!is_frame(name)) add("</" + std::string(name) + ">");
  }
  void text(std::string_view words) { words_ += words; }
  std::string take() {
    add("");
    constexpr std::string_view kEmpty = "<p></p>";
    for (std::size_t at; (at = out_.find(kEmpty)) != out_.npos;) out_.erase(at, kEmpty.size());
    return std::move(out_);
  }

 private:
  static bool is_frame(std::string_view name) {
    return name == "html" || name == "head" || name == "body" || name == "tbody";
  }
  void add(const std::string& mark) {
    std::string words;
    append_collapsed(words_, words);
    if (words.ends_with(' ')) words.pop_back();
    words_.clear();
    out_ += words + mark;
  }
  std::string out_, words_;
};

std::string our_outline(const std::string& markup) {
  const Result<HtmlTree> tree = HtmlTree::parse(markup);
  if (!tree) return tree.error().message;
  Outline outline;
  std::vector<std::uint32_t> open;
  const auto name = [&](std::uint32_t node) {
    const HtmlTag tag = (*tree)[node].tag;
    std::string lower((*tree)[node].text);
    if (tag != HtmlTag::unknown) return std::string(to_string(tag));
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return lower;
  };
  for (std::uint32_t i = 0; i <= tree->size(); ++i) {
    while (!open.empty() && (*tree)[open.back()].end <= i) {
      outline.end(name(open.back()));
      open.pop_back();
    }
    if (i == tree->size()) break;
    if ((*tree)[i].tag == HtmlTag::text) {
      outline.text((*tree)[i].text);
    } else {
      outline.begin(name(i));
      open.push_back(i);
    }
  }
  return outline.take();
}

std::string name_of(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece piece = element.original_tag;
  gumbo_tag_from_original_text(&piece);
  std::string name(piece.data, piece.length);
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return name;
}

std::string their_outline(const std::string& markup) {
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, markup.data(), markup.size());
  Outline outline;
  struct Place {
    const GumboNode* node;
    unsigned child;
  };
  std::vector<Place> open = {{output->root, 0}};
  outline.begin(name_of(output->root->v.element));
  while (!open.empty()) {
    const GumboElement& element = open.back().node->v.element;
    if (open.back().child == element.children.length) {
      outline.end(name_of(element));
      open.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(element.children.data[open.back().child++]);
    if (child->type == GUMBO_NODE_ELEMENT || child->type == GUMBO_NODE_TEMPLATE) {
      outline.begin(name_of(child->v.element));
      open.push_back({child, 0});
    } else if (child->type != GUMBO_NODE_COMMENT) {
      outline.text(child->v.text.text);
    }
  }
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return outline.take();
}

TEST(GumboTree, OrdinaryPages) {
  const std::string pages[] = {
      "<!doctype html><html lang=en><head><meta charset=utf-8><title>Bridge &amp; tunnel</title>"
      "<link rel=canonical href='/a'><style>p { color: red }</style></head><body "
      "class=story><header><nav><ul><li>"
      "<a href='/'>Home</a><li><a href='/news'>News</a></ul></nav></header><main><article><h1>Bridge "
      "closed</h1>"
      "<p class=byline>By <a href='/roe'>Ada Roe</a><p>Mayor Holm said <q>no</q>.<br>Nobody asked."
      "<figure><img src=a.jpg alt=''><figcaption>The bridge</figcaption></figure><blockquote><p>We were not "
      "asked."
      "</blockquote><table><caption>Ferries</caption><thead><tr><th>Day<th>Ferries<tbody><tr><td>Monday<td>2"
      "</table></article><aside><div><p>Related</div></aside></main><footer>&copy; "
      "2024</footer></body></html>\n",
      "Only words",
      "<p>One<p>Two<div>Three</div><p>Four</p>Five",
      "<ul><li>a<li>b<ul><li>c</ul><li>d</ul><ol><li>e</ol>",
      "<dl><dt>a<dd>b<dt>c</dl>",
      "<form><label>Name <input name=n></label><select><option>a<option selected>b<optgroup "
      "label=x><option>c</select>"
      "<textarea>\n<b>no markup</b></textarea><button>Send</button></form>",
      "<script>if (a < b) document.write('<p>x</p>')</script><p>x<noscript><p>No script</p></noscript>",
      "<svg viewBox='0 0 1 1'><path d='M0 0'/><title>t</title></svg><p>After",
      "<p>&lt;b&gt; &eacute;&#233;&#xE9; &notin; &amp &bogus; &#0; &#x80;",
      "<head><title>T</title></head>\n\n<body>\n<p>x</p>\n</body>\n</html>\n"};
  for (const std::string& page : pages) EXPECT_EQ(our_outline(page), their_outline(page)) << page;
}

TEST(GumboTree, HostilePages) {
  const std::string pages[] = {"",
                               "<",
                               "</",
                               "<!",
                               "<!-",
                               "<!--",
                               "<!-->x",
                               "<!--x--",
                               "<?php x ?>y",
                               "</p>",
                               "</br>x",
                               "<a",
                               "<a b",
                               "<a b='",
                               "<p <b>x",
                               "<p/>x",
                               "<br/>x<hr>y",
                               "<p a=1 a=2 A=3>x",
                               "<h1>a<h2>b</h1>c",
                               "<li>a</ul>b",
                               "</body>x</html>y",
                               "<html><html lang=a><body><body class=b>x",
                               "<head></head><head><p>x",
                               "<title>a<p>b</title>c",
                               "<textarea>a</p>b",
                               "<script>a</scrip>b",
                               "<style>a</style >b",
                               "<p>a<p>b</div>c</p>d",
                               "<div><p>a</div>b",
                               "<p><ul><li><p>x</ul>y",
                               "<button>a<button>b",
                               "<dd>a<dt>b<p>c<dd>d",
                               "<select><p>a<option>b</select>c",
                               "<option>a<option>b<p>c",

                               "<ruby>a<rt>b<rp>c</ruby>",

                               "<body><frameset>x",
                               "<image src=a>x",
                               "<plaintext><p>x</plaintext>",
                               "<xmp><p></xmp>y",
                               "<iframe><p>x</iframe>y",
                               "<noembed><p></noembed>y",
                               "<math><mi>x</mi></math>y",
                               "<svg><p>x</svg>y",
                               "<svg><foreignObject><p>x</svg>y",
                               "<p>a<template><p>x</p></template>y",
                               "<table><tr><td>a</table>b",
                               "<table><tr><td><table><tr><td>x</table>y</table>z",
                               "<table></table></td></tr>x",
                               "<td>x</td>y",
                               "<p>z"};
  for (const std::string& page : pages) EXPECT_EQ(our_outline(page), their_outline(page)) << page;
}

// Where we leave nodes in their places that a browser would move; equal trees would mean that this is no
// longer true.
TEST(GumboTree, StatedDifferences) {
  const std::string pages[] = {"<table>words<tr><td>a</table>",
                               "<table><p>words</p><tr><td>a</table>",
                               "<b><p>a</b>b</p>",
                               "<a href=x><div>a</a>b</div>",
                               "<nobr>a<nobr>b",
                               "<frameset><frame></frameset>x",
                               "<noscript><p>a</noscript>b",
                               "<template><p>x</template>y",
                               "<p>\x01</p>"};
  for (const std::string& page : pages) EXPECT_NE(our_outline(page), their_outline(page)) << page;
}

TEST(GumboTree, TheStoryOfTheFuzzer) {
  std::ifstream file(HEARSAY_PAGE_CORPUS "/story.html", std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  ASSERT_FALSE(page.empty());
  EXPECT_EQ(our_outline(page), their_outline(page));
}

// Tags in any order, but for those that make browsers move nodes, and <main>, which Gumbo does not know as it
// is today.
TEST(GumboTree, RandomTags) {
  const std::vector<std::string> pieces = {
      "<p>",       "<div>",      "</div>",       "<ul>",          "</ul>",     "<li>",      "</li>",
      "<h1>",      "</h1>",      "<h2>",         "<br>",          "<img>",     "<section>", "</section>",
      "<article>", "</article>", "<blockquote>", "</blockquote>", "<dl>",      "<dt>",      "<dd>",
      "</dl>",     "<figure>",   "<figcaption>", "</figure>",     "<span>",    "</span>",   "<!-- c -->",
      "a ",        "b ",         "&amp;",        "<header>",      "</header>", "<pre>",     "</pre>",
      "<hr>",      "</br>",      "<time>",       "</time>"};
  std::uint32_t state = 1;
  const auto random = [&](std::uint32_t most) {
    state = state * 1664525 + 1013904223;
    return (state >> 16) % most;
  };
  for (int run = 0; run < 2000; ++run) {
    std::string page;
    for (std::uint32_t left = 1 + random(20); left > 0; --left)
      page += pieces[random(static_cast<std::uint32_t>(pieces.size()))];
    ASSERT_EQ(our_outline(page), their_outline(page)) << page;
  }
}

}  // namespace
}  // namespace hearsay
