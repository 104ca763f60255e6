#include "pages/page.h"

#include <utility>
#include <vector>

#include "pages/article_blocks.h"
#include "pages/character_sets.h"
#include "pages/html_tree.h"
#include "pages/page_blocks.h"
#include "pages/page_metadata.h"

namespace hearsay {
namespace {

void add_block(Document& doc, BlockKind kind, std::string_view text) {
  if (!doc.text.empty()) doc.text += "\n\n";
  const auto begin = static_cast<std::uint32_t>(doc.text.size());
  doc.text += text;
  doc.blocks.push_back({.kind = kind, .span = {begin, static_cast<std::uint32_t>(doc.text.size())}});
}

// The row of a table that a node is in; 0: none.
std::uint32_t row_of(const HtmlTree& tree, std::uint32_t node) {
  while (node != 0 && tree[node].tag != HtmlTag::tr) node = tree[node].parent;
  return node;
}

// The cells of a row are one block: "Ferries | 2".
void add_blocks(const HtmlTree& tree, const ArticleClues& clues, Document& doc) {
  const std::vector<PageBlock> blocks = find_page_blocks(tree);
  const std::vector<BlockKind> kinds = find_article(tree, blocks, clues);
  std::uint32_t last_row = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (kinds[i] == BlockKind::furniture) continue;
    const std::uint32_t row = kinds[i] == BlockKind::table ? row_of(tree, blocks[i].node) : 0;
    if (row != 0 && row == last_row) {
      doc.text += " | ";
      doc.text += blocks[i].text;
      doc.blocks.back().span.end = static_cast<std::uint32_t>(doc.text.size());
    } else {
      add_block(doc, kinds[i], blocks[i].text);
    }
    last_row = row;
  }
}

}  // namespace

Result<Document> read_page(std::string_view bytes, const PageSource& source) {
  const Result<HtmlTree> tree = HtmlTree::parse(decode_page(bytes, source.content_type));
  if (!tree) return tree.error();
  Document doc;
  const PageMetadata metadata = read_metadata(*tree, source.url);
  doc.metadata.url = metadata.url.empty() ? source.url : metadata.url;
  doc.metadata.title = metadata.title;
  doc.metadata.publisher = metadata.publisher;
  doc.metadata.byline = metadata.byline;
  doc.metadata.published = metadata.published;
  doc.metadata.modified = metadata.modified;
  doc.metadata.language = metadata.language;
  if (!doc.metadata.title.empty()) add_block(doc, BlockKind::title, doc.metadata.title);
  const ArticleClues clues{
      .title = metadata.title, .body = metadata.article_body, .title_node = metadata.title_node};
  add_blocks(*tree, clues, doc);
  if (doc.text.empty()) {
    return Error{ErrorCode::invalid_input, "expected a page with an article, found no text of one in " +
                                               std::to_string(bytes.size()) + " bytes"};
  }
  return doc;
}

}  // namespace hearsay
