#include "pages/html_tree.h"

#include <utility>

#include "document/unicode.h"
#include "document/utf8.h"
#include "pages/html_tree_builder.h"

namespace hearsay {

Result<HtmlTree> HtmlTree::parse(std::string markup) {
  if (markup.size() > kMaxBytes) {
    return Error{ErrorCode::invalid_input, "expected a page of at most " + std::to_string(kMaxBytes) +
                                               " bytes, found " + std::to_string(markup.size())};
  }
  return HtmlTreeBuilder(std::move(markup)).build();
}

std::span<const HtmlAttribute> HtmlTree::attributes(std::uint32_t node) const {
  return std::span(attributes_).subspan(nodes_[node].first_attribute, nodes_[node].attribute_count);
}

std::string_view HtmlTree::attribute(std::uint32_t node, std::string_view name) const {
  for (const HtmlAttribute& attribute : attributes(node)) {
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

bool HtmlTree::has_attribute(std::uint32_t node, std::string_view name) const {
  for (const HtmlAttribute& attribute : attributes(node)) {
    if (attribute.name == name) return true;
  }
  return false;
}

std::string HtmlTree::text_of(std::uint32_t node) const {
  std::string text;
  std::uint32_t last = node;  // where the text before stood
  for (std::uint32_t i = node; i < nodes_[node].end;) {
    const HtmlTag tag = nodes_[i].tag;
    if (i != node && (tag == HtmlTag::script || tag == HtmlTag::style || tag == HtmlTag::template_)) {
      i = nodes_[i].end;
      continue;
    }
    if (tag == HtmlTag::text) {
      for (; last != node && nodes_[last].end <= i; last = nodes_[last].parent) {
        if (has_traits(nodes_[last].tag, kBlock)) append_collapsed(" ", text);
      }
      append_collapsed(nodes_[i].text, text);
      last = nodes_[i].parent;
    } else if (tag == HtmlTag::br || has_traits(tag, kBlock)) {
      append_collapsed(" ", text);
    }
    ++i;
  }
  if (text.ends_with(' ')) text.pop_back();
  return text;
}

void append_collapsed(std::string_view text, std::string& out) {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    std::size_t length = 1;
    bool blank = byte <= 0x20 || byte == 0x7F;
    // U+0080 to U+00A0; U+2000 to U+200A, U+2028, U+2029, U+202F; U+3000.
    if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) <= 0xA0) {
      blank = true;
      length = 2;
    } else if ((byte == 0xE2 || byte == 0xE3) && i + 2 < text.size()) {
      const auto second = static_cast<unsigned char>(text[i + 1]);
      const auto third = static_cast<unsigned char>(text[i + 2]);
      blank =
          second == 0x80 &&
          (byte == 0xE3 ? third == 0x80 : third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF);
      length = blank ? 3 : 1;
    }
    if (!blank) {
      const std::size_t begin = i;
      while (i < text.size() && static_cast<unsigned char>(text[i]) > 0x20 &&
             static_cast<unsigned char>(text[i]) < 0x7F)
        ++i;
      if (i == begin) ++i;
      out.append(text, begin, i - begin);
      continue;
    }
    if (!out.empty() && out.back() != ' ') out += ' ';
    i += length;
  }
}

std::string_view cut_text(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return text.substr(0, most);
}

}  // namespace hearsay
