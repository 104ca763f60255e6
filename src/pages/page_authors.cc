#include "pages/page_authors.h"

#include <algorithm>
#include <vector>

#include "pages/bylines.h"
#include "pages/character_references.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kMaxBylineBytes = 160;
constexpr std::uint32_t kNearTitle = 1500;  // bytes of text between title and byline

using Names = std::vector<std::string>;

void add_names(std::string_view text, Names& names) {
  std::string decoded;
  decode_references(text, false, decoded);
  for (std::string& name : names_in_byline(decoded)) {
    if (names.size() < 20) names.push_back(std::move(name));
  }
}

Names by_meta(const PageEvidence& evidence) {
  for (const std::string_view wanted :
       {"author", "article:author_name", "parsely-author", "sailthru.author", "byl", "byline", "dc.creator",
        "dcterms.creator", "citation_author", "article:author", "cxenseparse:author", "article.author",
        "og:article:author", "twitter:data1"}) {
    Names names;
    for (const MetaTag& meta : evidence.metas) {
      if (meta.name == wanted) add_names(meta.content, names);
    }
    if (!names.empty() &&
        (wanted != "twitter:data1" || meta_content(evidence, {"twitter:label1"}) == "Written by")) {
      return names;
    }
  }
  return {};
}

class VisibleAuthors {
 public:
  VisibleAuthors(const HtmlTree& tree, const PageEvidence& evidence, std::uint32_t title)
      : tree_(tree), evidence_(evidence), title_(title) {}

  // The nearest to the title of the elements that are marked as the author's, then of the lines that begin
  // with "By".
  Names find() const {
    Names best;
    std::uint32_t nearest = kNearTitle;
    for (const std::uint32_t node : evidence_.authors) {
      const std::uint32_t distance = distance_of(node);
      const std::uint32_t size = text_size(tree_, evidence_, node);
      if (size == 0 || size > kMaxBylineBytes || distance >= nearest || is_other(node)) continue;
      Names names = names_in_byline(tree_.text_of(node));
      if (names.empty()) continue;
      best = std::move(names);
      nearest = distance;
    }
    return best.empty() && title_ != 0 ? find_line() : best;
  }

 private:
  // Bytes of text between the title and the node; those before it count fourfold.
  std::uint32_t distance_of(std::uint32_t node) const {
    if (title_ == 0) return 0;
    const std::uint32_t at = evidence_.text_before[node], end = evidence_.text_before[tree_[title_].end];
    if (at >= end) return at - end;
    return 4 *
           std::min(evidence_.text_before[title_] - std::min(evidence_.text_before[title_], at), kNearTitle);
  }

  // Whether it names authors of something else.
  bool is_other(std::uint32_t node) const {
    int level = 0;
    for (std::uint32_t n = node; n > evidence_.body && level < 12; n = tree_[n].parent, ++level) {
      if (tree_[n].tag == HtmlTag::footer || tree_[n].tag == HtmlTag::aside || tree_[n].tag == HtmlTag::nav)
        return true;
      for (const std::string_view name : {"class", "id"}) {
        const std::string words = folded_ascii(tree_.attribute(n, name));
        for (const std::string_view other : {"comment", "related", "sidebar", "recommend", "teaser"}) {
          if (words.find(other) != std::string::npos) return true;
        }
      }
    }
    return false;
  }

  static std::string folded_ascii(std::string_view text) {
    std::string out(text.substr(0, 200));
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
  }

  Names find_line() const {
    for (std::uint32_t i = tree_[title_].end; i < tree_.size(); ++i) {
      if (distance_of(i) > kNearTitle / 2) return {};
      const HtmlNode& node = tree_[i];
      if (node.tag != HtmlTag::text || evidence_.text_before[i + 1] == evidence_.text_before[i]) continue;
      std::string text;
      append_collapsed(node.text, text);
      if (!text.starts_with("By ") && !text.starts_with("by ") && text != "By" && !text.starts_with("Von "))
        continue;
      const std::uint32_t holder = text.size() < 5 ? node.parent : i;
      if (text_size(tree_, evidence_, holder) > kMaxBylineBytes) continue;
      if (Names names = names_in_byline(tree_.text_of(holder)); !names.empty()) return names;
    }
    return {};
  }

  const HtmlTree& tree_;
  const PageEvidence& evidence_;
  std::uint32_t title_;
};

}  // namespace

std::string find_page_byline(const HtmlTree& tree, const PageEvidence& evidence, const LinkedArticle* article,
                             std::uint32_t title, std::string_view publisher) {
  Names names;
  const std::string site = folded(publisher);
  const auto drop_site = [&] {
    std::erase_if(names, [&](const std::string& name) { return folded(name) == site; });
  };
  if (article != nullptr) {
    for (const std::string& author : article->authors) add_names(author, names);
  }
  drop_site();
  if (names.empty()) names = by_meta(evidence);
  drop_site();
  if (names.empty()) names = VisibleAuthors(tree, evidence, title).find();
  drop_site();
  return join_names(names);
}

}  // namespace hearsay
