#include "archives/newsml_reader.h"

#include <algorithm>
#include <utility>

#include "archives/news_item.h"

namespace hearsay {

// Goes to the next "<?xml", behind the byte where the stream is. False if there is none.
bool NewsmlReader::find_document() {
  constexpr std::string_view kBegin = "<?xml";
  in_.skip(1);
  for (;;) {
    const std::string_view bytes = in_.peek(kBegin.size());
    const std::size_t at = bytes.find(kBegin);
    if (at != std::string_view::npos) {
      in_.skip(at);
      return true;
    }
    if (bytes.size() < kBegin.size()) return false;
    in_.skip(bytes.size() - (kBegin.size() - 1));
  }
}

std::optional<Article> NewsmlReader::take_item() {
  FoundItem found = std::move(items_.found.front());
  items_.found.pop_front();
  std::string place = "item " + std::to_string(++number_);
  if (!found.item.metadata.id.empty()) place += " (" + found.item.metadata.id.substr(0, 100) + ")";
  if (!found.too_large) {
    std::optional<Article> article = article_of(std::move(found.item), std::move(place));
    skipped_ += !article;
    return article;
  }
  return Article{
      .place = std::move(place),
      .doc = {},
      .page = {},
      .error = Error{ErrorCode::invalid_input,
                     "expected an item of at most " + std::to_string(kMostPageBytes) + " bytes, found more"}};
}

// Gives the parser what is at hand. An article only where that is an error.
std::optional<Article> NewsmlReader::parse_more() {
  if (!parser_) {
    parser_ = std::make_unique<XmlParser>(items_);
    begin_ = in_.position();
  }
  constexpr std::size_t kPiece = std::size_t{64} << 10;  // few items wait at a time
  const std::string_view bytes = in_.peek(1).substr(0, kPiece);
  ended_ = bytes.empty();
  const std::uint64_t before = in_.position();
  const Result<bool> parsed = parser_->parse(bytes, ended_);
  if (parsed) {
    in_.skip(bytes.size());
    return std::nullopt;
  }
  const std::uint64_t at = begin_ + parser_->position();
  in_.skip(std::min<std::uint64_t>(at - std::min(at, before), bytes.size()));
  const bool next_document = parser_->is_at_next_document();
  parser_.reset();
  items_ = [&] {
    NewsmlItems fresh;  // without the item that was begun
    fresh.found = std::move(items_.found);
    fresh.others = items_.others;
    return fresh;
  }();
  if (ended_ && at == 0) return std::nullopt;
  if (next_document) return std::nullopt;
  std::optional<Error> error = in_.take_fault();
  if (!error) error = parsed.error();
  Article failed{.place = "byte " + std::to_string(at), .doc = {}, .page = {}, .error = std::move(error)};
  ended_ = ended_ || !find_document();
  return failed;
}

std::optional<Article> NewsmlReader::next() {
  for (;;) {
    while (!items_.found.empty()) {
      if (std::optional<Article> article = take_item()) return article;
    }
    if (ended_) return std::nullopt;
    if (std::optional<Article> failed = parse_more()) {
      return failed;
    }
  }
}

}  // namespace hearsay
