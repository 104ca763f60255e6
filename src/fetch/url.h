// Addresses of pages: http and https, nothing else.
#ifndef HEARSAY_SRC_FETCH_URL_H_
#define HEARSAY_SRC_FETCH_URL_H_

#include <string>
#include <string_view>

#include "hearsay/result.h"

namespace hearsay {

inline constexpr std::size_t kMostUrlBytes = 8192;

// An absolute address in canonical spelling, without a fragment and without user and password.
struct Url {
  std::string text;    // all of it
  std::string origin;  // "https://northline.test:443"
  std::string host;    // "northline.test:443": whom a request is asked of
  std::string path;    // "/pier?a=1": path and query, at least "/"
  bool operator==(const Url&) const = default;
};

// Fails with invalid_input where `text` is no address, longer than kMostUrlBytes or of another
// scheme than http and https. Space around it, and what has to be escaped in it, are forgiven.
Result<Url> parse_url(std::string_view text);

// The address that `reference` means in a page or feed at `base`. Fails likewise.
Result<Url> resolve_url(const Url& base, std::string_view reference);

// The address under which an article is kept: without what tells a newsroom where its readers
// come from (utm_source and the like), which differs from feed to feed.
std::string article_url(const Url& url);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FETCH_URL_H_
