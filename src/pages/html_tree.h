// A page as a tree of elements and texts.
//
// Nodes are in document order, so that a walk is a loop over a vector:
//
//   for (std::uint32_t i = 1; i < tree.size(); ++i)                              // all nodes
//   for (std::uint32_t c = node + 1; c < tree[node].end; c = tree[c].end)        // the children of one
//
// The tree is the one that browsers build of the page (HTML standard, "tree construction"), but for
// what would move nodes elsewhere: text that stands in a table outside its cells stays
// there; a <b> that is closed across paragraphs remains their parent. A script's text is
// kept, comments are not. Safe to read from many threads.
#ifndef HEARSAY_SRC_PAGES_HTML_TREE_H_
#define HEARSAY_SRC_PAGES_HTML_TREE_H_

#include <cstdint>
#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/result.h"
#include "pages/html_tag.h"

namespace hearsay {

struct HtmlAttribute {
  std::string_view name;   // lower case
  std::string_view value;  // references replaced
};

struct HtmlNode {
  HtmlTag tag = HtmlTag::text;  // text: of a text node
  bool in_link = false;         // of a text: it stands in an <a href>
  std::uint16_t attribute_count = 0;
  std::uint32_t first_attribute = 0;
  std::uint32_t parent = 0;  // of node 0: 0
  std::uint32_t end = 0;     // index after the last node below this one
  std::string_view text;     // of a text: references replaced; else the element's name as the page has it
};

class HtmlTree {
 public:
  static constexpr std::size_t kMaxBytes = std::size_t{64} << 20;
  static constexpr std::size_t kMaxNodes = 2'000'000;  // and as many attributes
  // Elements that lie deeper are put beside each other, as browsers do.
  static constexpr std::size_t kMaxDepth = 512;

  // Any bytes are markup; those that are no UTF-8 stay as they are. Fails with
  // invalid_input, naming limit and byte offset, on more than the limits above. Cost:
  // linear in the bytes, and no recursion.
  static Result<HtmlTree> parse(std::string markup);

  std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }
  // Node 0 is <html>, which every tree has, with the attributes of its tag.
  const HtmlNode& operator[](std::uint32_t node) const { return nodes_[node]; }

  std::span<const HtmlAttribute> attributes(std::uint32_t node) const;
  // The value of the first attribute of that name, given in lower case; "" if there is none.
  std::string_view attribute(std::uint32_t node, std::string_view name) const;
  bool has_attribute(std::uint32_t node, std::string_view name) const;

  // The texts below a node, one after the other, white space (and control characters) collapsed
  // to single blanks, none at the ends. Scripts and styles are left out, unless the node is one; <br> and
  // the edges of blocks are white space.
  std::string text_of(std::uint32_t node) const;

 private:
  friend class HtmlTreeBuilder;
  HtmlTree() = default;

  // Behind pointers, so that the tree can be moved without moving what is viewed.
  std::unique_ptr<const std::string> markup_;
  std::unique_ptr<std::pmr::monotonic_buffer_resource> decoded_;
  std::vector<HtmlNode> nodes_;
  std::vector<HtmlAttribute> attributes_;
};

// Appends `text` to `out`, each run of white space (U+00A0 among it) and control characters as one blank;
// none where `out` is empty or ends with one. Bytes that are no UTF-8 stay as they are.
void append_collapsed(std::string_view text, std::string& out);

// The longest beginning of `text` that has at most `most` bytes and cuts no character. Requires: valid UTF-8.
std::string_view cut_text(std::string_view text, std::size_t most);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_HTML_TREE_H_
