#include "feeds/xml_source.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "document/utf8.h"
#include "feeds/html_entities.h"
#include "pages/character_sets.h"

namespace hearsay {
namespace {

using std::string;
using std::string_view;

constexpr std::size_t kPieceBytes = std::size_t{64} << 10;
constexpr string_view kReplacement = "\xEF\xBF\xBD";

// The encoding that <?xml encoding="..."?> names; "" where it names none that is known.
string_view declared_encoding(string_view bytes) {
  const string_view start = bytes.substr(0, 1024);
  const std::size_t end = start.find("?>");
  const std::size_t at = start.substr(0, end).find("encoding");
  if (!start.starts_with("<?xml") || end == start.npos || at == start.npos) return "";
  const std::size_t open = start.find_first_of("\"'", at);
  if (open == start.npos) return "";
  return encoding_of_label(start.substr(open + 1, start.find(start[open], open + 1) - open - 1));
}

string_view encoding_of_feed(string_view bytes, string_view content_type) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with(string_view("<\0", 2))) return "utf-16le";
  if (bytes.starts_with("\xFE\xFF") || bytes.starts_with(string_view("\0<", 2))) return "utf-16be";
  const string_view outside = encoding_of_content_type(content_type);
  const string_view inside = declared_encoding(bytes);
  // Servers say UTF-8 of everything; what a feed says of itself, somebody chose.
  const string_view said = (outside.empty() || outside == "utf-8") && !inside.empty() ? inside : outside;
  if (said.empty()) return "windows-1252";
  return said.starts_with("utf-16") ? "utf-8" : said;  // it would have shown in the first bytes
}

// More places that are no UTF-8 than characters that are, beyond ASCII.
bool is_hardly_utf8(string_view decoded) {
  std::size_t bad = 0;
  std::size_t good = 0;
  for (std::size_t i = 0; i < decoded.size(); ++i) {
    const auto byte = static_cast<unsigned char>(decoded[i]);
    if (byte < 0xC0) continue;
    decoded.substr(i).starts_with(kReplacement) ? ++bad : ++good;
  }
  return bad > good;
}

// The text of `bytes` in UTF-8; empty where they are that, whatever they are said to be.
string decode_feed(string_view bytes, string_view content_type) {
  const string_view encoding = encoding_of_feed(bytes, content_type);
  if (!encoding.starts_with("utf-16") && is_valid_utf8(bytes)) return {};
  string decoded = decode(bytes, encoding);
  if (encoding == "utf-8" && is_hardly_utf8(decoded)) return decode(bytes, "windows-1252");
  return decoded;
}

bool begins_tag(string_view rest) {
  if (rest.size() < 2) return false;
  const char c = rest[1];
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || c == '/' || c == '!' ||
         c == '?' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

// U+FFFE and U+FFFF, the only characters beyond ASCII that XML takes offence at.
bool is_noncharacter(string_view rest) {
  return rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF");
}

}  // namespace

XmlSource::XmlSource(string_view bytes, string_view content_type)
    : decoded_(decode_feed(bytes, content_type)), rest_(decoded_.empty() ? bytes : string_view(decoded_)) {
  skip_declaration();
}

void XmlSource::skip_declaration() {
  const string_view all = rest_;
  if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
  rest_.remove_prefix(std::min(rest_.find_first_not_of(string_view(" \t\r\n\f\0", 6)), rest_.size()));
  if (rest_.starts_with("<?xml") && rest_.size() > 5 &&
      (rest_[5] == ' ' || rest_[5] == '\n' || rest_[5] == '\r' || rest_[5] == '\t')) {
    const std::size_t end = rest_.find("?>");
    rest_.remove_prefix(end == rest_.npos ? 0 : end + 2);
  }
  // What stands in the text keeps its line.
  const string_view skipped = all.substr(0, all.size() - rest_.size());
  skipped_ = skipped.size();
  skipped_lines_ = static_cast<std::size_t>(std::count(skipped.begin(), skipped.end(), '\n'));
}

string_view XmlSource::next() {
  piece_.assign(std::exchange(skipped_lines_, 0), '\n');
  while (!rest_.empty() && piece_.size() < kPieceBytes) {
    step();
  }
  return piece_;
}

void XmlSource::step() {
  if (!verbatim_end_.empty()) {
    copy_verbatim();
  } else if (rest_[0] == '&') {
    read_entity();
  } else {
    read_character();
  }
}

std::optional<std::uint64_t> XmlSource::origin_of(std::uint64_t offset) {
  if (!decoded_.empty()) return std::nullopt;
  if (offset < skipped_lines_) return offset;
  std::uint64_t made = skipped_lines_, taken = skipped_;
  while (!rest_.empty() && made <= offset) {
    const std::size_t before = rest_.size();
    piece_.clear();
    step();
    // What is copied stands as far behind its beginning as in the bytes.
    if (made + piece_.size() > offset)
      return taken + std::min<std::uint64_t>(offset - made, before - rest_.size());
    made += piece_.size();
    taken += before - rest_.size();
  }
  return taken;
}

void XmlSource::read_entity() {
  constexpr std::size_t kLongest = 12;
  const std::size_t end = rest_.substr(0, kLongest).find(';');
  if (end == rest_.npos) {
    piece_ += "&amp;";
    rest_.remove_prefix(1);
    return;
  }
  const string_view name = rest_.substr(1, end - 1);
  const bool number = name.starts_with('#');
  const char32_t value = number ? numeric_entity(name.substr(1)) : html_entity(name);
  if (number && value == 0) {
    piece_ += kReplacement;
  } else if (value == 0) {
    piece_ += "&amp;";
    rest_.remove_prefix(1);
    return;
  } else if (value < 0x80) {  // it may be "<": it stays what stands for it
    char digits[8];
    piece_ += "&#";
    piece_.append(digits, std::to_chars(digits, digits + sizeof digits, static_cast<unsigned>(value)).ptr);
    piece_ += ';';
  } else {
    append_utf8(value, piece_);
  }
  rest_.remove_prefix(end + 1);
}

void XmlSource::read_character() {
  const char c = rest_[0];
  if (c == '<' && !in_tag_ && !begins_tag(rest_)) {
    piece_ += "&lt;";
  } else if (c == '<' && rest_.starts_with("<!--")) {
    verbatim_end_ = "-->";
    return;
  } else if (c == '<' && rest_.starts_with("<![CDATA[")) {
    verbatim_end_ = "]]>";
    return;
  } else if (is_noncharacter(rest_)) {
    rest_.remove_prefix(2);
  } else if (!is_control(c)) {
    in_tag_ = c == '<' || (in_tag_ && c != '>');
    piece_ += c;
  }
  rest_.remove_prefix(1);
}

void XmlSource::copy_verbatim() {
  const string_view part = rest_.substr(0, kPieceBytes);
  const std::size_t found = part.find(verbatim_end_);
  // Without an end in this part, its last bytes may be the beginning of one.
  const std::size_t keep = verbatim_end_.size() - 1;
  const std::size_t length = found != part.npos            ? found + verbatim_end_.size()
                             : part.size() == rest_.size() ? part.size()
                                                           : part.size() - keep;
  for (std::size_t i = 0; i < length; ++i) {
    if (is_noncharacter(part.substr(i))) {
      i += 2;
    } else if (!is_control(part[i])) {
      piece_ += part[i];
    }
  }
  rest_.remove_prefix(length);
  if (found != part.npos) verbatim_end_ = {};
}

Result<Success> read_repaired_xml(string_view bytes, string_view content_type, string_view name,
                                  XmlReceiver& receiver) {
  XmlParser parser(receiver, "UTF-8");
  XmlSource source(bytes, content_type);
  for (bool last = false; !last;) {
    const string_view piece = source.next();
    last = piece.empty();
    const Result<bool> more = parser.parse(piece, last);
    if (more && !*more) return Success{};
    if (more) continue;
    const auto byte = XmlSource(bytes, content_type).origin_of(parser.position());
    return Error{more.error().code, string(name) + ":" + std::to_string(parser.line()) + ": " +
                                        (byte ? "byte " + std::to_string(*byte) + ": " : "") +
                                        more.error().message};
  }
  return Success{};
}

}  // namespace hearsay
