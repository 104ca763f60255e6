#include "server/negotiation.h"

#include <libdeflate.h>

#include <algorithm>
#include <memory>
#include <string>

namespace hearsay {
namespace {

constexpr std::size_t kWorthIt = 1024;  // bytes: what fits into one packet is not
constexpr int kLevel = 1;               // the fastest: nine tenths of what more would bring

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

// What stands before the next `mark`, which is taken away with it.
std::string_view take_until(char mark, std::string_view& text) {
  const std::string_view part = text.substr(0, text.find(mark));
  text.remove_prefix(std::min(text.size(), part.size() + 1));
  return trimmed(part);
}

char lower(char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); }

bool is_same(std::string_view a, std::string_view b) { return std::ranges::equal(a, b, {}, lower, lower); }

// True for ";q=0" among parameters.
bool is_refused(std::string_view parameters) {
  while (!parameters.empty()) {
    const std::string_view one = take_until(';', parameters);
    if (one.size() < 3 || lower(one[0]) != 'q' || one[1] != '=') continue;
    return one.substr(2).find_first_not_of("0.") == std::string_view::npos;
  }
  return false;
}

// How exactly the range names the type: 3 wholly, 2 its kind, 1 as anything, 0 not.
int closeness(std::string_view range, std::string_view type) {
  if (is_same(range, type) || (type == "gzip" && is_same(range, "x-gzip"))) return 3;
  if (range == "*/*" || range == "*") return 1;
  const std::string_view kind = type.substr(0, type.find('/') + 1);
  return range.ends_with("/*") && is_same(range.substr(0, range.size() - 1), kind) ? 2 : 0;
}

bool is_taken(std::string_view list, std::string_view wanted) {
  int best = 0;
  bool taken = false;
  while (!list.empty()) {
    std::string_view one = take_until(',', list);
    const std::string_view range = take_until(';', one);
    const int close = closeness(range, wanted);
    if (close <= best) continue;
    best = close;
    taken = !is_refused(one);
  }
  return taken;
}

bool is_text(std::string_view type) {
  return type.starts_with("application/json") || type.starts_with("application/problem+json") ||
         type.starts_with("text/plain");
}

std::string gzip(std::string_view text) {
  const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
      libdeflate_alloc_compressor(kLevel), libdeflate_free_compressor);
  if (!compressor) return "";
  std::string out(libdeflate_gzip_compress_bound(compressor.get(), text.size()), '\0');
  out.resize(libdeflate_gzip_compress(compressor.get(), text.data(), text.size(), out.data(), out.size()));
  return out;
}

}  // namespace

bool accepts(std::string_view accept, std::string_view type) {
  return trimmed(accept).empty() || is_taken(accept, type);
}

bool accepts_gzip(std::string_view codings) { return is_taken(codings, "gzip"); }

void compress(const ServerRequest& request, ServerResponse& response) {
  if (response.status == 304) response.headers.emplace_back("Vary", "Accept-Encoding");
  if (response.stream || response.events || !is_text(response.content_type)) return;
  for (const auto& [name, value] : response.headers) {
    if (name == "Content-Encoding" || name == "Vary") return;
  }
  response.headers.emplace_back("Vary", "Accept-Encoding");
  if (response.body.size() < kWorthIt || !accepts_gzip(request.header("accept-encoding"))) return;
  std::string packed = gzip(response.body);
  if (packed.empty() || packed.size() >= response.body.size()) return;
  response.body = std::move(packed);
  response.headers.emplace_back("Content-Encoding", "gzip");
}

}  // namespace hearsay
