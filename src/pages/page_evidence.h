// What a page says of itself, gathered in one walk over its tree.
#ifndef HEARSAY_SRC_PAGES_PAGE_EVIDENCE_H_
#define HEARSAY_SRC_PAGES_PAGE_EVIDENCE_H_

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "format/linked_data.h"
#include "pages/html_tree.h"

namespace hearsay {

struct MetaTag {
  std::string name;          // of name, property, itemprop or http-equiv, in lower case
  std::string_view content;  // not empty
};

// Views into the tree, and indices of its nodes in document order.
struct PageEvidence {
  std::vector<MetaTag> metas;
  LinkedPage linked;  // from scripts and, as the last article, from microdata
  std::string_view canonical;
  std::string title_element;
  std::vector<std::uint32_t> headings;  // <h1> to <h3>
  std::vector<std::uint32_t> items;     // elements of the body with itemprop
  std::vector<std::uint32_t> authors;   // elements that a class, rel or itemprop calls the author
  std::uint32_t body = 0;               // the node of <body>, or 0
  // For each node, and one past the last: bytes of visible text before it.
  std::vector<std::uint32_t> text_before;
};

// The page's metas, links, scripts and marked elements. O(page).
PageEvidence gather_evidence(const HtmlTree& tree);

// The content of the first <meta> of the first of these names that is there.
std::string_view meta_content(const PageEvidence& evidence, std::initializer_list<std::string_view> names);

// Bytes of visible text in a node.
inline std::uint32_t text_size(const HtmlTree& tree, const PageEvidence& evidence, std::uint32_t node) {
  return evidence.text_before[tree[node].end] - evidence.text_before[node];
}

// Its letters and digits in lower case without marks, one blank between words: for comparing.
// Requires: valid UTF-8.
std::string folded(std::string_view text);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_PAGE_EVIDENCE_H_
