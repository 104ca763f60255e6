#include "pages/page_evidence.h"

#include <algorithm>

#include "document/unicode.h"
#include "document/utf8.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxMetas = 500;
constexpr std::size_t kMaxMarked = 500;

std::string lowered(std::string_view text) {
  std::string lower(text.substr(0, 200));
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

bool is_hidden(HtmlTag tag) {
  return tag == HtmlTag::script || tag == HtmlTag::style || tag == HtmlTag::template_ ||
         tag == HtmlTag::svg || tag == HtmlTag::head || tag == HtmlTag::noscript || tag == HtmlTag::iframe ||
         tag == HtmlTag::select;
}

class Gatherer {
 public:
  explicit Gatherer(const HtmlTree& tree) : tree_(tree) {}

  PageEvidence gather() {
    const std::uint32_t count = tree_.size();
    evidence_.text_before.resize(count + 1);
    std::uint32_t bytes = 0, hidden_until = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
      evidence_.text_before[i] = bytes;
      const HtmlNode& node = tree_[i];
      if (node.tag == HtmlTag::text) {
        if (i >= hidden_until) bytes += static_cast<std::uint32_t>(node.text.size());
        continue;
      }
      if (is_hidden(node.tag)) hidden_until = std::max(hidden_until, node.end);
      take(i, node, i < hidden_until);
    }
    evidence_.text_before[count] = bytes;
    return std::move(evidence_);
  }

 private:
  void take(std::uint32_t i, const HtmlNode& node, bool hidden) {
    switch (node.tag) {
      case HtmlTag::meta:
        take_meta(i, hidden);
        break;
      case HtmlTag::link:
        return take_link(i);
      case HtmlTag::script:
        return take_script(i);
      case HtmlTag::title:
        if (evidence_.title_element.empty()) evidence_.title_element = tree_.text_of(i);
        return;
      case HtmlTag::body:
        if (evidence_.body == 0) evidence_.body = i;
        return;
      case HtmlTag::h1:
      case HtmlTag::h2:
      case HtmlTag::h3:
        if (!hidden && evidence_.headings.size() < kMaxMarked) evidence_.headings.push_back(i);
        break;
      default:
        break;
    }
    if (!hidden && node.attribute_count > 0) take_marked(i);
  }

  // An itemprop in the body is one of what stands around it, which need not be the article.
  void take_meta(std::uint32_t i, bool in_head) {
    const std::string_view content = tree_.attribute(i, "content");
    if (content.empty() || evidence_.metas.size() >= kMaxMetas) return;
    for (const HtmlAttribute& attribute : tree_.attributes(i)) {
      if (attribute.name == "name" || attribute.name == "property" ||
          (attribute.name == "itemprop" && in_head) || (attribute.name == "http-equiv" && in_head)) {
        evidence_.metas.push_back({lowered(attribute.value), content});
      }
    }
  }

  void take_link(std::uint32_t i) {
    if (evidence_.canonical.empty() && lowered(tree_.attribute(i, "rel")) == "canonical") {
      evidence_.canonical = tree_.attribute(i, "href");
    }
  }

  void take_script(std::uint32_t i) {
    if (lowered(tree_.attribute(i, "type")).find("ld+json") == std::string::npos) return;
    if (i + 1 < tree_[i].end) read_linked_data(tree_[i + 1].text, evidence_.linked);
  }

  void take_marked(std::uint32_t i) {
    for (const HtmlAttribute& attribute : tree_.attributes(i)) {
      if (attribute.name == "itemprop" && evidence_.items.size() < kMaxMarked) evidence_.items.push_back(i);
      const bool may_name = attribute.name == "itemprop" || attribute.name == "rel" ||
                            attribute.name == "class" || attribute.name == "id" ||
                            attribute.name == "data-testid";
      if (!may_name || evidence_.authors.size() >= kMaxMarked) continue;
      const std::string value = lowered(attribute.value);
      if (value.find("author") == std::string::npos && value.find("byline") == std::string::npos) continue;
      if (evidence_.authors.empty() || evidence_.authors.back() != i) evidence_.authors.push_back(i);
    }
  }

  const HtmlTree& tree_;
  PageEvidence evidence_;
};

}  // namespace

PageEvidence gather_evidence(const HtmlTree& tree) { return Gatherer(tree).gather(); }

std::string_view meta_content(const PageEvidence& evidence, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const auto found = std::ranges::find(evidence.metas, name, &MetaTag::name);
    if (found != evidence.metas.end()) return found->content;
  }
  return {};
}

std::string folded(std::string_view text) {
  std::string out;
  bool between = false;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    i += c.length;
    const CharClass k = char_class(c.value);
    if (is_letter(k) || k == CharClass::digit) {
      if (between && !out.empty()) out += ' ';
      between = false;
      append_base(c.value, out);
    } else if (k != CharClass::mark) {
      between = true;
    }
  }
  return out;
}

}  // namespace hearsay
