#include "pages/page_titles.h"

#include <algorithm>

#include "pages/character_references.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxTitleBytes = 500;

std::vector<std::string_view> words_of(std::string_view folded_text) {
  std::vector<std::string_view> words;
  while (!folded_text.empty()) {
    const std::size_t end = std::min(folded_text.find(' '), folded_text.size());
    words.push_back(folded_text.substr(0, end));
    folded_text.remove_prefix(std::min(end + 1, folded_text.size()));
  }
  return words;
}

// Twice the words in common by the words of both.
double likeness(std::string_view a, std::string_view b) {
  std::vector<std::string_view> x = words_of(a), y = words_of(b), common;
  if (x.empty() || y.empty()) return 0;
  std::ranges::sort(x);
  std::ranges::sort(y);
  std::ranges::set_intersection(x, y, std::back_inserter(common));
  return 2.0 * static_cast<double>(common.size()) / static_cast<double>(x.size() + y.size());
}

bool begins_with_words(std::string_view text, std::string_view words) {
  return text.starts_with(words) && (text.size() == words.size() || text[words.size()] == ' ');
}

bool ends_with_words(std::string_view text, std::string_view words) {
  return text.ends_with(words) &&
         (text.size() == words.size() || text[text.size() - words.size() - 1] == ' ');
}

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ') out += c;
  }
  return out;
}

struct Separator {
  std::size_t begin = std::string_view::npos, end = 0;
};

// The first or last separator between the title and the name of the site.
Separator find_separator(std::string_view text, bool last) {
  Separator found;
  for (const std::string_view mark : {" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ",
                                      " // ", " ~ ", " < ", " > ", "| ", ": "}) {
    const std::size_t at = last ? text.rfind(mark) : text.find(mark);
    if (at == std::string_view::npos || at == 0 || at + mark.size() >= text.size()) continue;
    if (found.begin == std::string_view::npos || (last ? at > found.begin : at < found.begin)) {
      found = {at, at + mark.size()};
    }
  }
  return found;
}

class Titles {
 public:
  Titles(const HtmlTree& tree, const PageEvidence& evidence, const LinkedArticle* article,
         std::string_view site, std::string_view url)
      : tree_(tree), evidence_(evidence), site_(folded(site)) {
    const std::size_t scheme = url.find("://");
    const std::size_t host = scheme == std::string_view::npos ? 0 : scheme + 3;
    host_ = without_blanks(folded(url.substr(host, std::min(url.find('/', host), url.size()) - host)));
    add(meta_content(evidence, {"og:title"}));
    if (article != nullptr && article->kind >= LinkedKind::work) add(article->headline);
    add(meta_content(evidence, {"parsely-title", "sailthru.title", "dc.title", "dcterms.title"}));
    add(meta_content(evidence, {"twitter:title", "citation_title"}));
    add(evidence.title_element);
  }

  PageTitle find() const {
    PageTitle title;
    double best = 0;
    std::size_t by = 0;
    for (const std::uint32_t heading : evidence_.headings) {
      const std::string text = tree_.text_of(heading);
      const std::string fold = folded(cut_text(text, kMaxTitleBytes));
      if (fold.empty() || is_site(fold)) continue;
      for (std::size_t t = 0; t < wanted_.size(); ++t) {
        double score = agreement(fold, wanted_[t].fold) - 0.01 * static_cast<double>(t);
        if (tree_[heading].tag != HtmlTag::h1) score -= tree_[heading].tag == HtmlTag::h2 ? 0.1 : 0.2;
        if (score <= best) continue;
        best = score;
        by = t;
        title = {text, heading};
      }
    }
    if (best >= 0.45) {
      if (best < 0.75) title.text = wanted_[by].text;
      return title;
    }
    return wanted_.empty() ? first_heading() : find_unmarked();
  }

 private:
  struct Wanted {
    std::string text, fold;
  };

  void add(std::string_view text) {
    std::string decoded, clean;
    decode_references(text, false, decoded);
    append_collapsed(decoded, clean);
    while (clean.ends_with(' ')) clean.pop_back();
    if (clean.empty() || clean.size() > kMaxTitleBytes) return;
    clean = without_site(clean);
    std::string fold = folded(clean);
    if (fold.empty() || is_site(fold)) return;
    wanted_.push_back({std::move(clean), std::move(fold)});
  }

  bool is_site(std::string_view fold) const {
    if (fold == site_) return true;
    const std::string compact = without_blanks(fold);
    return compact.size() >= 4 && host_.find(compact) != std::string::npos;
  }

  // Takes off what names the site at either end.
  std::string without_site(std::string text) const {
    for (int times = 0; times < 2; ++times) {
      const Separator last = find_separator(text, true);
      if (last.begin == std::string_view::npos) return text;
      if (names_site(text.substr(last.end))) {
        text.resize(last.begin);
        while (text.ends_with(' ')) text.pop_back();
        continue;
      }
      const Separator first = find_separator(text, false);
      if (!names_site(text.substr(0, first.begin))) return text;
      text.erase(0, first.end);
    }
    return text;
  }

  bool names_site(std::string_view segment) const {
    const std::string fold = folded(segment);
    if (fold.empty() || is_site(fold)) return true;
    if (!site_.empty() && (begins_with_words(fold, site_) || begins_with_words(site_, fold))) return true;
    return false;
  }

  // The first of the titles, and the element that says what one of them does or begins with, though it is no
  // heading.
  PageTitle find_unmarked() const {
    for (std::uint32_t i = std::max(evidence_.body, 1u); i < tree_.size(); ++i) {
      if (tree_[i].tag == HtmlTag::text || tree_[i].tag == HtmlTag::a) continue;
      const std::size_t size = text_size(tree_, evidence_, i);
      const auto fits = [&](const Wanted& w) {
        return 2 * size >= w.fold.size() && size <= w.text.size() + 100;
      };
      if (std::ranges::none_of(wanted_, fits)) continue;
      const std::string text = tree_.text_of(i), fold = folded(text);
      for (const Wanted& w : wanted_) {
        if (w.fold == fold) return {wanted_.front().text, i};
        if (2 * fold.size() > w.fold.size() && begins_with_words(w.fold, fold) && !is_site(fold))
          return {text, i};
      }
    }
    return {wanted_.front().text, 0};
  }

  static double agreement(std::string_view heading, std::string_view wanted) {
    if (heading == wanted) return 1;
    const double part = static_cast<double>(std::min(heading.size(), wanted.size())) /
                        static_cast<double>(std::max(heading.size(), wanted.size()));
    if (begins_with_words(wanted, heading) && part > 0.3) return 0.8 + 0.1 * part;
    if (ends_with_words(wanted, heading) && part > 0.5) return 0.76;
    return 0.74 * likeness(heading, wanted);
  }

  PageTitle first_heading() const {
    for (const std::uint32_t heading : evidence_.headings) {
      std::string text = tree_.text_of(heading);
      if (!text.empty() && text.size() <= kMaxTitleBytes && !is_site(folded(text)))
        return {std::move(text), heading};
    }
    return {evidence_.title_element.substr(
                0, evidence_.title_element.size() > kMaxTitleBytes ? 0 : kMaxTitleBytes),
            0};
  }

  const HtmlTree& tree_;
  const PageEvidence& evidence_;
  std::string site_, host_;
  std::vector<Wanted> wanted_;
};

}  // namespace

PageTitle find_page_title(const HtmlTree& tree, const PageEvidence& evidence, const LinkedArticle* article,
                          std::string_view site, std::string_view url) {
  return Titles(tree, evidence, article, site, url).find();
}

}  // namespace hearsay
