#include "pages/page.h"

#include <utility>
#include <vector>

#include "pages/article_blocks.h"
#include "pages/character_sets.h"
#include "pages/html_tree.h"
#include "pages/page_blocks.h"

namespace hearsay {
namespace {

std::string title_of(const HtmlTree& tree) {
  std::string title;
  for (std::uint32_t i = 1; i < tree.size(); ++i) {
    if (tree[i].tag == HtmlTag::meta && tree.attribute(i, "property") == "og:title") {
      std::string given;
      append_collapsed(tree.attribute(i, "content"), given);
      while (given.ends_with(' ')) given.pop_back();
      if (!given.empty()) return given;
    }
    if (tree[i].tag == HtmlTag::title && title.empty()) title = tree.text_of(i);
  }
  return title;
}

void add_block(Document& doc, BlockKind kind, std::string_view text) {
  if (!doc.text.empty()) doc.text += "\n\n";
  const auto begin = static_cast<std::uint32_t>(doc.text.size());
  doc.text += text;
  doc.blocks.push_back({.kind = kind, .span = {begin, static_cast<std::uint32_t>(doc.text.size())}});
}

}  // namespace

Result<Document> read_page(std::string_view bytes, const PageSource& source) {
  const Result<HtmlTree> tree = HtmlTree::parse(decode_page(bytes, source.content_type));
  if (!tree) return tree.error();
  Document doc;
  doc.metadata.url = source.url;
  doc.metadata.title = title_of(*tree);
  if (!doc.metadata.title.empty()) add_block(doc, BlockKind::title, doc.metadata.title);
  const std::vector<PageBlock> blocks = find_page_blocks(*tree);
  const std::vector<BlockKind> kinds = find_article(*tree, blocks);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (kinds[i] != BlockKind::furniture) add_block(doc, kinds[i], blocks[i].text);
  }
  if (doc.text.empty()) {
    return Error{ErrorCode::invalid_input,
                 "expected a page with text, found none in " + std::to_string(bytes.size()) + " bytes"};
  }
  return doc;
}

}  // namespace hearsay
