#include "feeds/feed.h"

#include <utility>

#include "feeds/feed_date.h"
#include "feeds/markup_text.h"
#include "feeds/xml_feed.h"
#include "format/json_feed.h"

namespace hearsay {
namespace {

FeedItem plain_item(JsonFeedItem&& item) {
  FeedItem plain;
  plain.id = std::move(item.id);
  plain.url = std::move(item.url);
  plain.title = markup_line(item.title);
  for (const std::string& author : item.authors)
    plain.byline += (plain.byline.empty() ? "" : ", ") + one_line(author);
  plain.published = feed_date(item.published);
  plain.updated = feed_date(item.modified);
  if (plain.published.empty()) plain.published = plain.updated;
  plain.language = std::move(item.language);
  plain.content = item.content_html.empty() ? std::move(item.content_text) : markup_text(item.content_html);
  plain.summary = std::move(item.summary);
  return plain;
}

Result<Feed> read_json_feed(std::string_view bytes, const FeedSource& source, const ReceiveItem& receive) {
  Result<JsonFeed> read = parse_json_feed(bytes);
  if (!read) return Error{read.error().code, source.name + ": " + read.error().message};
  for (JsonFeedItem& item : read->items) {
    if (!receive(plain_item(std::move(item)))) break;
  }
  return Feed{.title = one_line(read->title), .language = std::move(read->language)};
}

}  // namespace

Result<Feed> read_feed(std::string_view bytes, const FeedSource& source, const ReceiveItem& receive) {
  std::string_view start = bytes;
  if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
  const std::size_t first = start.find_first_not_of(" \t\r\n");
  if (first == start.npos) {
    return Error{ErrorCode::invalid_input, source.name + ": expected a feed, found nothing"};
  }
  if (start[first] == '{') return read_json_feed(start, source, receive);
  return read_xml_feed(bytes, source, receive);
}

}  // namespace hearsay
