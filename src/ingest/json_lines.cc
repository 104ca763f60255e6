#include "ingest/json_lines.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "format/json_lines.h"

namespace hearsay {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{64} << 10;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

JsonLinesReader::JsonLinesReader(std::istream& in, std::string name, std::size_t max_line_bytes)
    : in_(in), name_(std::move(name)), max_line_bytes_(max_line_bytes), buffer_(kBufferBytes) {}

bool JsonLinesReader::read_line() {
  line_.clear();
  too_long_ = false;
  bool any = false;
  for (;;) {
    if (begin_ == end_) {
      in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
      begin_ = 0;
      end_ = static_cast<std::size_t>(in_.gcount());
      if (end_ == 0) break;
    }
    any = true;
    const char* from = buffer_.data() + begin_;
    const char* to = std::find(from, static_cast<const char*>(buffer_.data()) + end_, '\n');
    const auto size = static_cast<std::size_t>(to - from);
    too_long_ = too_long_ || line_.size() + size > max_line_bytes_;
    if (!too_long_) line_.append(from, size);
    begin_ += size;
    if (begin_ == end_) continue;
    ++begin_;
    break;
  }
  number_ += any;
  if (line_.ends_with('\r')) line_.pop_back();
  if (number_ == 1 && line_.starts_with(kByteOrderMark)) line_.erase(0, kByteOrderMark.size());
  return any;
}

JsonLine JsonLinesReader::parse_line() {
  JsonLine result{.number = number_};
  const std::string where = name_ + ":" + std::to_string(number_) + ": ";
  if (too_long_) {
    result.error =
        Error{ErrorCode::invalid_input, where + "expected a line of at most " +
                                            std::to_string(max_line_bytes_) + " bytes, found a longer one"};
    return result;
  }
  const Result<Success> parsed = parse_json_document(line_, result.document, &result.html);
  if (!parsed) result.error = Error{parsed.error().code, where + parsed.error().message};
  return result;
}

std::optional<JsonLine> JsonLinesReader::next() {
  while (read_line()) {
    if (too_long_ || line_.find_first_not_of(" \t") != std::string::npos) return parse_line();
  }
  if (!in_.bad() || failed_) return std::nullopt;
  failed_ = true;
  return JsonLine{
      .number = number_ + 1,
      .error = Error{ErrorCode::io, name_ + ": cannot be read beyond line " + std::to_string(number_)}};
}

}  // namespace hearsay
