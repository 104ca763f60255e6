// What a reader sees of a page, as stretches of text that stand on lines of their own.
#ifndef HEARSAY_SRC_PAGES_PAGE_BLOCKS_H_
#define HEARSAY_SRC_PAGES_PAGE_BLOCKS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "pages/html_tree.h"

namespace hearsay {

struct PageBlock {
  std::uint32_t node = 0;        // the innermost element around it that browsers show as a block
  std::uint32_t first_text = 0;  // the first and last text node
  std::uint32_t last_text = 0;
  std::string text;              // white space collapsed; a line break where there is a <br>; never empty
  std::uint32_t link_bytes = 0;  // how much of the text stands in links
};

// The blocks in document order, without scripts, forms' fields and what is hidden (by
// attributes, or for other readers than those who see). Cost: linear.
std::vector<PageBlock> find_page_blocks(const HtmlTree& tree);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_PAGE_BLOCKS_H_
