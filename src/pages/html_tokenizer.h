// Markup as a sequence of tags and texts.
#ifndef HEARSAY_SRC_PAGES_HTML_TOKENIZER_H_
#define HEARSAY_SRC_PAGES_HTML_TOKENIZER_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "pages/html_tag.h"

namespace hearsay {

// As written: the name may have capitals, the value references.
struct RawAttribute {
  std::string_view name;
  std::string_view value;
};

enum class HtmlTokenKind : std::uint8_t { text, start_tag, end_tag, end };

struct HtmlToken {
  HtmlTokenKind kind = HtmlTokenKind::end;
  HtmlTag tag = HtmlTag::text;
  bool self_closing = false;
  bool is_literal = false;  // text without references: a script's
  std::string_view text;    // of a text, its bytes; of a tag, its name as written
};

// Reads tags as the tokenizer of the HTML standard does, but reports no errors, and skips
// comments and document types. Linear time for any bytes.
class HtmlTokenizer {
 public:
  // `markup` must outlive the tokenizer and what it returns.
  explicit HtmlTokenizer(std::string_view markup) : markup_(markup) {}

  // The next token; of kind `end` after the last one. Texts may come in several pieces.
  HtmlToken next();

  // Of the start tag returned last: at most kMaxAttributes, in order.
  const std::vector<RawAttribute>& attributes() const { return attributes_; }

  // To be called after a start tag of such an element: its content, up to its end tag, is
  // one text.
  void read_raw_text(HtmlTag tag) { raw_ = tag; }
  // Whether <![CDATA[ begins a text: within <svg> and <math>.
  void allow_cdata(bool allowed) { cdata_ = allowed; }

  static constexpr std::size_t kMaxAttributes = 256;

 private:
  HtmlToken text_token(std::size_t begin, std::size_t end, bool is_literal = false) const;
  HtmlToken next_raw_text();
  bool skip_declaration(HtmlToken& cdata);
  HtmlToken read_tag(HtmlTokenKind kind);
  void read_attribute();
  bool at_end() const { return at_ >= markup_.size(); }
  void skip_space();

  std::string_view markup_;
  std::size_t at_ = 0;
  HtmlTag raw_ = HtmlTag::text;  // not `text`: the element whose content is read next
  bool cdata_ = false;
  std::vector<RawAttribute> attributes_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_HTML_TOKENIZER_H_
