// Cards that lead to other pages: a heading that is a link, and a few words.
#ifndef HEARSAY_SRC_PAGES_TEASERS_H_
#define HEARSAY_SRC_PAGES_TEASERS_H_

#include <vector>

#include "pages/html_tree.h"
#include "pages/page_blocks.h"

namespace hearsay {

// One for each block: whether it is part of such a card. Linear.
std::vector<bool> find_teasers(const HtmlTree& tree, const std::vector<PageBlock>& blocks);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_TEASERS_H_
