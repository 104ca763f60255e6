// Any bytes as a page: a document that breaks no rule, with text in UTF-8, or an error of one line;
// the same twice. Trees are whole, and no deeper than they may be.
#include "pages/page.h"

#include <vector>

#include "document/utf8.h"
#include "pages/character_sets.h"
#include "pages/html_tree.h"
#include "tests/fuzz/fuzz.h"

namespace hearsay {
namespace {

void require_tree(const HtmlTree& tree) {
  std::vector<std::uint32_t> depth(tree.size());
  for (std::uint32_t i = 1; i < tree.size(); ++i) {
    const HtmlNode& node = tree[i];
    require(node.parent < i && i < tree[node.parent].end, "a node lies in its parent");
    require(node.end > i && node.end <= tree[node.parent].end, "a node ends before its parent does");
    depth[i] = depth[node.parent] + 1;
    require(depth[i] <= HtmlTree::kMaxDepth, "trees are not too deep");
    require(node.tag != HtmlTag::text || node.end == i + 1, "texts hold nothing");
    require(is_valid_utf8(node.text), "texts and names are UTF-8");
    for (const HtmlAttribute& attribute : tree.attributes(i)) {
      require(is_valid_utf8(attribute.name) && is_valid_utf8(attribute.value), "attributes are UTF-8");
    }
  }
  require(tree[0].end == tree.size(), "everything lies in the first node");
}

void read(std::string_view bytes) {
  const Result<HtmlTree> tree = HtmlTree::parse(decode_page(bytes, ""));
  if (tree) require_tree(*tree);
  const PageSource source{.url = "https://paper.example.com/2025/06/14/bridge", .content_type = ""};
  const Result<Document> doc = read_page(bytes, source);
  if (!doc) {
    require(!doc.error().message.empty(), "an error has a message");
    require(doc.error().message.find('\n') == std::string::npos, "a message is one line");
    return;
  }
  require_none(find_violation(*doc));
  require(!doc->text.empty() && !doc->blocks.empty(), "a page that is read has text");
  const Result<Document> again = read_page(bytes, source);
  require(again && again->text == doc->text && again->blocks == doc->blocks,
          "the same page twice is the same");
  require(again->metadata == doc->metadata, "with the same metadata");
}

}  // namespace
}  // namespace hearsay

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  hearsay::read(hearsay::as_text(data, size));
  return 0;
}
