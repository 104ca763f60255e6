#include "watch_article.h"

#include <charconv>
#include <sstream>
#include <string_view>
#include <utility>

#include "format/content_id.h"
#include "ingest/plain_text.h"
#include "pages/page.h"

namespace hearsay {
namespace {

constexpr std::size_t kLeastWholeBytes = 300;
constexpr std::size_t kMostWholeBytes = std::size_t{4} << 20;  // no newsroom writes that much

// "text/html" of "Text/HTML; charset=utf-8".
std::string media_type(std::string_view content_type) {
  std::string type(content_type.substr(0, content_type.find(';')));
  while (!type.empty() && (type.back() == ' ' || type.back() == '\t')) type.pop_back();
  for (char& c : type) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return type;
}

bool is_front(const Url& url) { return url.path == "/"; }

void fill(std::string& field, const std::string& value) {
  if (field.empty()) field = value;
}

// Which address the article is kept under: the page's own, where that is of the same host and no front page,
// for some sites name that of all their pages.
std::string own_address(const Document& doc, const Url& url) {
  const Result<Url> canonical = parse_url(doc.metadata.url);
  if (canonical && canonical->host == url.host && (!is_front(*canonical) || is_front(url)))
    return article_url(*canonical);
  return article_url(url);
}

void complete(Document& doc, const FeedItem& item, const ItemOrigin& origin) {
  Metadata& m = doc.metadata;
  fill(m.title, item.title);
  fill(m.byline, item.byline);
  fill(m.published, item.published);
  fill(m.publisher, origin.feed_title);
  fill(m.language, item.language.empty() ? origin.feed_language : item.language);
}

}  // namespace

Result<Document> article_of_page(const Fetched& page, const FeedItem& item, const ItemOrigin& origin) {
  const auto refuse = [](std::string message) { return Error{ErrorCode::invalid_input, std::move(message)}; };
  if (is_front(page.url) && !is_front(origin.url))
    return refuse("expected an article, found the front page of " + page.url.host);
  const std::string type = media_type(page.headers.content_type);
  Result<Document> doc = refuse("expected a page, found " + type.substr(0, 60));
  if (type == "text/plain") {
    std::istringstream in(page.body);
    doc = read_plain_text(in, "page");
  } else if (type.empty() || type == "text/html" || type == "application/xhtml+xml" ||
             type == "application/xml" || type == "text/xml") {
    doc = read_page(page.body, {.url = page.url.text, .content_type = page.headers.content_type});
  }
  if (!doc) return doc;
  doc->metadata.url = own_address(*doc, page.url);
  complete(*doc, item, origin);
  return doc;
}

Document article_of_item(const FeedItem& item, const ItemOrigin& origin) {
  Document doc;
  doc.text =
      (item.title.empty() ? "" : item.title + "\n\n") + (item.content.empty() ? item.summary : item.content);
  split_blocks(doc);
  if (!item.title.empty() && !doc.blocks.empty()) doc.blocks.front().kind = BlockKind::title;
  doc.metadata.url = origin.url.text.empty() ? "" : article_url(origin.url);
  if (origin.url.text.empty()) doc.metadata.id = origin.key;
  complete(doc, item, origin);
  return doc;
}

bool is_whole(const FeedItem& item) {
  const std::size_t bytes = item.content.empty() ? item.summary.size() : item.content.size();
  return bytes >= kLeastWholeBytes && bytes <= kMostWholeBytes;
}

bool is_poorer(const Document& page, const FeedItem& item) {
  return is_whole(item) && page.text.size() < item.content.size() / 2;
}

std::int64_t item_version(const FeedItem& item) {
  std::string said;
  for (const std::string* part : {&item.title, &item.updated, &item.published, &item.content, &item.summary})
    said += *part + '\n';
  const std::string id = content_id(said);
  std::uint64_t number = 0;
  std::from_chars(id.data(), id.data() + 16, number, 16);
  return static_cast<std::int64_t>(number);
}

}  // namespace hearsay
