#include "feeds/markup_text.h"

#include <algorithm>
#include <array>

#include "document/utf8.h"
#include "feeds/feed_item.h"
#include "feeds/html_entities.h"

namespace hearsay {
namespace {

using std::string;
using std::string_view;

// Elements that begin and end a paragraph; all others stand within one.
constexpr std::array<string_view, 33> kBlocks = {
    "article", "aside",    "blockquote", "body",   "caption", "center", "dd",  "div", "dl",
    "dt",      "fieldset", "figure",     "footer", "form",    "h1",     "h2",  "h3",  "h4",
    "h5",      "h6",       "header",     "hr",     "li",      "main",   "nav", "ol",  "p",
    "pre",     "section",  "table",      "td",     "tr",      "ul"};
constexpr std::array<string_view, 5> kUnread = {"iframe", "noscript", "script", "style", "template"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// Collects words into lines and paragraphs.
class Paragraphs {
 public:
  void text(string_view words) {
    for (const char c : words) {
      if (is_space(c)) {
        gap_ = std::max(gap_, Gap::space);
        continue;
      }
      flush_gap();
      out_ += c;
    }
  }
  void end_line() { gap_ = std::max(gap_, Gap::line); }
  void end_paragraph() { gap_ = Gap::paragraph; }
  string take() { return std::move(out_); }

 private:
  enum class Gap { none, space, line, paragraph };

  void flush_gap() {
    if (!out_.empty())
      out_ += gap_ == Gap::space ? " " : gap_ == Gap::line ? "\n" : gap_ == Gap::none ? "" : "\n\n";
    gap_ = Gap::none;
  }

  string out_;
  Gap gap_ = Gap::none;
};

// The place after the tag that begins at `at`: a ">" within quotation marks does not end it.
std::size_t end_of_tag(string_view markup, std::size_t at) {
  char quote = 0;
  for (std::size_t i = at; i < markup.size(); ++i) {
    const char c = markup[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && markup[i - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      return i + 1;
    }
  }
  // A quotation mark that is never closed: the first ">" will do.
  const std::size_t end = markup.find('>', at);
  return end == markup.npos ? markup.size() : end + 1;
}

// The place of "</name", whatever its case, or the end.
std::size_t find_end(string_view markup, std::size_t at, string_view name) {
  for (at = markup.find("</", at); at != markup.npos; at = markup.find("</", at + 2)) {
    const string_view found = markup.substr(at + 2, name.size());
    if (std::equal(found.begin(), found.end(), name.begin(), name.end(),
                   [](char a, char b) { return lower(a) == b; }))
      return at;
  }
  return markup.size();
}

template <std::size_t N>
bool is_one_of(const std::array<string_view, N>& names, string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Goes over one tag, comment or declaration at `at`; returns the place after it.
std::size_t read_tag(string_view markup, std::size_t at, Paragraphs& out) {
  if (markup.substr(at).starts_with("<!--")) {
    const std::size_t end = markup.find("-->", at + 4);
    return end == markup.npos ? markup.size() : end + 3;
  }
  if (markup.substr(at).starts_with("<![CDATA[")) return at + 9;
  const bool closing = markup[at + 1] == '/';
  string name;
  for (std::size_t i = at + 1 + (closing ? 1 : 0); i < markup.size() && name.size() < 16; ++i) {
    if (!is_letter(markup[i]) && !(markup[i] >= '0' && markup[i] <= '9')) break;
    name += lower(markup[i]);
  }
  const std::size_t end = end_of_tag(markup, at + 1);
  if (name == "br") out.end_line();
  if (is_one_of(kBlocks, name)) out.end_paragraph();
  if (!closing && is_one_of(kUnread, name) && markup[end - 1] == '>' && markup[end - 2] != '/')
    return find_end(markup, end, name);
  return end;
}

}  // namespace

void append_unescaped(string_view text, string& out) {
  constexpr std::size_t kLongestName = 10;
  while (!text.empty()) {
    const std::size_t at = std::min(text.find('&'), text.size());
    out += text.substr(0, at);
    text.remove_prefix(at);
    if (text.empty()) return;
    const std::size_t end = text.substr(0, kLongestName + 2).find(';');
    char32_t value = 0;
    if (end != text.npos) {
      const string_view name = text.substr(1, end - 1);
      value = name.starts_with('#') ? numeric_entity(name.substr(1)) : html_entity(name);
    }
    if (value == 0) {
      out += '&';
      text.remove_prefix(1);
    } else {
      append_utf8(value, out);
      text.remove_prefix(end + 1);
    }
  }
}

string markup_text(string_view markup) {
  Paragraphs out;
  string words;
  std::size_t at = 0;
  while (at < markup.size()) {
    const bool tag = markup[at] == '<' && at + 1 < markup.size() &&
                     (is_letter(markup[at + 1]) || markup[at + 1] == '/' || markup[at + 1] == '!' ||
                      markup[at + 1] == '?');
    if (tag) {
      at = read_tag(markup, at, out);
      continue;
    }
    const std::size_t end = std::min(markup.find('<', at + 1), markup.size());
    words.clear();
    append_unescaped(markup.substr(at, end - at), words);
    out.text(words);
    at = end;
  }
  return out.take();
}

string markup_line(string_view markup) { return one_line(markup_text(markup)); }

}  // namespace hearsay
