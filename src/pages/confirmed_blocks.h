// Blocks whose text a page gives a second time, as data.
#ifndef HEARSAY_SRC_PAGES_CONFIRMED_BLOCKS_H_
#define HEARSAY_SRC_PAGES_CONFIRMED_BLOCKS_H_

#include <string_view>
#include <vector>

#include "pages/page_blocks.h"

namespace hearsay {

struct ConfirmedBlocks {
  // One for each block: most of its words stand in the article's body as the data has it. Empty where that
  // is too short or not on the page.
  std::vector<bool> confirmed;
  // The data ends where a block ends, and not in its middle.
  bool is_whole = false;
};

// `body` is the articleBody of JSON-LD; it may hold markup. O(body + blocks).
ConfirmedBlocks find_confirmed(const std::vector<PageBlock>& blocks, std::string_view body);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_CONFIRMED_BLOCKS_H_
