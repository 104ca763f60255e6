// Contents as a text of their own: what stands inside other attributions' contents,
// without the words around it and without the quotation marks of a direct one.
#ifndef HEARSAY_SRC_ATTRIBUTION_CONTENT_VIEW_H_
#define HEARSAY_SRC_ATTRIBUTION_CONTENT_VIEW_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "attribution/facts.h"
#include "hearsay/document.h"

namespace hearsay {

// One paragraph a content. Trees are cut where they leave the content.
struct ContentView {
  Facts facts;
  std::vector<std::uint32_t> tokens;  // for each token of the view, that of the document
  std::vector<std::uint32_t> owners;  // for each paragraph, the attribution whose content it is
  // Memory of view_contents().
  std::vector<std::uint32_t> order;
  std::vector<std::uint32_t> place;  // for each token of the document, that of the view, or kNone
  std::vector<Token> spans;
};

// Views the contents of doc.attributions from number `first` on. Of contents that share a
// token only the longest is in the view, so that it has no more tokens than the document.
// Requires: `facts` are those of `doc`. O(tokens + attributions x log).
void view_contents(const Document& doc, const Facts& facts, std::size_t first, ContentView& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_CONTENT_VIEW_H_
