// Which blocks of a page are its article.
#ifndef HEARSAY_SRC_PAGES_ARTICLE_BLOCKS_H_
#define HEARSAY_SRC_PAGES_ARTICLE_BLOCKS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "hearsay/document.h"
#include "pages/html_tree.h"
#include "pages/page_blocks.h"

namespace hearsay {

// What the page says of its article elsewhere; either may be empty.
struct ArticleClues {
  std::string_view title;
  std::string_view body;         // articleBody of JSON-LD
  std::uint32_t title_node = 0;  // the heading that is the title; 0: none
};

// What each block is to the reader of the article; `furniture`: no part of it. Cost: linear.
std::vector<BlockKind> find_article(const HtmlTree& tree, const std::vector<PageBlock>& blocks,
                                    const ArticleClues& clues);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_ARTICLE_BLOCKS_H_
