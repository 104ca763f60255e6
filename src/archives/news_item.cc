#include "archives/news_item.h"

#include <utility>

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

// Title and note, both marked as what is not read for statements: a note against what was said
// repeats it.
Document as_notice(Document doc, const std::string& note) {
  doc.text = joined(doc.metadata.title, note);
  const auto title_end = static_cast<std::uint32_t>(doc.metadata.title.size());
  const auto end = static_cast<std::uint32_t>(doc.text.size());
  doc.blocks.push_back({.kind = BlockKind::furniture, .span = {0, title_end}});
  if (!note.empty()) doc.blocks.push_back({.kind = BlockKind::furniture, .span = {title_end + 2, end}});
  return doc;
}

}  // namespace

std::optional<Article> article_of(NewsItem item, std::string place) {
  const bool taken_back = item.status == "canceled" || item.status == "withheld";
  if (item.text.empty() && item.html.empty() && !taken_back) return std::nullopt;
  Article article{.place = std::move(place), .doc = {}, .page = {}, .error = {}};
  Metadata& m = article.doc.metadata = std::move(item.metadata);
  if (taken_back) {
    m.title = "[" + item.status + " by its publisher] " + (m.title.empty() ? m.id : m.title);
    article.doc = as_notice(std::move(article.doc), item.note);
  } else if (item.html.empty()) {
    article.doc.text = joined(m.title, item.text);
  } else {
    std::string page = "<!doctype html><html><head><title>" + escaped(m.title) +
                       "</title></head><body><article><h1>" + escaped(m.title) + "</h1>\n" + item.html +
                       "</article></body></html>";
    article.page = RawPage{std::move(page), m.url, "text/html; charset=utf-8"};
  }
  return article;
}

}  // namespace hearsay
