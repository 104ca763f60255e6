#include "pages/article_blocks.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_set.hpp>
#include <cstddef>
#include <string>

#include "pages/block_words.h"
#include "pages/confirmed_blocks.h"
#include "pages/element_roles.h"
#include "pages/teasers.h"

namespace hearsay {
namespace {

constexpr std::int64_t kShortArticle = 250;

bool is_prose(const PageBlock& block, HtmlTag tag) {
  if (std::size_t{block.link_bytes} * 2 > block.text.size()) return false;
  return block.text.size() - block.link_bytes >= (tag == HtmlTag::p ? 40 : 80);
}

// How much a block speaks for the element around it: sentences for, links against.
std::int64_t prose_weight(const PageBlock& block, HtmlTag tag) {
  const auto bytes = static_cast<std::int64_t>(block.text.size());
  const auto links = static_cast<std::int64_t>(block.link_bytes);
  if (is_prose(block, tag)) return bytes - links;
  return links * 2 > bytes ? -30 : -5;
}

bool is_body(BlockKind kind) {
  return kind == BlockKind::paragraph || kind == BlockKind::heading || kind == BlockKind::list ||
         kind == BlockKind::quote || kind == BlockKind::table || kind == BlockKind::embed;
}

class ArticleFinder {
 public:
  ArticleFinder(const HtmlTree& tree, const std::vector<PageBlock>& blocks, const ArticleClues& clues)
      : tree_(tree),
        blocks_(blocks),
        clues_(clues),
        roles_(tree),
        kinds_(blocks.size(), BlockKind::furniture) {}

  std::vector<BlockKind> find() {
    title_words_ = folded_words(clues_.title);
    data_ = find_confirmed(blocks_, clues_.body);
    std::vector<std::int64_t> prose(tree_.size());
    for (const PageBlock& block : blocks_) {
      if (is_prose(block, tree_[block.node].tag))
        prose[block.node] += static_cast<std::int64_t>(block.text.size());
    }
    roles_.drop_roles_of_most(prose);
    teasers_ = find_teasers(tree_, blocks_);
    read();
    if (body_bytes() >= kShortArticle || prose_of(prose) < kShortArticle) return std::move(kinds_);
    // Words of classes have taken all: once more without them.
    roles_.drop_words();
    container_ = 0;
    read();
    return std::move(kinds_);
  }

 private:
  void read() {
    choose_container();
    for (std::size_t i = 0; i < blocks_.size(); ++i) kinds_[i] = kind_of(i);
    drop_unconfirmed();
    drop_titles_of_nothing();
  }

  static std::int64_t prose_of(const std::vector<std::int64_t>& prose) {
    std::int64_t all = 0;
    for (const std::int64_t bytes : prose) all += bytes;
    return all;
  }

  std::int64_t body_bytes() const {
    std::int64_t bytes = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (is_body(kinds_[i])) bytes += static_cast<std::int64_t>(blocks_[i].text.size());
    }
    return bytes;
  }

  bool is_apart(std::uint32_t node) const { return (roles_.of(node) & kApartRoles) != 0; }

  // What it adds to the element that holds the article.
  std::int64_t weight_of(std::size_t index) const {
    const PageBlock& block = blocks_[index];
    const auto bytes = static_cast<std::int64_t>(block.text.size());
    if (is_confirmed(index)) return 3 * bytes;
    const std::uint16_t roles = roles_.of(block.node);
    if (is_apart(block.node) || teasers_[index] || (roles & (kCaptionRole | kCreditRole)) != 0) return 0;
    const std::int64_t weight = prose_weight(block, tree_[block.node].tag);
    if ((roles & kBodyRole) == 0) return weight;
    return std::max<std::int64_t>(weight,
                                  std::int64_t{block.link_bytes} * 2 > bytes ? 0 : bytes - block.link_bytes);
  }

  // The element with the most sentences and the fewest links, as the deepest that has almost all of them.
  void choose_container() {
    std::vector<std::int64_t> weights(tree_.size());
    for (std::size_t i = 0; i < blocks_.size(); ++i) weights[blocks_[i].node] += weight_of(i);
    std::int64_t best = 0;
    for (std::uint32_t i = tree_.size(); i-- > 1;) {
      weights[tree_[i].parent] += weights[i];
      best = std::max(best, weights[i]);
    }
    for (std::uint32_t i = 1; i < tree_.size(); ++i) {
      if (weights[i] * 20 > best * 19 && tree_[container_].end >= tree_[i].end) container_ = i;
    }
    narrow_to_titled(weights);
    while (container_ > 0 && (tree_[container_].tag == HtmlTag::p || tree_[container_].tag == HtmlTag::li ||
                              has_traits(tree_[container_].tag, kTablePart))) {
      container_ = tree_[container_].parent;
    }
  }

  // The <article> in the container that a node is in; 0: none.
  std::uint32_t article_around(std::uint32_t node) const {
    while (node > container_ && tree_[node].tag != HtmlTag::article) node = tree_[node].parent;
    return node > container_ && node < tree_[container_].end ? node : 0;
  }

  // Lists of other articles may have the title, too.
  std::uint32_t titled_article() const {
    std::uint32_t article = article_around(clues_.title_node);
    for (std::size_t i = 0; i < blocks_.size() && article == 0; ++i) {
      if (is_title(blocks_[i])) article = article_around(blocks_[i].node);
    }
    return article;
  }

  // Of several articles beside each other, the page's is the one that has its title.
  void narrow_to_titled(const std::vector<std::int64_t>& weights) {
    const std::uint32_t article = titled_article();
    if (article == 0 || weights[article] < kShortArticle) return;
    for (std::uint32_t i = container_ + 1; i < tree_[container_].end; ++i) {
      const bool is_other =
          tree_[i].tag == HtmlTag::article && (i >= tree_[article].end || tree_[i].end <= article);
      if (is_other && weights[i] >= kShortArticle) {
        container_ = article;
        return;
      }
    }
  }

  bool is_confirmed(std::size_t index) const { return !data_.confirmed.empty() && data_.confirmed[index]; }

  BlockKind kind_of(std::size_t index) {
    const PageBlock& block = blocks_[index];
    const std::uint16_t roles = roles_.of(block.node);
    if (block.node < container_ || block.node >= tree_[container_].end ||
        (is_apart(block.node) && !is_confirmed(index)))
      return BlockKind::furniture;
    if ((roles & kCreditRole) != 0 && block.text.size() < 200) return BlockKind::credit;
    if ((roles & kCaptionRole) != 0) return BlockKind::caption;
    if (teasers_[index] || !has_words(block.text)) return BlockKind::furniture;
    const bool is_short = block.text.size() < 200;
    if (is_short && (roles & kBylineRole) != 0)
      return block.text.size() > 5 ? BlockKind::byline : BlockKind::furniture;
    if (is_short && (roles & kDateRole) != 0) return BlockKind::dateline;
    const BlockKind kind =
        kind_by_tags(block.node, block.text.size() > (tree_[block.node].tag == HtmlTag::p ? 60 : 150));
    if (kind == BlockKind::embed) return kind;
    if (is_led_by_links(block)) return BlockKind::furniture;
    if (is_title(block)) return BlockKind::furniture;
    if (is_confirmed(index)) return kind;
    const bool is_paragraph = tree_[block.node].tag == HtmlTag::p;
    if (!is_paragraph && block.text.size() < 350 &&
        ((roles & kImageRole) != 0 || ends_like_credit(block.text)))
      return BlockKind::caption;
    if (kind != BlockKind::list && begins_like_promo(block.text)) return BlockKind::promo;
    if (is_credit_line(block.text)) return BlockKind::credit;
    if (kind == BlockKind::paragraph && tree_[block.node].tag != HtmlTag::p && block.text.size() < 25)
      return BlockKind::furniture;
    return kind;
  }

  BlockKind kind_by_tags(std::uint32_t node, bool is_long) const {
    if ((roles_.of(node) & kEmbedRole) != 0) return BlockKind::embed;
    for (; node > container_; node = tree_[node].parent) {
      if (has_traits(tree_[node].tag, kHeading)) return BlockKind::heading;
      if (tree_[node].tag == HtmlTag::li || tree_[node].tag == HtmlTag::dd || tree_[node].tag == HtmlTag::dt)
        return BlockKind::list;
      if (tree_[node].tag == HtmlTag::blockquote) return BlockKind::quote;
      // Pages of old lay themselves out in tables.
      if (is_long && tree_[node].tag == HtmlTag::td) return BlockKind::paragraph;
      if (tree_[node].tag == HtmlTag::td || tree_[node].tag == HtmlTag::th) return BlockKind::table;
    }
    return BlockKind::paragraph;
  }

  // Sentences may be mostly links; a line that is nothing else leads elsewhere.
  bool is_led_by_links(const PageBlock& block) const {
    const std::size_t own = block.text.size() - std::min<std::size_t>(block.link_bytes, block.text.size());
    if (tree_[block.node].tag == HtmlTag::p) return own < 25 && own * 2 < block.text.size();
    return own * 2 < block.text.size();
  }

  bool is_title(const PageBlock& block) const {
    return block.text.size() < 400 && !title_words_.empty() && folded_words(block.text) == title_words_;
  }

  // Where the page gives its text as data, a paragraph that is not in it is none of the article's, but
  // for long ones beside those that are: data leave out paragraphs with a large first letter.
  void drop_unconfirmed() {
    if (data_.confirmed.empty()) return;
    std::size_t last = 0;
    boost::unordered_flat_set<std::uint32_t> holders;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!data_.confirmed[i]) continue;
      last = i;
      holders.insert(tree_[blocks_[i].node].parent);
    }
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (kinds_[i] != BlockKind::paragraph || data_.confirmed[i]) continue;
      const bool is_beside = blocks_[i].text.size() > 250 && tree_[blocks_[i].node].tag == HtmlTag::p &&
                             holders.contains(tree_[blocks_[i].node].parent);
      if (i < last ? !is_beside : data_.is_whole) kinds_[i] = BlockKind::furniture;
    }
  }

  // A heading is one of what follows it.
  void drop_titles_of_nothing() {
    bool any = false;
    for (std::size_t i = kinds_.size(); i-- > 0;) {
      if (kinds_[i] == BlockKind::heading) {
        if (!any) kinds_[i] = BlockKind::furniture;
      } else if (kinds_[i] == BlockKind::paragraph || kinds_[i] == BlockKind::list ||
                 kinds_[i] == BlockKind::quote || kinds_[i] == BlockKind::table ||
                 kinds_[i] == BlockKind::embed) {
        any = true;
      }
    }
  }

  const HtmlTree& tree_;
  const std::vector<PageBlock>& blocks_;
  const ArticleClues& clues_;
  ElementRoles roles_;
  std::vector<BlockKind> kinds_;
  std::vector<std::string> title_words_;
  ConfirmedBlocks data_;
  std::vector<bool> teasers_;
  std::uint32_t container_ = 0;
};

}  // namespace

std::vector<BlockKind> find_article(const HtmlTree& tree, const std::vector<PageBlock>& blocks,
                                    const ArticleClues& clues) {
  return ArticleFinder(tree, blocks, clues).find();
}

}  // namespace hearsay
