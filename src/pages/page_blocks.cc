#include "pages/page_blocks.h"

#include <utility>

namespace hearsay {
namespace {

bool is_never_text(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::head:
    case HtmlTag::title:
    case HtmlTag::script:
    case HtmlTag::style:
    case HtmlTag::noscript:
    case HtmlTag::template_:
    case HtmlTag::svg:
    case HtmlTag::select:
    case HtmlTag::datalist:
    case HtmlTag::textarea:
    case HtmlTag::button:
    case HtmlTag::iframe:
    case HtmlTag::noframes:
    case HtmlTag::noembed:
    case HtmlTag::object:
    case HtmlTag::audio:
    case HtmlTag::video:
    case HtmlTag::canvas:
    case HtmlTag::map:
    case HtmlTag::dialog:
      return true;
    default:
      return false;
  }
}

// "display: none", in any spelling that pages use.
bool hides(std::string_view style) {
  for (std::size_t at = style.find("display"); at != style.npos; at = style.find("display", at)) {
    at += 7;
    while (at < style.size() && (style[at] == ' ' || style[at] == ':')) ++at;
    if (style.substr(at, 4) == "none") return true;
  }
  return style.find("visibility:hidden") != style.npos || style.find("visibility: hidden") != style.npos;
}

bool is_hidden(const HtmlTree& tree, std::uint32_t node) {
  for (const HtmlAttribute& attribute : tree.attributes(node)) {
    if (attribute.name == "hidden") return true;
    if (attribute.name == "aria-hidden" && attribute.value == "true") return true;
    if (attribute.name == "style" && hides(attribute.value)) return true;
  }
  return false;
}

class BlockFinder {
 public:
  explicit BlockFinder(const HtmlTree& tree) : tree_(tree), block_of_(tree.size()) {}

  std::vector<PageBlock> find() {
    for (std::uint32_t i = 1; i < tree_.size();) {
      const HtmlTag tag = tree_[i].tag;
      if (tag == HtmlTag::text) {
        add_text(i++);
        continue;
      }
      if (is_never_text(tag) || is_hidden(tree_, i)) {
        if (tag != HtmlTag::head) block_.text += ' ';
        i = tree_[i].end;
        continue;
      }
      const bool is_block = has_traits(tag, kBlock);
      block_of_[i] = is_block ? i : block_of_[tree_[i].parent];
      if (is_block) finish();
      if (tag == HtmlTag::br) add_break();
      ++i;
    }
    finish();
    return std::move(blocks_);
  }

 private:
  void add_text(std::uint32_t node) {
    const std::uint32_t block = block_of_[tree_[node].parent];
    if (block != block_.node) finish();
    block_.node = block;
    const std::size_t before = block_.text.size();
    append_collapsed(tree_[node].text, block_.text);
    if (block_.text.size() == before) return;
    const bool is_blank = block_.text.size() == before + 1 && block_.text.back() == ' ';
    if (is_blank) return;
    if (block_.first_text == 0) block_.first_text = node;
    block_.last_text = node;
    breaks_ = 0;
    if (tree_[node].in_link) block_.link_bytes += static_cast<std::uint32_t>(block_.text.size() - before);
  }

  // One break ends a line, two a paragraph.
  void add_break() {
    if (++breaks_ > 1) return finish();
    while (block_.text.ends_with(' ')) block_.text.pop_back();
    if (!block_.text.empty()) block_.text += '\n';
  }

  void finish() {
    breaks_ = 0;
    while (block_.text.ends_with(' ') || block_.text.ends_with('\n')) block_.text.pop_back();
    if (block_.first_text != 0 && !block_.text.empty()) blocks_.push_back(std::move(block_));
    block_ = {};
  }

  const HtmlTree& tree_;
  std::vector<std::uint32_t> block_of_;  // of elements; 0: the whole page
  std::vector<PageBlock> blocks_;
  PageBlock block_;
  int breaks_ = 0;  // since the last text
};

}  // namespace

std::vector<PageBlock> find_page_blocks(const HtmlTree& tree) { return BlockFinder(tree).find(); }

}  // namespace hearsay
