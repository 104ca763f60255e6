#include "archives/http_message.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>
#include <vector>

#include "archives/gzip_reader.h"
#include "archives/whole_decompression.h"
#include "archives/zstd_reader.h"

namespace hearsay {
namespace {

Error invalid(std::string message) { return {ErrorCode::invalid_input, std::move(message)}; }

// The size in a chunk's first line, before any extension; nothing where there is none.
std::optional<std::uint64_t> chunk_size(std::string_view line) {
  line = trim(line.substr(0, line.find(';')));
  std::uint64_t size = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  if (error != std::errc() || end != line.data() + line.size()) return std::nullopt;
  return size;
}

bool begins_like_chunk(std::string_view body) {
  const std::size_t end = body.find('\n');
  return end != std::string_view::npos && end <= 100 && chunk_size(body.substr(0, end)).has_value();
}

std::vector<std::string> split_list(std::string_view list) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    const std::string_view part = list.substr(0, list.find(','));
    list.remove_prefix(std::min(list.size(), part.size() + 1));
    if (!trim(part).empty()) parts.push_back(to_lower(trim(part)));
  }
  return parts;
}

// The last two bits of zlib's header are a check, and its method is 8. Without a header any byte may come
// first, but no page and no text begins with a byte below the tab.
bool may_be_deflate(std::string_view body) { return !body.empty() && body[0] != '<' && body[0] != '\n'; }

Result<std::string> undo(std::string body, const std::string& coding, std::size_t most) {
  if (coding == "identity" || coding == "none" || coding == "utf-8") return body;
  if (coding == "gzip" || coding == "x-gzip") {
    return begins_like_gzip(body) ? decompress_whole(body, Coding::gzip, most) : Result<std::string>(body);
  }
  if (coding == "deflate") {
    return may_be_deflate(body) ? decompress_whole(body, Coding::deflate, most) : Result<std::string>(body);
  }
  if (coding == "zstd") {
    return begins_like_zstd(body) ? decompress_whole(body, Coding::zstd, most) : Result<std::string>(body);
  }
  if (trim(body).starts_with('<')) return body;
  return invalid("expected a body compressed by gzip, deflate or zstd, found " + coding);
}

}  // namespace

std::optional<HttpMessage> parse_http_message(std::string_view bytes) {
  if (!bytes.starts_with("HTTP/")) return std::nullopt;
  const std::size_t end = find_header_end(bytes);
  const std::size_t line_end = bytes.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = bytes.substr(0, line_end);
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const std::string_view rest = trim(line.substr(space));
  int status = 0;
  std::from_chars(rest.data(), rest.data() + rest.size(), status);
  return HttpMessage{.status = status,
                     .header = HeaderFields(bytes.substr(line_end + 1, end - line_end - 1)),
                     .body = bytes.substr(end)};
}

Result<std::string> join_chunks(std::string_view bytes) {
  std::string body;
  for (std::size_t at = 0;;) {
    const std::size_t line_end = bytes.find('\n', at);
    const std::string where = "at byte " + std::to_string(at) + " of the body";
    if (line_end == std::string_view::npos) return invalid("expected a chunk " + where + ", found its end");
    const std::optional<std::uint64_t> size = chunk_size(bytes.substr(at, line_end - at));
    if (!size) return invalid("expected the size of a chunk " + where + ", found other bytes");
    if (*size == 0) return body;
    const std::string_view rest = bytes.substr(line_end + 1);
    if (*size > rest.size()) {
      return invalid("expected a chunk of " + std::to_string(*size) + " bytes " + where + ", found " +
                     std::to_string(rest.size()));
    }
    body += rest.substr(0, static_cast<std::size_t>(*size));
    at = line_end + 1 + static_cast<std::size_t>(*size);
    if (bytes.substr(at).starts_with("\r\n")) {
      at += 2;
    } else if (bytes.substr(at).starts_with('\n')) {
      ++at;
    }
  }
}

Result<std::string> decode_body(const HttpMessage& response, std::size_t most) {
  std::string body;
  const std::vector<std::string> transfer = split_list(response.header.get("transfer-encoding"));
  if (std::ranges::find(transfer, "chunked") != transfer.end() && begins_like_chunk(response.body)) {
    Result<std::string> joined = join_chunks(response.body);
    if (!joined) return joined.error();
    body = *std::move(joined);
  } else {
    body = response.body;
  }
  constexpr std::size_t kMostCodings = 3;
  const std::vector<std::string> codings = split_list(response.header.get("content-encoding"));
  if (codings.size() > kMostCodings) return invalid("expected at most 3 codings of a body, found more");
  for (auto coding = codings.rbegin(); coding != codings.rend(); ++coding) {
    Result<std::string> undone = undo(std::move(body), *coding, most);
    if (!undone) return undone.error();
    body = *std::move(undone);
  }
  if (body.size() > most) {
    return invalid("expected a body of at most " + std::to_string(most) + " bytes, found " +
                   std::to_string(body.size()));
  }
  return body;
}

}  // namespace hearsay
