#include "server/web_page.h"

#include <algorithm>
#include <string>

#include "server/negotiation.h"
#include "server/problem.h"

namespace hearsay {
namespace {

// First segments of addresses that the page itself understands (apps/web/src/routes.ts).
constexpr std::string_view kPlaces[] = {"",       "threads",  "disputes", "changes", "timeline",
                                        "people", "articles", "search",   "read",    "corrections"};

// Scripts, styles and what is asked for come from here alone; nothing stands in the markup. Pictures
// that are exported are made in the page (blob:, data:).
constexpr std::string_view kPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: "
    "blob:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

std::string_view path_of(const ServerRequest& request) {
  const std::string_view target = request.target;
  return target.substr(0, target.find('?'));
}

bool is_asset(std::string_view path) { return path.starts_with("/assets/"); }

bool is_place(std::string_view path) {
  if (!path.starts_with('/')) return false;
  const std::string_view first = path.substr(1, path.find('/', 1) - 1);
  return std::ranges::find(kPlaces, first) != std::end(kPlaces);
}

ServerResponse file_answer(const PageFile& file, const ServerRequest& request) {
  const bool packed = accepts_gzip(request.header("accept-encoding"));
  const std::string tag = '"' + std::string(file.tag) + (packed ? "-gzip\"" : "\"");
  ServerResponse response{.content_type = std::string(file.type)};
  response.headers = {
      {"ETag", tag},
      {"Vary", "Accept-Encoding"},
      {"Content-Security-Policy", std::string(kPolicy)},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      // The name of an asset changes with its bytes.
      {"Cache-Control", is_asset(file.path) ? "public, max-age=31536000, immutable" : "no-cache"}};
  if (request.header("if-none-match") == tag) {
    response.status = 304;
    response.content_type.clear();
    return response;
  }
  if (packed) response.headers.emplace_back("Content-Encoding", "gzip");
  response.body = packed ? file.gzip : file.bytes;
  return response;
}

}  // namespace

bool asks_for_page(const ServerRequest& request) {
  if (request.method != "GET" && request.method != "HEAD") return false;
  const std::string_view path = path_of(request);
  return is_asset(path) || is_place(path);
}

std::optional<ServerResponse> page_answer(std::span<const PageFile> files, const ServerRequest& request) {
  if (files.empty() || !asks_for_page(request)) return std::nullopt;
  const std::string_view path = path_of(request);
  const std::string_view wanted = is_asset(path) ? path : "/";
  const auto file = std::ranges::find(files, wanted, &PageFile::path);
  if (file == files.end()) return problem(404, "found nothing at this path");
  return file_answer(*file, request);
}

}  // namespace hearsay
