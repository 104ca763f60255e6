#include "pages/character_sets.h"

#include <iconv.h>

#include <algorithm>
#include <cerrno>

#include "document/utf8.h"
#include "pages/encoding_labels.h"

namespace hearsay {
namespace {

constexpr std::size_t kDeclaredWithin = std::size_t{16} << 10;
constexpr char32_t kReplacement = 0xFFFD;

std::string_view mark_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return "utf-8";
  if (bytes.starts_with("\xFE\xFF")) return "utf-16be";
  if (bytes.starts_with("\xFF\xFE")) return "utf-16le";
  if (bytes.starts_with(std::string_view("<\0", 2))) return "utf-16le";
  if (bytes.starts_with(std::string_view("\0<", 2))) return "utf-16be";
  return {};
}

struct Utf8Census {
  std::size_t characters = 0;  // that are well-formed and not ASCII
  std::size_t malformed = 0;   // places
};

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }
bool leads(char byte) { return static_cast<unsigned char>(byte) >= 0xC0; }

// The malformed bytes at the beginning of `text`, which is not empty and begins with some: a lead
// byte with what continues it counts once.
std::size_t malformed_length(std::string_view text) {
  std::size_t length = 1;
  while (leads(text[0]) && length < std::min<std::size_t>(text.size(), 3) && continues(text[length]))
    ++length;
  return length;
}

Utf8Census census_of(std::string_view bytes) {
  Utf8Census census;
  while (!bytes.empty()) {
    const std::size_t good = find_invalid_utf8(bytes);
    census.characters += static_cast<std::size_t>(std::ranges::count_if(bytes.substr(0, good), leads));
    bytes.remove_prefix(good);
    if (bytes.empty()) break;
    ++census.malformed;
    bytes.remove_prefix(malformed_length(bytes));
  }
  return census;
}

std::string decode_utf8_bytes(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  while (!bytes.empty()) {
    const std::size_t good = find_invalid_utf8(bytes);
    text += bytes.substr(0, good);
    bytes.remove_prefix(good);
    if (bytes.empty()) break;
    append_utf8(kReplacement, text);
    bytes.remove_prefix(malformed_length(bytes));
  }
  return text;
}

// An open converter of the C library.
class Converter {
 public:
  explicit Converter(const char* from) : descriptor_(iconv_open("UTF-8", from)) {}
  ~Converter() {
    if (is_open()) iconv_close(descriptor_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  bool is_open() const { return descriptor_ != reinterpret_cast<iconv_t>(-1); }

  // Appends what of `bytes` can be converted, and takes it off. False if something is left that
  // cannot.
  bool convert(std::string_view& bytes, std::string& text) {
    char out[4096];
    while (!bytes.empty()) {
      char* in = const_cast<char*>(bytes.data());  // iconv does not write there
      std::size_t in_left = bytes.size(), out_left = sizeof out;
      char* to = out;
      const std::size_t done = iconv(descriptor_, &in, &in_left, &to, &out_left);
      const bool full = done == static_cast<std::size_t>(-1) && errno == E2BIG;
      text.append(out, sizeof out - out_left);
      bytes.remove_prefix(bytes.size() - in_left);
      if (done == static_cast<std::size_t>(-1) && !full) return false;
    }
    return true;
  }

  // Appends what the converter held back.
  void finish(std::string& text) {
    char out[64];
    char* to = out;
    std::size_t left = sizeof out;
    iconv(descriptor_, nullptr, nullptr, &to, &left);
    text.append(out, sizeof out - left);
  }

 private:
  iconv_t descriptor_;
};

// A byte that an encoding of single bytes does not know, as the standard has it for windows-125x:
// the control of its number.
char32_t unknown_byte(const Encoding& encoding, char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return encoding.name.starts_with("windows-125") && value < 0xA0 ? char32_t{value} : kReplacement;
}

std::string decode_by_iconv(std::string_view bytes, const Encoding& encoding) {
  Converter converter(encoding.converter);
  if (!converter.is_open()) return decode_utf8_bytes(bytes);  // a C library without that table
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 2);
  const std::size_t unit = encoding.name.starts_with("utf-16") ? 2 : 1;
  while (!converter.convert(bytes, text)) {
    append_utf8(unknown_byte(encoding, bytes[0]), text);
    bytes.remove_prefix(std::min(unit, bytes.size()));
  }
  converter.finish(text);
  return text;
}

std::string decode_user_defined(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    append_utf8(value < 0x80 ? char32_t{value} : char32_t{0xF700} + value, text);
  }
  return text;
}

}  // namespace

std::string_view encoding_of_label(std::string_view label) {
  const std::size_t begin = std::min(label.find_first_not_of(" \t\n\f\r"), label.size());
  label = label.substr(begin, label.find_last_not_of(" \t\n\f\r") + 1 - begin);
  std::string lowered(label.substr(0, 64));  // longer than any
  for (char& c : lowered) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const Encoding* encoding = find_encoding(lowered);
  return encoding == nullptr ? std::string_view() : encoding->name;
}

std::string_view encoding_of_page(std::string_view bytes, std::string_view content_type) {
  if (const std::string_view marked = mark_encoding(bytes); !marked.empty()) return marked;
  const std::string_view by_http = encoding_of_content_type(content_type);
  if (by_http.starts_with("utf-16")) return by_http;
  const Utf8Census census = census_of(bytes);
  if (census.malformed == 0 && census.characters > 0) return "utf-8";
  const std::string_view by_meta = encoding_of_meta(bytes.substr(0, kDeclaredWithin));
  for (const std::string_view declared : {by_http, by_meta}) {
    if (declared.empty() || (declared == "utf-8" && census.malformed > census.characters)) continue;
    return declared;
  }
  return census.malformed == 0 ? "utf-8" : "windows-1252";
}

std::string decode(std::string_view bytes, std::string_view encoding) {
  const std::string_view mark = encoding == "utf-8"      ? "\xEF\xBB\xBF"
                                : encoding == "utf-16be" ? "\xFE\xFF"
                                : encoding == "utf-16le" ? "\xFF\xFE"
                                                         : "";
  if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  if (encoding == "x-user-defined") return decode_user_defined(bytes);
  if (encoding == "replacement") return bytes.empty() ? "" : "\xEF\xBF\xBD";
  const Encoding* known = find_encoding(encoding);
  if (known == nullptr || *known->converter == '\0') return decode_utf8_bytes(bytes);
  return decode_by_iconv(bytes, *known);
}

std::string decode_page(std::string_view bytes, std::string_view content_type) {
  return decode(bytes, encoding_of_page(bytes, content_type));
}

}  // namespace hearsay
