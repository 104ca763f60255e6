// The page that shows the ledger in a browser: its files, embedded by the build (apps/web).
//
// It asks for what it shows under /v1 like any other client.
#ifndef HEARSAY_SRC_SERVER_WEB_PAGE_H_
#define HEARSAY_SRC_SERVER_WEB_PAGE_H_

#include <optional>
#include <span>
#include <string_view>

#include "server/message.h"

namespace hearsay {

struct PageFile {
  std::string_view path;   // "/" is the page itself, the others are "/assets/NAME-HASH.EXTENSION"
  std::string_view type;   // Content-Type
  std::string_view tag;    // of the bytes, without quotation marks
  std::string_view bytes;  // as they are
  std::string_view gzip;   // compressed
};

// What was built; empty in a build without the page.
extern const std::span<const PageFile> kPageFiles;

// True for GET and HEAD of what page_answer() has an answer to: "/", "/assets/...", and the
// addresses that the page gives to what it shows, such as "/articles/ID". None begins with /v1.
bool asks_for_page(const ServerRequest& request);

// The file, or 304, or 404 for an asset that is none. Nothing for other requests and without files.
std::optional<ServerResponse> page_answer(std::span<const PageFile> files, const ServerRequest& request);

}  // namespace hearsay

#endif  // HEARSAY_SRC_SERVER_WEB_PAGE_H_
