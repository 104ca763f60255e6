// Which blocks of a page are its article.
#ifndef HEARSAY_SRC_PAGES_ARTICLE_BLOCKS_H_
#define HEARSAY_SRC_PAGES_ARTICLE_BLOCKS_H_

#include <vector>

#include "hearsay/document.h"
#include "pages/html_tree.h"
#include "pages/page_blocks.h"

namespace hearsay {

// What each block is to the reader of the article; `furniture`: no part of it. Cost: linear.
std::vector<BlockKind> find_article(const HtmlTree& tree, const std::vector<PageBlock>& blocks);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_ARTICLE_BLOCKS_H_
