// The prescan of the HTML standard: attributes of tags, without a parser.
#include <algorithm>
#include <string>

#include "pages/character_sets.h"

namespace hearsay {
namespace {

constexpr std::string_view kSpace = " \t\n\f\r";

bool is_space(char c) { return kSpace.find(c) != std::string_view::npos; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

struct Attribute {
  std::string name, value;  // in lower case
};

// What is left of the bytes; every step takes at least one, or says that there are none.
class Scan {
 public:
  explicit Scan(std::string_view bytes) : rest_(bytes) {}

  bool done() const { return rest_.empty(); }
  bool begins(std::string_view text) const {
    return rest_.size() >= text.size() && std::ranges::equal(rest_.substr(0, text.size()), text, {}, lower);
  }
  char at(std::size_t offset) const { return offset < rest_.size() ? rest_[offset] : '\0'; }
  void skip(std::size_t count) { rest_.remove_prefix(std::min(count, rest_.size())); }
  void skip_past(std::string_view text) {
    const std::size_t at = rest_.find(text);
    skip(at == std::string_view::npos ? rest_.size() : at + text.size());
  }
  void skip_to_any(std::string_view chars) { skip(std::min(rest_.find_first_of(chars), rest_.size())); }

  // The next attribute of the tag that the scan is in; false at the tag's end.
  bool next_attribute(Attribute& out) {
    out = {};
    skip(std::min(rest_.find_first_not_of(" \t\n\f\r/"), rest_.size()));
    if (done() || rest_[0] == '>') return false;
    while (!done() && !is_space(rest_[0]) && rest_[0] != '/' && rest_[0] != '>' &&
           (rest_[0] != '=' || out.name.empty())) {
      out.name += take();
    }
    skip(std::min(rest_.find_first_not_of(kSpace), rest_.size()));
    if (at(0) != '=') return true;
    skip(1);
    skip(std::min(rest_.find_first_not_of(kSpace), rest_.size()));
    read_value(out.value);
    return true;
  }

 private:
  char take() {
    const char c = lower(rest_[0]);
    rest_.remove_prefix(1);
    return c;
  }
  void read_value(std::string& out) {
    const char quote = at(0);
    if (quote == '"' || quote == '\'') {
      skip(1);
      while (!done() && rest_[0] != quote) out += take();
      skip(1);
    } else {
      while (!done() && !is_space(rest_[0]) && rest_[0] != '>') out += take();
    }
  }

  std::string_view rest_;
};

// What stands behind "charset=" in the content of a <meta http-equiv>, or in a Content-Type.
std::string_view charset_in(std::string_view content) {
  for (std::size_t at = content.find("charset"); at != std::string_view::npos;
       at = content.find("charset", at + 7)) {
    std::size_t i = std::min(content.find_first_not_of(kSpace, at + 7), content.size());
    if (i == content.size() || content[i] != '=') continue;
    i = std::min(content.find_first_not_of(kSpace, i + 1), content.size());
    if (i == content.size()) return {};
    if (content[i] == '"' || content[i] == '\'') {
      const std::size_t end = content.find(content[i], i + 1);
      return end == std::string_view::npos ? std::string_view() : content.substr(i + 1, end - i - 1);
    }
    return content.substr(i, content.find_first_of(" \t\n\f\r;", i) - i);
  }
  return {};
}

// The encoding that a <meta> with these attributes declares, the scan standing behind its name.
std::string_view read_meta(Scan& scan) {
  Attribute attribute;
  std::string charset, content;
  bool is_pragma = false;
  while (scan.next_attribute(attribute)) {
    if (attribute.name == "http-equiv") is_pragma |= attribute.value == "content-type";
    if (attribute.name == "content" && content.empty()) content = attribute.value;
    if (attribute.name == "charset" && charset.empty()) charset = attribute.value;
  }
  std::string_view encoding = encoding_of_label(charset);
  if (encoding.empty() && is_pragma) encoding = encoding_of_label(charset_in(content));
  if (encoding.starts_with("utf-16")) return "utf-8";  // it could not have been read as ASCII
  return encoding == "x-user-defined" ? "windows-1252" : encoding;
}

}  // namespace

std::string_view encoding_of_content_type(std::string_view content_type) {
  std::string lowered(content_type);
  std::ranges::transform(lowered, lowered.begin(), lower);
  return encoding_of_label(charset_in(lowered));
}

std::string_view encoding_of_meta(std::string_view bytes) {
  Scan scan(bytes);
  Attribute skipped;
  for (scan.skip_to_any("<"); !scan.done(); scan.skip_to_any("<")) {
    if (scan.begins("<!--")) {
      scan.skip(2);  // "<!-->" ends itself
      scan.skip_past("-->");
    } else if (scan.begins("<meta") && (is_space(scan.at(5)) || scan.at(5) == '/')) {
      scan.skip(6);
      if (const std::string_view encoding = read_meta(scan); !encoding.empty()) return encoding;
    } else if (is_ascii_letter(scan.at(1)) || (scan.at(1) == '/' && is_ascii_letter(scan.at(2)))) {
      scan.skip_to_any(" \t\n\f\r>");
      while (scan.next_attribute(skipped)) continue;
    } else if (scan.begins("<!") || scan.begins("</") || scan.begins("<?")) {
      scan.skip_past(">");
    } else {
      scan.skip(1);
    }
  }
  return {};
}

}  // namespace hearsay
