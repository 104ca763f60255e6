#include "pages/teasers.h"

#include <cstdint>

namespace hearsay {
namespace {

constexpr std::uint32_t kMostBytes = 600;  // of a card
constexpr int kMostWrappers = 3;           // elements around nothing but its heading

// The heading that is or holds the block's element, or 0.
std::uint32_t heading_of(const HtmlTree& tree, std::uint32_t node) {
  for (int i = 0; i < 2 && node != 0; ++i, node = tree[node].parent) {
    if (has_traits(tree[node].tag, kHeading)) return node;
  }
  return 0;
}

}  // namespace

std::vector<bool> find_teasers(const HtmlTree& tree, const std::vector<PageBlock>& blocks) {
  std::vector<std::uint32_t> bytes(tree.size());
  std::vector<std::uint32_t> count(tree.size());
  for (const PageBlock& block : blocks) {
    bytes[block.node] += static_cast<std::uint32_t>(block.text.size());
    ++count[block.node];
  }
  for (std::uint32_t i = tree.size(); i-- > 1;) {
    bytes[tree[i].parent] += bytes[i];
    count[tree[i].parent] += count[i];
  }
  std::vector<bool> in_card(tree.size());
  for (const PageBlock& block : blocks) {
    std::uint32_t card = heading_of(tree, block.node);
    if (card == 0 || std::size_t{block.link_bytes} * 10 < block.text.size() * 8) continue;
    for (int i = 0; i < kMostWrappers && card != 0 && count[card] < 2; ++i) card = tree[card].parent;
    if (count[card] >= 2 && bytes[card] < kMostBytes) in_card[card] = true;
  }
  for (std::uint32_t i = 1; i < tree.size(); ++i) in_card[i] = in_card[i] || in_card[tree[i].parent];
  std::vector<bool> teasers(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) teasers[i] = in_card[blocks[i].node];
  return teasers;
}

}  // namespace hearsay
