// Any bytes as a feed and as a list of feeds: items in UTF-8, or an error of one line.
#include "feeds/feed.h"

#include "document/utf8.h"
#include "feeds/feed_date.h"
#include "feeds/markup_text.h"
#include "feeds/opml.h"
#include "tests/fuzz/fuzz.h"

namespace hearsay {
namespace {

void require_one_line(const Error& error) {
  require(!error.message.empty(), "an error has a message");
  require(error.message.find('\n') == std::string::npos, "a message is one line");
}

void require_item(const FeedItem& item) {
  for (const std::string* field :
       {&item.id, &item.url, &item.base, &item.title, &item.byline, &item.published, &item.updated,
        &item.language, &item.content, &item.summary}) {
    require(is_valid_utf8(*field), "fields are UTF-8");
  }
  for (const std::string* field : {&item.title, &item.byline})
    require(field->find('\n') == std::string::npos, "titles and names are one line");
  for (const std::string* date : {&item.published, &item.updated})
    require(date->empty() || feed_date(*date) == *date, "dates are ISO 8601");
}

void read(std::string_view bytes) {
  const auto feed = read_feed(bytes, {.name = "f", .content_type = "text/xml"}, [](FeedItem&& item) {
    require_item(item);
    return true;
  });
  if (!feed) require_one_line(feed.error());
  const auto list = read_opml(bytes, "f");
  if (!list) require_one_line(list.error());
  if (is_valid_utf8(bytes)) require(is_valid_utf8(markup_text(bytes)), "text is UTF-8");
}

}  // namespace
}  // namespace hearsay

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  hearsay::read(hearsay::as_text(data, size));
  return 0;
}
