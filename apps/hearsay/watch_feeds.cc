#include "watch_feeds.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "feeds/opml.h"

namespace hearsay {
namespace {

constexpr std::uintmax_t kMostOpmlBytes = std::uintmax_t{16} << 20;

Result<std::string> read_file(const std::string& path) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (error) {
    return Error{ErrorCode::io, path + ": expected a feed's address (https://...) or an OPML file, found: " +
                                    error.message()};
  }
  if (size > kMostOpmlBytes) {
    return Error{ErrorCode::invalid_input,
                 path + ": expected at most 16 MiB of OPML, found " + std::to_string(size) + " bytes"};
  }
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in) return Error{ErrorCode::io, path + ": expected a file, found: " + std::strerror(errno)};
  return bytes;
}

bool is_address(const std::string& operand) { return operand.find("://") != std::string::npos; }

// The addresses that one operand means.
Result<std::vector<OpmlFeed>> read_operand(const std::string& operand) {
  if (is_address(operand)) return std::vector<OpmlFeed>{{.url = operand, .title = ""}};
  const Result<std::string> bytes = read_file(operand);
  if (!bytes) return bytes.error();
  return read_opml(*bytes, operand);
}

Result<Success> add_feed(const OpmlFeed& given, FeedStore& store, WatchedFeeds& all) {
  const Result<Url> url = parse_url(given.url);
  if (!url) {
    all.problems.push_back(url.error().message);
    return Success{};
  }
  const bool twice =
      std::any_of(all.feeds.begin(), all.feeds.end(), [&](const WatchedFeed& f) { return f.url == *url; });
  if (twice) return Success{};
  const Result<std::optional<FeedState>> known = store.feed(url->text);
  if (!known) return known.error();
  WatchedFeed& feed = all.feeds.emplace_back();
  feed.url = *url;
  if (*known) feed.state = **known;
  feed.state.url = url->text;
  feed.name = !feed.state.title.empty() ? feed.state.title
              : given.title.empty()     ? url->host.substr(0, url->host.rfind(':'))
                                        : given.title;
  return Success{};
}

}  // namespace

Result<WatchedFeeds> list_feeds(const std::vector<std::string>& operands, FeedStore& store) {
  std::vector<OpmlFeed> given;
  for (const std::string& operand : operands) {
    const Result<std::vector<OpmlFeed>> some = read_operand(operand);
    if (!some) return some.error();
    given.insert(given.end(), some->begin(), some->end());
  }
  if (operands.empty()) {
    const Result<std::vector<FeedState>> known = store.feeds();
    if (!known) return known.error();
    for (const FeedState& feed : *known) given.push_back({.url = feed.url, .title = feed.title});
  }
  WatchedFeeds all;
  for (const OpmlFeed& feed : given) {
    if (const auto added = add_feed(feed, store, all); !added) return added.error();
  }
  return all;
}

}  // namespace hearsay
