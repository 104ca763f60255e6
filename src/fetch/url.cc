#include "fetch/url.h"

#include <algorithm>
#include <array>
#include <memory>

#include "fetch/curl_library.h"

namespace hearsay {
namespace {

using std::string;
using std::string_view;

// Requires: it could be loaded, as it was where there is a UrlPointer.
const CurlLibrary& library() { return *curl_library(); }

struct FreeUrl {
  void operator()(CURLU* url) const { library().url_cleanup(url); }
};
using UrlPointer = std::unique_ptr<CURLU, FreeUrl>;

Error refusal(string_view text, string_view found) {
  return {ErrorCode::invalid_input, "expected an address that begins http:// or https://, found " +
                                        string(found) + " '" + string(text.substr(0, 200)) + "'"};
}

string_view trimmed(string_view text) {
  constexpr string_view kSpace = " \t\r\n\f";
  text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
  return text.substr(0, text.find_last_not_of(kSpace) + 1);
}

string part(CURLU* url, CURLUPart what, unsigned flags = 0) {
  char* found = nullptr;
  if (library().url_get(url, what, &found, flags) != CURLUE_OK) return "";
  string text = found;
  library().free(found);
  return text;
}

string lower(string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

// Puts `text`, relative to what `url` holds, into it, and takes it apart.
Result<Url> read(CURLU* url, string_view given) {
  const string text(trimmed(given));
  if (text.size() > kMostUrlBytes) return refusal(text, "a longer one:");
  const bool control = std::any_of(text.begin(), text.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
  if (text.empty() || control) return refusal(text, text.empty() ? "nothing" : "control characters in");
  const CURLUcode status = library().url_set(url, CURLUPART_URL, text.c_str(), CURLU_URLENCODE);
  if (status == CURLUE_UNSUPPORTED_SCHEME) return refusal(text, "another scheme:");
  if (status != CURLUE_OK) return refusal(text, "");
  const string scheme = lower(part(url, CURLUPART_SCHEME));
  if (scheme != "http" && scheme != "https") return refusal(text, "another scheme:");
  for (const CURLUPart dropped : {CURLUPART_FRAGMENT, CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_OPTIONS})
    library().url_set(url, dropped, nullptr, 0);
  string host = lower(part(url, CURLUPART_HOST));
  if (host.empty()) return refusal(text, "no host in");
  library().url_set(url, CURLUPART_HOST, host.c_str(), 0);
  Url made;
  made.host = host + ":" + part(url, CURLUPART_PORT, CURLU_DEFAULT_PORT);
  made.origin = scheme + "://" + made.host;
  made.path = part(url, CURLUPART_PATH);
  if (made.path.empty()) made.path = "/";
  if (const string query = part(url, CURLUPART_QUERY); !query.empty()) made.path += "?" + query;
  made.text = part(url, CURLUPART_URL, CURLU_NO_DEFAULT_PORT);
  if (made.text.size() > kMostUrlBytes) return refusal(text, "a longer one:");
  return made;
}

// Of a query's parts: those that only count readers.
bool counts_readers(string_view parameter) {
  constexpr std::array<string_view, 8> kNames = {"at_campaign", "at_medium",   "cmp",         "fbclid",
                                                 "gclid",       "ns_campaign", "ns_mchannel", "ns_source"};
  const string name = lower(string(parameter.substr(0, parameter.find('='))));
  return name.starts_with("utm_") || std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

}  // namespace

Result<Url> parse_url(string_view text) {
  if (!curl_library()) return curl_library().error();
  const UrlPointer url(library().url());
  // What has no scheme would be taken for something of this machine's own.
  if (trimmed(text).find("://") == text.npos) return refusal(text, "");
  return read(url.get(), text);
}

Result<Url> resolve_url(const Url& base, string_view reference) {
  if (!curl_library()) return curl_library().error();
  const UrlPointer url(library().url());
  if (library().url_set(url.get(), CURLUPART_URL, base.text.c_str(), 0) != CURLUE_OK)
    return refusal(base.text, "");
  return read(url.get(), reference);
}

string article_url(const Url& url) {
  const std::size_t mark = url.text.find('?');
  if (mark == url.text.npos) return url.text;
  string kept;
  string_view query = string_view(url.text).substr(mark + 1);
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const string_view parameter = query.substr(0, end);
    if (!counts_readers(parameter)) kept += (kept.empty() ? "?" : "&") + string(parameter);
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return url.text.substr(0, mark) + kept;
}

}  // namespace hearsay
