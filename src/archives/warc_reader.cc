#include "archives/warc_reader.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "archives/http_message.h"
#include "archives/sniff.h"
#include "pages/character_sets.h"

namespace hearsay {
namespace {

constexpr std::string_view kBegin = "WARC/";
constexpr std::size_t kMostHeader = std::size_t{64} << 10;
constexpr std::string_view kLineEnds = "\r\n";

bool is_page(std::string_view type) { return type == "text/html" || type == "application/xhtml+xml"; }

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

std::optional<std::uint64_t> parse_length(std::string_view digits) {
  std::uint64_t length = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return length;
}

// Index of the first record that begins in `bytes` behind a line's end; npos: none.
std::size_t find_begin(std::string_view bytes) {
  const std::size_t at = bytes.find("\nWARC/1.");
  return at == std::string_view::npos ? at : at + 1;
}

// Whether bytes may follow a record's content: the blank lines that end it or, of sloppy writers, the
// next record.
bool ends_record(std::string_view after) {
  if (after.starts_with("\r\n\r\n")) return true;
  const std::size_t next = after.find_first_not_of(kLineEnds);
  return next == std::string_view::npos || after.substr(next).starts_with(kBegin);
}

}  // namespace

struct WarcReader::Record {
  HeaderFields header;
  std::string_view content;  // within what `in_` shows
};

// False at the end of the stream.
bool WarcReader::skip_blank_lines() {
  for (;;) {
    const std::string_view bytes = in_.peek(1);
    if (bytes.empty()) return false;
    const std::size_t other = bytes.find_first_not_of(kLineEnds);
    in_.skip(std::min(other, bytes.size()));
    if (other != std::string_view::npos) return true;
  }
}

Article WarcReader::failed(std::string message) const {
  return {
      .place = place_, .doc = {}, .page = {}, .error = Error{ErrorCode::invalid_input, std::move(message)}};
}

// Goes to the next record, which may be far away.
void WarcReader::find_record() {
  for (;;) {
    const std::string_view bytes = in_.peek(kMostHeader);
    if (const std::size_t at = find_begin(bytes); at != std::string_view::npos) {
      in_.skip(at);
      return;
    }
    const std::size_t kept = std::min(bytes.size(), std::size_t{8});  // a beginning may be cut
    in_.skip(bytes.size() - kept);
    if (in_.peek(kept + 1).size() > kept) continue;
    in_.skip(kept);
    return;
  }
}

// `from`: what of the stream certainly belongs to the record that failed.
Article WarcReader::fail_and_go_on(std::string message, std::uint64_t from) {
  in_.skip(from);
  find_record();
  if (in_.peek(1).empty()) {  // what looks wrong may be what damaged compression gave
    if (const std::optional<Error> fault = in_.take_fault()) {
      in_.resume();
      return failed(fault->message);
    }
  }
  return failed(std::move(message));
}

// The stream ended in the middle of a record, or its compression is damaged there.
Article WarcReader::fail_at_end(std::string expected, std::uint64_t found) {
  in_.skip(found);
  const std::optional<Error> fault = in_.take_fault();
  if (!fault) return failed(std::move(expected) + ", found the end of the file");
  in_.resume();
  return failed(fault->message);
}

std::optional<Article> WarcReader::make_article(const Record& record, std::string bytes,
                                                std::string_view content_type) {
  std::string url(record.header.get("warc-target-uri"));
  if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);
  const std::string type = media_type(content_type);
  const bool untold = type.empty() || type == "application/octet-stream" || type == "unknown/unknown";
  Article article{.place = place_, .doc = {}, .page = {}, .error = {}};
  article.doc.metadata.url = url;
  if (is_page(type) ||
      (untold && sniff(std::string_view(bytes).substr(0, 1024), "").format == Format::html)) {
    article.page = RawPage{std::move(bytes), std::move(url), std::string(content_type)};
    return article;
  }
  if (type != "text/plain" || url.ends_with("/robots.txt") || bytes.find('\0') != std::string::npos) {
    ++skipped_;
    return std::nullopt;
  }
  article.doc.text = decode_page(bytes, content_type);
  if (is_blank(article.doc.text)) return failed("expected text, found white space only");
  return article;
}

std::optional<Article> WarcReader::read_response(const Record& record) {
  const std::optional<HttpMessage> response = parse_http_message(record.content);
  if (!response) return failed("expected a response of HTTP, found other bytes");
  const std::string type = media_type(response->header.get("content-type"));
  const bool may_be_article = is_page(type) || type == "text/plain" || type.empty();
  if ((response->status != 200 && response->status != 203) || !may_be_article || is_blank(response->body)) {
    ++skipped_;
    return std::nullopt;
  }
  Result<std::string> body = decode_body(*response, kMostPageBytes);
  if (!body) return failed(body.error().message);
  return make_article(record, *std::move(body), response->header.get("content-type"));
}

// Nothing for a record that is no article.
std::optional<Article> WarcReader::read_article(const Record& record) {
  const std::string type = to_lower(record.header.get("warc-type"));
  const std::string_view content_type = record.header.get("content-type");
  const bool is_http = media_type(content_type) == "application/http";
  if (type == "response" && (is_http || content_type.empty())) return read_response(record);
  if ((type == "resource" || type == "conversion") && !is_http && !is_blank(record.content))
    return make_article(record, std::string(record.content), content_type);
  ++skipped_;
  return std::nullopt;
}

// Of a record that is too large to be an article. `size`: of header and content.
std::optional<Article> WarcReader::skip_content(const Record& record, std::uint64_t size) {
  const std::string type = to_lower(record.header.get("warc-type"));
  if (in_.skip(size) < size) return fail_at_end("expected " + std::to_string(size) + " bytes of record", 0);
  if (type == "response" || type == "resource" || type == "conversion") {
    return failed("expected at most " + std::to_string(kMostPageBytes) + " bytes of content, found " +
                  std::string(record.header.get("content-length")));
  }
  ++skipped_;
  return std::nullopt;
}

// Requires: the stream is at a byte that is no line's end.
std::optional<Article> WarcReader::read_record() {
  place_ = "record " + std::to_string(records_ + 1) + " at " + in_.place();
  if (!in_.peek(kBegin.size()).starts_with(kBegin)) {
    if (in_.is_broken() && in_.peek(kBegin.size()).size() < kBegin.size())
      return fail_at_end("", kBegin.size());
    return fail_and_go_on("expected a record (WARC/1.0 or 1.1), found other bytes", 0);
  }
  ++records_;
  const auto find_end = [this](std::size_t look) {
    return find_header_end(in_.peek(look).substr(0, kMostHeader));
  };
  std::size_t header_end = find_end(1);
  for (std::size_t look = 1024; header_end == std::string_view::npos && look <= kMostHeader; look *= 4) {
    header_end = find_end(look);
  }
  if (header_end == std::string_view::npos) {
    const std::size_t size = in_.peek(kMostHeader).size();
    if (size < kMostHeader) return fail_at_end("expected a record's header", size);
    return fail_and_go_on(
        "expected a header of at most " + std::to_string(kMostHeader) + " bytes, found more", 1);
  }
  Record record{HeaderFields(in_.peek(1).substr(0, header_end)), {}};
  const std::string_view digits = record.header.get("content-length");
  const std::optional<std::uint64_t> length = parse_length(digits);
  if (!length)
    return fail_and_go_on("expected a Content-Length, found '" + std::string(digits.substr(0, 40)) + "'", 1);
  if (*length > kMostPageBytes + kMostHeader) return skip_content(record, header_end + *length);
  return read_content(record, header_end, static_cast<std::size_t>(*length));
}

// Requires: the record begins where the stream is.
std::optional<Article> WarcReader::read_content(Record& record, std::size_t header_end, std::size_t length) {
  const std::size_t end = header_end + length;
  std::string_view bytes = in_.peek(end);
  // What follows is another record, unless the length is wrong. Where no more is in sight than the
  // blank lines of a record's end, nobody looks into the next member for that.
  constexpr std::size_t kBlankLines = 4;
  const bool in_sight = bytes.size() >= end + kBlankLines && is_blank(bytes.substr(end));
  if (bytes.size() >= end && !in_sight) bytes = in_.peek(end + kBlankLines + kBegin.size());
  const bool fits = bytes.size() >= end && ends_record(bytes.substr(end));
  if (!fits) {
    const std::size_t begin = find_begin(bytes.substr(1));
    if (begin == std::string_view::npos && bytes.size() < end)
      return fail_at_end("expected " + std::to_string(length) + " bytes of content", bytes.size());
    const std::string message = "expected " + std::to_string(length) +
                                " bytes of content, then a record, found " +
                                (begin < end ? "a record within them" : "other bytes behind them");
    return fail_and_go_on(message, header_end - 1);
  }
  record.content = bytes.substr(header_end, length);
  std::optional<Article> article = read_article(record);
  in_.skip(end);
  return article;
}

std::optional<Article> WarcReader::next() {
  while (skip_blank_lines() || in_.is_broken()) {
    if (in_.peek(1).empty()) {
      // Between two records; what is damaged is the beginning of the next one.
      const std::optional<Error> fault = in_.take_fault();
      if (!fault) break;
      place_ = "record " + std::to_string(records_ + 1);
      in_.resume();
      return failed(fault->message);
    }
    if (std::optional<Article> article = read_record()) return article;
  }
  return std::nullopt;
}

}  // namespace hearsay
