#include "pages/page_metadata.h"

#include <algorithm>

#include "pages/character_references.h"
#include "pages/page_authors.h"
#include "pages/page_dates.h"
#include "pages/page_evidence.h"
#include "pages/page_titles.h"

namespace hearsay {
namespace {

// References that were escaped twice, and white space, as readers see them.
std::string clean(std::string_view text) {
  std::string decoded, out;
  decode_references(text, false, decoded);
  append_collapsed(decoded, out);
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string_view host_and_path(std::string_view url) {
  const std::size_t scheme = url.find("://");
  url.remove_prefix(scheme == std::string_view::npos ? 0 : scheme + 3);
  url = url.substr(0, url.find_first_of("?#"));
  while (url.ends_with('/')) url.remove_suffix(1);
  if (url.starts_with("www.")) url.remove_prefix(4);
  return url;
}

// A front page is no article's address, whatever the page says.
std::string canonical_url(const PageEvidence& evidence, std::string_view url) {
  for (const std::string_view link :
       {evidence.canonical, meta_content(evidence, {"og:url", "twitter:url"})}) {
    const bool is_absolute = link.starts_with("https://") || link.starts_with("http://");
    if (!is_absolute || (!url.empty() && host_and_path(link).find('/') == std::string_view::npos)) continue;
    return clean(link);
  }
  return std::string(url);
}

// What JSON-LD says of this page's article: of several, the one with the page's address, else the first of
// the kind that is nearest to an article.
const LinkedArticle* find_article(const PageEvidence& evidence, std::string_view url,
                                  std::string_view canonical) {
  const LinkedArticle* found = nullptr;
  int best = -1;
  for (const LinkedArticle& article : evidence.linked.articles) {
    const std::string_view its = host_and_path(article.url);
    const bool here = !its.empty() && (its == host_and_path(url) || its == host_and_path(canonical));
    const int score = 2 * static_cast<int>(article.kind) + (here ? 3 : 0);
    if (score <= best) continue;
    best = score;
    found = &article;
  }
  return found;
}

std::string find_language(const HtmlTree& tree, const PageEvidence& evidence, const LinkedArticle* article) {
  std::string language(tree.attribute(0, "lang"));
  if (language.empty()) language = tree.attribute(0, "xml:lang");
  if (language.empty() && article != nullptr) language = article->language;
  if (language.empty())
    language = meta_content(evidence, {"og:locale", "content-language", "dc.language", "language"});
  std::ranges::replace(language, '_', '-');
  language = language.substr(0, language.find_first_of(" ,;"));
  const bool is_code =
      language.size() >= 2 && language.size() <= 12 && std::ranges::all_of(language, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
      });
  return is_code ? language : "";
}

std::string find_publisher(const PageEvidence& evidence, const LinkedArticle* article) {
  std::string name;
  if (article != nullptr) name = clean(article->publisher);
  if (name.empty()) name = clean(meta_content(evidence, {"og:site_name"}));
  if (name.empty()) name = clean(evidence.linked.site);
  if (name.empty()) {
    name = clean(meta_content(evidence, {"application-name", "dc.publisher", "dcterms.publisher",
                                         "citation_publisher", "apple-mobile-web-app-title", "publisher"}));
  }
  return name.find("://") == std::string::npos ? name : "";
}

}  // namespace

PageMetadata read_metadata(const HtmlTree& tree, std::string_view url) {
  const PageEvidence evidence = gather_evidence(tree);
  PageMetadata page;
  page.url = canonical_url(evidence, url);
  const std::string_view address = url.empty() ? std::string_view(page.url) : url;
  const LinkedArticle* article = find_article(evidence, url, page.url);
  page.language = find_language(tree, evidence, article);
  page.publisher = find_publisher(evidence, article);
  std::string site = clean(meta_content(evidence, {"og:site_name"}));
  if (site.empty()) site = page.publisher;
  PageTitle title = find_page_title(tree, evidence, article, site, address);
  page.title = std::move(title.text);
  page.title_node = title.node;
  page.byline = find_page_byline(tree, evidence, article, title.node, site);
  const PageDates dates = find_page_dates(
      tree, evidence, {.url = address, .language = page.language, .title = title.node, .article = article});
  if (dates.published) page.published = to_iso8601(*dates.published);
  if (dates.modified) page.modified = to_iso8601(*dates.modified);
  if (page.modified == page.published) page.modified.clear();
  if (article != nullptr) {
    page.section = clean(article->section);
    page.article_body = article->body;
  }
  if (page.section.empty()) page.section = clean(meta_content(evidence, {"article:section", "og:section"}));
  return page;
}

}  // namespace hearsay
