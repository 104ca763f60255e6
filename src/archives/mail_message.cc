#include "archives/mail_message.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <optional>
#include <utility>
#include <vector>

#include "archives/header_fields.h"
#include "archives/transfer_codings.h"
#include "pages/character_sets.h"

namespace hearsay {
namespace {

constexpr int kMostDepth = 16;
constexpr std::size_t kMostParts = 1000;

// The value of a parameter: "utf-8" of `text/plain; charset="utf-8"`.
std::string parameter(std::string_view field, std::string_view name) {
  for (std::size_t at = field.find(';'); at != std::string_view::npos; at = field.find(';', at)) {
    ++at;
    const std::string_view rest = field.substr(at);
    const std::size_t equals = rest.find('=');
    if (equals == std::string_view::npos) return {};
    if (to_lower(trim(rest.substr(0, equals))) != name) continue;
    std::string_view value = trim(rest.substr(equals + 1));
    if (value.starts_with('"')) return std::string(value.substr(1, value.find('"', 1) - 1));
    return std::string(trim(value.substr(0, value.find(';'))));
  }
  return {};
}

struct Part {
  std::string_view bytes;  // header and body
  int depth = 0;
};

// The pieces between the boundary's lines; the last one may lack its end.
std::vector<std::string_view> split_parts(std::string_view body, const std::string& boundary) {
  const std::string mark = "--" + boundary;
  std::vector<std::string_view> parts;
  std::size_t begin = std::string_view::npos;
  for (std::size_t at = 0; at < body.size() && parts.size() < kMostParts;) {
    const std::size_t end =
        std::min(body.size(), body.find('\n', at) == body.npos ? body.size() : body.find('\n', at) + 1);
    const std::string_view line = body.substr(at, end - at);
    if (line.starts_with(mark)) {
      if (begin != std::string_view::npos) parts.push_back(body.substr(begin, at - begin));
      begin = line.substr(mark.size()).starts_with("--") ? std::string_view::npos : end;
    }
    at = end;
  }
  if (begin != std::string_view::npos && begin < body.size()) parts.push_back(body.substr(begin));
  return parts;
}

struct Bodies {
  std::optional<RawPage> html;
  std::optional<std::string> text;
};

std::string decoded(std::string_view body, const HeaderFields& header) {
  const std::string coding = to_lower(header.get("content-transfer-encoding"));
  if (coding == "base64") return decode_base64(body);
  if (coding == "quoted-printable") return decode_quoted_printable(body);
  return std::string(body);
}

// Lines that end with a space go on in the next one (RFC 3676).
std::string unflowed(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.ends_with('\r')) line.remove_suffix(1);
    out += line;
    if (!line.ends_with(' ') || line == "-- ") out += '\n';
  }
  return out;
}

void keep_body(const HeaderFields& header, const std::string& type, std::string_view body, Bodies& bodies) {
  const std::string_view content_type = header.get("content-type");
  if (type == "text/html" && !bodies.html) {
    bodies.html = RawPage{decoded(body, header), "", std::string(content_type)};
  } else if (type == "text/plain" && !bodies.text) {
    std::string text = decode_page(decoded(body, header), content_type);
    bodies.text = to_lower(parameter(content_type, "format")) == "flowed" ? unflowed(text) : std::move(text);
  }
}

// The first HTML and the first plain text that are no attachments, in the order of the message.
Bodies find_bodies(std::string_view message) {
  Bodies bodies;
  std::vector<Part> waiting = {{message, 0}};  // the next one last
  for (std::size_t seen = 0; !waiting.empty() && seen < kMostParts; ++seen) {
    const Part part = waiting.back();
    waiting.pop_back();
    const std::size_t end = std::min(find_header_end(part.bytes), part.bytes.size());
    const HeaderFields header(part.bytes.substr(0, end));
    const std::string_view body = part.bytes.substr(end);
    std::string type = media_type(header.get("content-type"));
    if (type.empty()) type = "text/plain";
    if (to_lower(header.get("content-disposition")).starts_with("attachment")) continue;
    if (type.starts_with("multipart/") && part.depth < kMostDepth) {
      std::vector<std::string_view> inner =
          split_parts(body, parameter(header.get("content-type"), "boundary"));
      for (auto piece = inner.rbegin(); piece != inner.rend(); ++piece)
        waiting.push_back({*piece, part.depth + 1});
    } else {
      keep_body(header, type, body, bodies);
    }
  }
  return bodies;
}

// "Harbour Radio" of `"Harbour Radio" <news@example.com>`; the address where there is no name.
std::string display_name(std::string_view from) {
  const std::size_t angle = from.find('<');
  std::string_view name = trim(from.substr(0, angle));
  if (name.size() > 1 && name.starts_with('"') && name.ends_with('"')) name = name.substr(1, name.size() - 2);
  if (!name.empty()) return decode_words(name);
  if (angle == std::string_view::npos) return {};
  return std::string(trim(from.substr(angle + 1, from.find('>', angle) - angle - 1)));
}

std::string without_angles(std::string_view id) {
  id = trim(id);
  if (id.starts_with('<')) id.remove_prefix(1);
  return std::string(id.substr(0, id.find('>')));
}

bool is_blank(std::string_view text) { return trim(text).empty(); }

int to_number(std::string_view digits) {
  int number = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() && end == digits.data() + digits.size() ? number : -1;
}

// "+01:00" of "+0100", and of the names that the standard has.
std::string offset_of(std::string_view zone) {
  if (zone.size() == 5 && (zone[0] == '+' || zone[0] == '-') && to_number(zone.substr(1)) >= 0)
    return std::string(zone.substr(0, 3)) + ":" + std::string(zone.substr(3));
  static constexpr std::pair<std::string_view, std::string_view> kZones[] = {
      {"EST", "-05:00"}, {"EDT", "-04:00"}, {"CST", "-06:00"}, {"CDT", "-05:00"},
      {"MST", "-07:00"}, {"MDT", "-06:00"}, {"PST", "-08:00"}, {"PDT", "-07:00"}};
  for (const auto& [name, offset] : kZones) {
    if (zone == name) return std::string(offset);
  }
  return "Z";
}

}  // namespace

std::string decode_words(std::string_view text) {
  std::string out;
  bool after_word = false;
  while (!text.empty()) {
    const std::size_t begin = text.find("=?");
    const std::size_t charset_end = begin == text.npos ? begin : text.find('?', begin + 2);
    const std::size_t coding_end = charset_end == text.npos ? charset_end : text.find('?', charset_end + 1);
    const std::size_t end = coding_end == text.npos ? coding_end : text.find("?=", coding_end + 1);
    if (end == text.npos || coding_end != charset_end + 2) {
      const std::size_t plain = begin == text.npos || end == text.npos ? text.size() : begin + 2;
      out += text.substr(0, plain);
      text.remove_prefix(plain);
      after_word = false;
      continue;
    }
    const std::string_view between = text.substr(0, begin);
    if (!after_word || !is_blank(between)) out += between;
    std::string_view charset = text.substr(begin + 2, charset_end - begin - 2);
    charset = charset.substr(0, charset.find('*'));
    const std::string_view word = text.substr(coding_end + 1, end - coding_end - 1);
    const bool base64 = text[charset_end + 1] == 'B' || text[charset_end + 1] == 'b';
    const std::string bytes = base64 ? decode_base64(word) : decode_quoted_printable(word, true);
    const std::string_view encoding = encoding_of_label(charset);
    out += decode(bytes, encoding.empty() ? "utf-8" : encoding);
    text.remove_prefix(end + 2);
    after_word = true;
  }
  return decode(out, "utf-8");  // raw bytes in headers happen
}

std::string iso_of_mail_date(std::string_view date) {
  if (const std::size_t comma = date.find(','); comma != std::string_view::npos)
    date.remove_prefix(comma + 1);
  std::vector<std::string_view> words;
  for (date = trim(date); !date.empty() && words.size() < 5; date = trim(date)) {
    words.push_back(date.substr(0, date.find_first_of(" \t")));
    date.remove_prefix(words.back().size());
  }
  constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  if (words.size() < 3 || words[1].size() < 3) return {};
  const int day = to_number(words[0]);
  const std::size_t month = kMonths.find(to_lower(words[1].substr(0, 3)));
  int year = to_number(words[2]);
  if (year >= 0 && words[2].size() == 2) year += year < 50 ? 2000 : 1900;
  if (day < 1 || day > 31 || month == kMonths.npos || month % 3 != 0 || year < 1970 || year > 9999) return {};
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, static_cast<int>(month / 3) + 1, day);
  std::string iso = text.data();
  if (words.size() < 4 || words[3].size() < 5 || words[3][2] != ':') return iso;
  const std::string_view time = words[3];
  const int hour = to_number(time.substr(0, 2)), minute = to_number(time.substr(3, 2));
  const int second = time.size() >= 8 && time[5] == ':' ? to_number(time.substr(6, 2)) : 0;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return iso;
  std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d", hour, minute, second);
  return iso + text.data() + offset_of(words.size() > 4 ? words[4] : "");
}

Result<Article> read_message(std::string_view message) {
  const HeaderFields header(message.substr(0, std::min(find_header_end(message), message.size())));
  Article article;
  Metadata& m = article.doc.metadata;
  m.id = without_angles(header.get("message-id"));
  m.url = without_angles(header.get("archived-at"));
  m.title = decode_words(header.get("subject"));
  m.publisher = display_name(header.get("from"));
  m.published = iso_of_mail_date(header.get("date"));
  m.language = header.get("content-language");
  Bodies bodies = find_bodies(message);
  if (bodies.html && !is_blank(bodies.html->bytes) && bodies.html->bytes.size() <= kMostPageBytes) {
    bodies.html->url = m.url;
    article.page = std::move(bodies.html);
    return article;
  }
  if (!bodies.text || is_blank(*bodies.text) || bodies.text->find('\0') != std::string::npos)
    return Error{ErrorCode::invalid_input, "expected a message with text, found none"};
  article.doc.text = *std::move(bodies.text);
  return article;
}

}  // namespace hearsay
