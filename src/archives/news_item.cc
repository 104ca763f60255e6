#include "archives/news_item.h"

#include <utility>

#include "document/reading.h"

namespace hearsay {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<')
      out += "&lt;";
    else if (c == '&')
      out += "&amp;";
    else
      out += c;
  }
  return out;
}

std::string joined(const std::string& headline, const std::string& body) {
  return headline + (headline.empty() || body.empty() ? "" : "\n\n") + body;
}

}  // namespace

std::optional<Article> article_of(NewsItem item, std::string place) {
  const bool taken_back = is_taken_back(item.metadata.status);
  if (item.text.empty() && item.html.empty() && !taken_back) return std::nullopt;
  Article article{.place = std::move(place), .doc = {}, .page = {}, .error = {}};
  Metadata& m = article.doc.metadata = std::move(item.metadata);
  if (taken_back) {
    if (m.title.empty()) m.title = m.id;
    article.doc.text = joined(m.title, item.note);
  } else if (item.html.empty()) {
    article.doc.text = joined(m.title, item.text);
  } else {
    std::string page = "<!doctype html><html><head><title>" + escaped(m.title) +
                       "</title></head><body><article><h1>" + escaped(m.title) + "</h1>\n" + item.html +
                       "</article></body></html>";
    article.page = RawPage{std::move(page), m.url, "text/html; charset=utf-8"};
  }
  // A notice that names nothing takes nothing back.
  if (article.doc.text.empty() && !article.page) return std::nullopt;
  return article;
}

}  // namespace hearsay
