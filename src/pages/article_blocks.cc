#include "pages/article_blocks.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace hearsay {
namespace {

// How much a block speaks for the element around it: sentences for, links against.
std::int64_t prose_weight(const PageBlock& block, HtmlTag tag) {
  const auto bytes = static_cast<std::int64_t>(block.text.size());
  const auto links = static_cast<std::int64_t>(block.link_bytes);
  if (links * 2 > bytes) return -30;
  const std::int64_t own = bytes - links;
  return own >= (tag == HtmlTag::p ? 40 : 80) ? own : -5;
}

bool is_aside(HtmlTag tag) { return tag == HtmlTag::nav || tag == HtmlTag::footer || tag == HtmlTag::aside; }

BlockKind kind_of(const HtmlTree& tree, std::uint32_t node) {
  for (; node != 0; node = tree[node].parent) {
    if (has_traits(tree[node].tag, kHeading)) return BlockKind::heading;
    if (tree[node].tag == HtmlTag::li) return BlockKind::list;
    if (tree[node].tag == HtmlTag::blockquote) return BlockKind::quote;
    if (tree[node].tag == HtmlTag::figcaption) return BlockKind::caption;
    if (tree[node].tag == HtmlTag::td || tree[node].tag == HtmlTag::th) return BlockKind::table;
  }
  return BlockKind::paragraph;
}

}  // namespace

std::vector<BlockKind> find_article(const HtmlTree& tree, const std::vector<PageBlock>& blocks) {
  std::vector<bool> aside(tree.size());
  for (std::uint32_t i = 1; i < tree.size(); ++i) aside[i] = aside[tree[i].parent] || is_aside(tree[i].tag);
  std::vector<std::int64_t> weights(tree.size());
  for (const PageBlock& block : blocks) {
    if (!aside[block.node]) weights[block.node] += prose_weight(block, tree[block.node].tag);
  }
  std::uint32_t best = 0;
  for (std::uint32_t i = tree.size(); i-- > 1;) {
    weights[tree[i].parent] += weights[i];
    if (weights[i] > weights[best] || best == 0) best = i;
  }
  std::vector<BlockKind> kinds(blocks.size(), BlockKind::furniture);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const PageBlock& block = blocks[i];
    const bool inside = block.node >= best && block.node < tree[best].end && !aside[block.node];
    if (inside && block.link_bytes * 2 <= block.text.size()) kinds[i] = kind_of(tree, block.node);
  }
  return kinds;
}

}  // namespace hearsay
