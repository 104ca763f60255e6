// Articles out of what feeds and the pages that they link to hold.
#ifndef HEARSAY_APPS_HEARSAY_WATCH_ARTICLE_H_
#define HEARSAY_APPS_HEARSAY_WATCH_ARTICLE_H_

#include <cstdint>
#include <string>

#include "feeds/feed.h"
#include "fetch/fetcher.h"
#include "hearsay/document.h"
#include "hearsay/result.h"

namespace hearsay {

// The types of pages that are asked for, as HTTP has them, and the largest page that is read.
inline constexpr const char* kPageTypes = "text/html, application/xhtml+xml, text/plain;q=0.5";
inline constexpr std::size_t kMostFetchedBytes = std::size_t{16} << 20;

// Where an item was found.
struct ItemOrigin {
  std::string feed_title, feed_language;
  std::string key;  // its address in the ledger's memory
  Url url;          // of its page; empty: it has none
};

// The article on a page; what the page does not say of itself, its item does. Fails with invalid_input,
// saying what was expected and found: what came is no page, or holds no article, or is the front page, to
// which sites send whoever asks for an article that is gone.
Result<Document> article_of_page(const Fetched& page, const FeedItem& item, const ItemOrigin& origin);

// The article as the feed has it. Requires: is_whole(item).
Document article_of_item(const FeedItem& item, const ItemOrigin& origin);

// True where the feed has so much text of the article that it may be all, and no more than 4 MiB.
bool is_whole(const FeedItem& item);

// True where the page shows less than the feed has: a reader is to subscribe, or a script to run first.
bool is_poorer(const Document& page, const FeedItem& item);

// Another number where the feed says something else of an item.
std::int64_t item_version(const FeedItem& item);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_WATCH_ARTICLE_H_
