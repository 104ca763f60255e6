// Items of news agencies as articles.
#ifndef HEARSAY_SRC_ARCHIVES_NEWS_ITEM_H_
#define HEARSAY_SRC_ARCHIVES_NEWS_ITEM_H_

#include <optional>
#include <string>

#include "archives/article.h"
#include "format/ninjs.h"

namespace hearsay {

// The article of an item: its headline and body. Of one that its publisher took back, headline and
// note alone. Nothing where the item has no text and was not
// taken back: a picture; nor where it was, and has neither id nor headline nor note.
std::optional<Article> article_of(NewsItem item, std::string place);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ARCHIVES_NEWS_ITEM_H_
