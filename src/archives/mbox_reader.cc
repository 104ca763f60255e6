#include "archives/mbox_reader.h"

#include <utility>

#include "archives/mail_message.h"

namespace hearsay {
namespace {

// ">From " and ">>From " lose one mark.
bool is_quoted_from(std::string_view line) {
  const std::size_t marks = line.find_first_not_of('>');
  return marks != 0 && marks != std::string_view::npos && line.substr(marks).starts_with("From ");
}

bool is_blank_line(std::string_view line) { return line == "\n" || line == "\r\n"; }

}  // namespace

// False at the end of the stream. Of a line that is longer than a message may be, the rest is the next line.
bool MboxReader::take_line() {
  line_.clear();
  for (;;) {
    const std::string_view bytes = in_.peek(1);
    if (bytes.empty()) return !line_.empty();
    const std::size_t end = bytes.find('\n');
    const std::size_t size = end == std::string_view::npos ? bytes.size() : end + 1;
    line_ += bytes.substr(0, size);
    in_.skip(size);
    if (end != std::string_view::npos || line_.size() > kMostMessageBytes) return true;
  }
}

std::optional<Article> MboxReader::next() {
  while (!begun_) {
    begin_ = in_.place();
    if (!take_line()) return std::nullopt;
    begun_ = !is_blank_line(line_);
  }
  const std::string place = "message " + std::to_string(++number_) + " at " + begin_;
  message_.clear();
  bool too_large = false;
  if (!line_.starts_with("From ")) message_ = line_;  // one message without its envelope
  begun_ = false;
  for (bool after_blank = false;;) {
    begin_ = in_.place();
    if (!take_line()) break;
    if (after_blank && line_.starts_with("From ")) {
      begun_ = true;
      break;
    }
    after_blank = is_blank_line(line_);
    too_large = too_large || message_.size() + line_.size() > kMostMessageBytes;
    if (!too_large) message_ += is_quoted_from(line_) ? std::string_view(line_).substr(1) : line_;
  }
  const auto failed = [&](Error error) {
    return Article{.place = place, .doc = {}, .page = {}, .error = std::move(error)};
  };
  if (const std::optional<Error> fault = begun_ ? std::nullopt : in_.take_fault()) return failed(*fault);
  if (too_large) {
    return failed({ErrorCode::invalid_input, "expected a message of at most " +
                                                 std::to_string(kMostMessageBytes) +
                                                 " bytes, found a larger one"});
  }
  Result<Article> article = read_message(message_);
  if (!article) return failed(article.error());
  article->place = place;
  return *std::move(article);
}

}  // namespace hearsay
