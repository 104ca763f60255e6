// Builds an HtmlTree from tokens; what html_tree.cc is made of.
#ifndef HEARSAY_SRC_PAGES_HTML_TREE_BUILDER_H_
#define HEARSAY_SRC_PAGES_HTML_TREE_BUILDER_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pages/html_tokenizer.h"
#include "pages/html_tree.h"

namespace hearsay {

// The stack of open elements is at most HtmlTree::kMaxDepth high, so what looks through it
// has a constant cost.
class HtmlTreeBuilder {
 public:
  explicit HtmlTreeBuilder(std::string markup);

  Result<HtmlTree> build();

 private:
  struct OpenElement {
    std::uint32_t node = 0;
    HtmlTag tag = HtmlTag::unknown;
    bool is_foreign = false;  // <svg>, <math> and what is in them
    bool is_link = false;
    bool is_closed = false;  // ends as soon as what was opened in it does
  };

  void add_text(const HtmlToken& token);
  void start_tag(const HtmlToken& token);
  void end_tag(const HtmlToken& token);

  // Each true: the tag is dealt with.
  bool start_document_part(const HtmlToken& token);
  bool start_foreign(const HtmlToken& token);
  bool start_in_select(HtmlTag tag);
  bool start_table_part(HtmlTag tag);
  void close_before(HtmlTag tag);
  void close_list_item(HtmlTag tag);
  void close_link();
  bool end_foreign(const HtmlToken& token);
  void end_formatting(HtmlTag tag);
  void end_in_scope(HtmlTag tag, unsigned edges_of_list);
  void end_any_other(const HtmlToken& token);

  void open_body();
  void insert(HtmlTag tag, std::string_view name, const std::vector<RawAttribute>& attributes,
              bool has_content);
  void insert_implied(HtmlTag tag) { insert(tag, to_string(tag), {}, true); }
  void pop();
  void pop_to(std::size_t height);
  void close(std::size_t index);
  bool in_foreign() const;
  bool is_open(HtmlTag tag) const { return open_count_[static_cast<std::size_t>(tag)] != 0; }
  HtmlTag top() const { return open_.back().tag; }
  // The height of the innermost such element on the stack; 0: there is none, or an edge of the
  // scope lies above it.
  std::size_t find_in_scope(HtmlTag tag, HtmlTag edge = HtmlTag::text, HtmlTag edge_2 = HtmlTag::text) const;
  std::size_t find_in_table_scope(HtmlTag tag) const;
  std::string_view keep(std::string&& decoded);
  void store_attributes(const std::vector<RawAttribute>& attributes, HtmlNode& node);

  HtmlTree tree_;
  HtmlTokenizer tokens_;
  std::vector<OpenElement> open_;
  std::array<std::uint16_t, kHtmlTagCount> open_count_{};  // of each tag: what is not open is not looked for
  std::size_t token_count_ = 0;
  std::size_t unopened_ = 0;  // elements that lay too deep, and have not ended
  std::size_t open_links_ = 0;
  bool has_head_ = false;
  bool has_body_ = false;
  std::string scratch_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_HTML_TREE_BUILDER_H_
