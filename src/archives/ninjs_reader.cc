#include "archives/ninjs_reader.h"

#include <utility>

#include "archives/news_item.h"
#include "format/ninjs.h"

namespace hearsay {

// What stands between objects is no item: commas, brackets, line ends.
bool NinjsReader::find_object() {
  for (;;) {
    const std::string_view bytes = in_.peek(1);
    if (bytes.empty()) return false;
    const std::size_t brace = bytes.find('{');
    in_.skip(std::min(brace, bytes.size()));
    if (brace != std::string_view::npos) return true;
  }
}

// Takes an object from the stream, to the brace that closes it, into object_ while it is no
// larger than an item may be.
std::optional<Error> NinjsReader::read_object() {
  object_.clear();
  std::uint64_t depth = 0;
  std::uint64_t size = 0;
  bool in_string = false, escaped = false, ended = false;
  while (!ended) {
    const std::string_view bytes = in_.peek(1);
    if (bytes.empty())
      return Error{ErrorCode::invalid_input, "expected an object that ends, found the end of the file"};
    std::size_t i = 0;
    while (i < bytes.size() && !ended) {
      const char c = bytes[i++];
      if (in_string) {
        in_string = escaped || c != '"';
        escaped = !escaped && c == '\\';
        continue;
      }
      in_string = c == '"';
      depth += c == '{';
      if (c == '}') ended = --depth == 0;
    }
    size += i;
    if (size <= kMostPageBytes) object_ += bytes.substr(0, i);
    in_.skip(i);
  }
  if (size <= kMostPageBytes) return std::nullopt;
  return Error{ErrorCode::invalid_input, "expected an item of at most " + std::to_string(kMostPageBytes) +
                                             " bytes, found " + std::to_string(size)};
}

std::optional<Article> NinjsReader::next() {
  while (find_object()) {
    const std::string place = "item " + std::to_string(++number_) + " at " + in_.place();
    const auto failed = [&](Error error) {
      return Article{.place = place, .doc = {}, .page = {}, .error = std::move(error)};
    };
    if (std::optional<Error> error = read_object()) {
      const std::optional<Error> fault = in_.take_fault();
      return failed(fault ? *fault : *std::move(error));
    }
    Result<NewsItem> item = parse_ninjs(object_);
    if (!item) return failed(item.error());
    if (std::optional<Article> article = article_of(*std::move(item), place)) return article;
    ++skipped_;
  }
  return std::nullopt;
}

}  // namespace hearsay
