#include "pages/html_tokenizer.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace hearsay {
namespace {

bool is_html_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr std::size_t kLongestTagName = 16;

HtmlTag tag_of_any_case(std::string_view name) {
  std::array<char, kLongestTagName> lowered{};
  if (name.size() > lowered.size()) return HtmlTag::unknown;
  std::transform(name.begin(), name.end(), lowered.begin(), lower);
  return tag_of_name({lowered.data(), name.size()});
}

// Whether `markup` goes on at `at` with "script" and what ends a tag's name.
bool has_name_at(std::string_view markup, std::size_t at, std::string_view name) {
  if (markup.size() < at + name.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (lower(markup[at + i]) != name[i]) return false;
  }
  if (markup.size() == at + name.size()) return true;
  const char after = markup[at + name.size()];
  return is_html_space(after) || after == '>' || after == '/';
}

// Where the end tag of a script begins that goes on at `from`. Within <!-- -->, a script
// may hold another one.
std::size_t find_script_end(std::string_view markup, std::size_t from) {
  bool escaped = false;
  bool nested = false;
  for (std::size_t i = from;; ++i) {
    i = markup.find_first_of(escaped ? "<-" : "<", i);
    if (i == markup.npos) return markup.size();
    const std::string_view rest = markup.substr(i, 4);
    if (markup[i] == '-') {
      if (!rest.starts_with("-->")) continue;
      escaped = nested = false;
    } else if (rest == "<!--") {
      escaped = true;
      i += 1;  // "<!-->" is both
    } else if (rest.starts_with("</") && has_name_at(markup, i + 2, "script")) {
      if (!nested) return i;
      nested = false;
    } else if (escaped && has_name_at(markup, i + 1, "script")) {
      nested = true;
    }
  }
}

std::size_t find_end_tag(std::string_view markup, std::size_t from, std::string_view name) {
  for (std::size_t i = from;; ++i) {
    i = markup.find("</", i);
    if (i == markup.npos) return markup.size();
    if (has_name_at(markup, i + 2, name)) return i;
  }
}

// The end of the comment whose text begins at `from`.
std::size_t find_comment_end(std::string_view markup, std::size_t from) {
  const std::string_view rest = markup.substr(from);
  if (rest.starts_with(">")) return from + 1;
  if (rest.starts_with("->")) return from + 2;
  for (std::size_t i = from;; i += 2) {
    i = markup.find("--", i);
    if (i == markup.npos) return markup.size();
    std::size_t after = i + 2;
    while (after < markup.size() && markup[after] == '-') ++after;
    if (after < markup.size() && markup[after] == '>') return after + 1;
    if (markup.substr(after, 2) == "!>") return after + 2;
    i = after - 2;
  }
}

}  // namespace

HtmlToken HtmlTokenizer::text_token(std::size_t begin, std::size_t end, bool is_literal) const {
  return {.kind = HtmlTokenKind::text, .is_literal = is_literal, .text = markup_.substr(begin, end - begin)};
}

HtmlToken HtmlTokenizer::next_raw_text() {
  const HtmlTag tag = raw_;
  const std::size_t begin = at_;
  raw_ = HtmlTag::text;
  if (tag == HtmlTag::plaintext) {
    at_ = markup_.size();
  } else if (tag == HtmlTag::script) {
    at_ = find_script_end(markup_, at_);
  } else {
    at_ = find_end_tag(markup_, at_, to_string(tag));
  }
  return text_token(begin, at_, !has_traits(tag, kEscapableText));
}

// At "<!", "<?" or "</" that begins no tag. True if that was a text after all, as `cdata`.
bool HtmlTokenizer::skip_declaration(HtmlToken& cdata) {
  constexpr std::string_view kCdata = "<![CDATA[";
  const std::string_view rest = markup_.substr(at_, kCdata.size());
  if (rest.starts_with("<!--")) {
    at_ = find_comment_end(markup_, at_ + 4);
  } else if (cdata_ && rest == kCdata) {
    const std::size_t begin = at_ + kCdata.size();
    const std::size_t end = std::min(markup_.find("]]>", begin), markup_.size());
    cdata = text_token(begin, end, true);
    at_ = std::min(end + 3, markup_.size());
    return begin < end;
  } else {
    const std::size_t end = markup_.find('>', at_);
    at_ = end == markup_.npos ? markup_.size() : end + 1;
  }
  return false;
}

void HtmlTokenizer::skip_space() {
  while (!at_end() && is_html_space(markup_[at_])) ++at_;
}

// Requires: not at the end, a space, "/" or ">".
void HtmlTokenizer::read_attribute() {
  RawAttribute attribute;
  std::size_t begin = at_;
  ++at_;  // even "=" may begin a name
  while (!at_end() && !is_html_space(markup_[at_]) && markup_[at_] != '/' && markup_[at_] != '>' &&
         markup_[at_] != '=') {
    ++at_;
  }
  attribute.name = markup_.substr(begin, at_ - begin);
  skip_space();
  if (!at_end() && markup_[at_] == '=') {
    ++at_;
    skip_space();
    if (!at_end() && (markup_[at_] == '"' || markup_[at_] == '\'')) {
      begin = at_ + 1;
      at_ = std::min(markup_.find(markup_[at_], begin), markup_.size());
      attribute.value = markup_.substr(begin, at_ - begin);
      if (!at_end()) ++at_;
    } else {
      begin = at_;
      while (!at_end() && !is_html_space(markup_[at_]) && markup_[at_] != '>') ++at_;
      attribute.value = markup_.substr(begin, at_ - begin);
    }
  }
  if (attributes_.size() < kMaxAttributes) attributes_.push_back(attribute);
}

// At the first letter of the name. A tag that the input cuts short is none.
HtmlToken HtmlTokenizer::read_tag(HtmlTokenKind kind) {
  const std::size_t begin = at_;
  while (!at_end() && !is_html_space(markup_[at_]) && markup_[at_] != '/' && markup_[at_] != '>') ++at_;
  HtmlToken token{.kind = kind, .text = markup_.substr(begin, at_ - begin)};
  token.tag = tag_of_any_case(token.text);
  attributes_.clear();
  while (!at_end()) {
    const char c = markup_[at_];
    if (c == '>') {
      ++at_;
      return token;
    }
    token.self_closing = c == '/';
    if (c == '/' || is_html_space(c)) {
      ++at_;
    } else {
      read_attribute();
    }
  }
  return {};
}

HtmlToken HtmlTokenizer::next() {
  if (raw_ != HtmlTag::text) return next_raw_text();
  std::size_t begin = at_;
  while (!at_end()) {
    const std::size_t less = std::min(markup_.find('<', at_), markup_.size());
    const char after = less + 1 < markup_.size() ? markup_[less + 1] : '\0';
    const bool begins_end_tag = after == '/' && less + 2 < markup_.size();
    const bool begins_markup = is_letter(after) || after == '!' || after == '?' || begins_end_tag;
    if (!begins_markup) {
      at_ = std::min(less + 1, markup_.size());
      continue;
    }
    if (less > begin) {
      at_ = less;
      return text_token(begin, less);
    }
    at_ = less;
    if (is_letter(after)) return ++at_, read_tag(HtmlTokenKind::start_tag);
    if (begins_end_tag && is_letter(markup_[less + 2])) return at_ += 2, read_tag(HtmlTokenKind::end_tag);
    HtmlToken cdata;
    if (skip_declaration(cdata)) return cdata;
    begin = at_;
  }
  return begin < markup_.size() ? text_token(begin, markup_.size()) : HtmlToken{};
}

}  // namespace hearsay
