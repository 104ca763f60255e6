#include "format/mended_json.h"

#include <utility>

namespace hearsay {
namespace {

constexpr std::size_t kMaxOpen = 64;  // deeper than any reader of ours goes

class Mender {
 public:
  explicit Mender(std::string_view text) : text_(text) {}

  std::vector<std::string> mend() {
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (open_.empty() && c != '{' && c != '[') continue;  // between values
      if (c == '"') {
        copy_string();
      } else if (c == '/' && skip_comment()) {
        continue;
      } else if (c == '{' || c == '[') {
        if (open_.size() == kMaxOpen) return std::move(values_);
        open_ += c == '{' ? '}' : ']';
        value_ += c;
      } else if (c == '}' || c == ']') {
        close(c);
      } else if (static_cast<unsigned char>(c) >= 0x20) {
        value_ += c;
      } else {
        value_ += ' ';
      }
    }
    while (!open_.empty()) close(open_.back());
    return std::move(values_);
  }

 private:
  void copy_string() {
    value_ += '"';
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      const char c = text_[at_];
      if (c == '\\' && at_ + 1 < text_.size()) {
        copy_escape(text_[++at_]);
      } else if (static_cast<unsigned char>(c) < 0x20) {
        value_ += c == '\n' ? "\\n" : " ";
      } else if (c != '\\') {
        value_ += c;
      }
    }
    value_ += '"';
  }

  void copy_escape(char c) {
    static constexpr std::string_view kKnown = "\"\\/bfnrt";
    if (kKnown.find(c) != std::string_view::npos || (c == 'u' && four_hex_digits())) value_ += '\\';
    if (static_cast<unsigned char>(c) >= 0x20) value_ += c;
  }

  bool four_hex_digits() const {
    const std::string_view digits = text_.substr(at_ + 1, 4);
    return digits.size() == 4 && digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
  }

  bool skip_comment() {
    const bool to_line_end = text_.substr(at_, 2) == "//";
    if (!to_line_end && text_.substr(at_, 2) != "/*") return false;
    const std::size_t end = to_line_end ? text_.find('\n', at_) : text_.find("*/", at_ + 2);
    at_ = end == std::string_view::npos ? text_.size() - 1 : end + (to_line_end ? 0 : 1);
    return true;
  }

  void drop_commas() {
    while (!value_.empty() && (value_.back() == ',' || value_.back() == ' ')) value_.pop_back();
  }

  // A bracket that closes another than the last one opened closes all down to its like; one that
  // closes nothing is left out.
  void close(char bracket) {
    const std::size_t like = open_.rfind(bracket);
    if (like == std::string::npos) return;
    while (open_.size() > like) {
      drop_commas();
      if (!value_.empty() && value_.back() == ':') value_ += "null";
      value_ += open_.back();
      open_.pop_back();
    }
    if (open_.empty()) values_.push_back(std::exchange(value_, {}));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string open_;  // the brackets that will close what is open
  std::string value_;
  std::vector<std::string> values_;
};

}  // namespace

std::vector<std::string> mend_json(std::string_view text) { return Mender(text).mend(); }

}  // namespace hearsay
