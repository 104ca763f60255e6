#include "archives/sniff.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <utility>

#include "archives/json_keys.h"

namespace hearsay {
namespace {

using std::string_view;

constexpr string_view kSpace = " \t\r\n";

string_view first_line(string_view text) { return text.substr(0, text.find('\n')); }

bool has_suffix(string_view path, std::initializer_list<string_view> suffixes) {
  for (const string_view archive : {".gz", ".zst"}) {
    if (path.ends_with(archive)) path.remove_suffix(archive.size());
  }
  return std::ranges::any_of(suffixes, [&](string_view suffix) { return path.ends_with(suffix); });
}

// Without a byte order mark and space; of UTF-16 only the ASCII, which is all that is looked at.
std::string clean(string_view begin) {
  std::string text(begin);
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    text.erase(0, 2);
    std::erase(text, '\0');
  }
  text.erase(0, text.find_first_not_of(kSpace));
  return text;
}

// Files that people give by mistake, and whose text is elsewhere than in their bytes.
string_view name_of_binary(string_view begin) {
  static constexpr std::pair<string_view, string_view> kMagic[] = {
      {"%PDF-", "a PDF"},
      {string_view("PK\x03\x04", 4), "a ZIP archive or office document"},
      {string_view("\xFD"
                   "7zXZ\0",
                   6),
       "an xz archive"},
      {"BZh", "a bzip2 archive"},
      {"\x89PNG", "an image"},
      {"\xFF\xD8\xFF", "an image"},
      {"GIF8", "an image"},
      {string_view("SQLite format 3\0", 16), "a database (perhaps a ledger)"},
      {"7z\xBC\xAF\x27\x1C", "a 7-Zip archive"},
      {"{\\rtf", "an RTF document"}};
  for (const auto& [magic, name] : kMagic) {
    if (begin.starts_with(magic)) return name;
  }
  return begin.size() > 262 && begin.substr(257, 5) == "ustar" ? "a tar archive" : "";
}

// The name of the first element, without its prefix; "!doctype" where that comes first.
std::string first_element(string_view text) {
  for (;;) {
    text.remove_prefix(std::min(text.size(), text.find_first_not_of(kSpace)));
    string_view end;
    if (text.starts_with("<?")) end = "?>";
    if (text.starts_with("<!--")) end = "-->";
    if (end.empty()) break;
    const std::size_t at = text.find(end);
    if (at == string_view::npos) return "";
    text.remove_prefix(at + end.size());
  }
  if (!text.starts_with('<')) return "";
  string_view name = text.substr(1, text.find_first_of(" \t\r\n/>[", 1) - 1);
  name.remove_prefix(name.find(':') == string_view::npos ? 0 : name.find(':') + 1);
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
  return lower;
}

Sniffed sniff_markup(string_view text) {
  std::string element = first_element(text);
  if (element == "!doctype" && text.substr(0, 400).find("nitf") != string_view::npos) element = "nitf";
  static constexpr std::pair<string_view, Sniffed> kRoots[] = {
      {"newsitem", {Format::newsml, "NewsML-G2"}},    {"newsmessage", {Format::newsml, "NewsML-G2"}},
      {"packageitem", {Format::newsml, "NewsML-G2"}}, {"nitf", {Format::newsml, "NITF"}},
      {"rss", {Format::feed, "an RSS feed"}},         {"rdf", {Format::feed, "an RSS feed"}},
      {"feed", {Format::feed, "an Atom feed"}},       {"opml", {Format::feed, "a list of feeds (OPML)"}},
      {"urlset", {Format::other, "a site map"}},      {"sitemapindex", {Format::other, "a site map"}},
      {"svg", {Format::other, "an image (SVG)"}},     {"newsml", {Format::other, "NewsML 1"}}};
  for (const auto& [root, sniffed] : kRoots) {
    if (element == root) return sniffed;
  }
  return {Format::html, "a page"};
}

bool begins_like_markup(string_view text) {
  if (text.size() < 2 || text[0] != '<') return false;
  const char c = text[1];
  return c == '!' || c == '?' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// An object's brace and a first name or its end: no article begins like that.
bool begins_like_json(string_view text) {
  if (text.starts_with('[')) {
    const std::size_t inner = text.find_first_not_of(kSpace, 1);
    if (inner == string_view::npos || text[inner] != '{') return false;
    text.remove_prefix(inner);
  }
  if (!text.starts_with('{')) return false;
  const std::size_t after = text.find_first_not_of(kSpace, 1);
  return after != string_view::npos && (text[after] == '"' || text[after] == '}');
}

Sniffed sniff_json(string_view text) {
  static constexpr string_view kNinjs[] = {"body_text", "body_xhtml",     "body_html",         "bodies",
                                           "pubstatus", "versioncreated", "firstcreated",      "renditions",
                                           "headlines", "infosources",    "representationtype"};
  const std::vector<std::string> keys = outer_keys(text);
  const auto has = [&](string_view key) { return std::ranges::find(keys, key) != keys.end(); };
  if (!has("text") && !has("html")) {
    if (text.substr(0, 1024).find("jsonfeed.org/version") != string_view::npos)
      return {Format::feed, "a JSON feed"};
    if (std::ranges::any_of(kNinjs, has) || (has("uri") && has("headline"))) return {Format::ninjs, "ninjs"};
  }
  return {Format::jsonl, "JSON Lines"};
}

// "From ada@example.com Mon Mar  4 09:00:00 2024": an address, and somewhere a time.
bool begins_like_mbox(string_view text) {
  const string_view line = first_line(text);
  const std::size_t colon = line.find(':');
  if (!line.starts_with("From ") || colon == string_view::npos || colon < 8 || colon + 2 >= line.size())
    return false;
  const auto digit = [&](std::size_t i) { return line[i] >= '0' && line[i] <= '9'; };
  return digit(colon - 1) && digit(colon + 1) && digit(colon + 2);
}

// Lines of a message's header, the ones that only mail has among them.
bool begins_like_message(string_view text) {
  bool mail = false;
  int fields = 0;
  for (string_view rest = text; !rest.empty();) {
    const string_view line = first_line(rest);
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line.empty() || line == "\r") break;
    if (line[0] == ' ' || line[0] == '\t') continue;
    const string_view name = line.substr(0, line.find(':'));
    const bool is_name = name.size() < line.size() && name.find_first_of(" \t") == string_view::npos;
    if (!is_name) return false;
    ++fields;
    for (const string_view known :
         {"MIME-Version", "Message-ID", "Message-Id", "Received", "Return-Path", "Delivered-To"})
      mail = mail || name == known;
  }
  return mail && fields > 2;
}

// A comment of CoNLL-U, or ten columns that begin with a number.
bool begins_like_conllu(string_view text) {
  for (string_view rest = text; !rest.empty();) {
    const string_view line = first_line(rest);
    if (!line.starts_with('#')) return line.starts_with('1') && std::ranges::count(line, '\t') == 9;
    for (const string_view comment : {"# sent_id", "# newdoc", "# text ="})
      if (line.starts_with(comment)) return true;
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
  }
  return false;
}

}  // namespace

bool is_enough_to_sniff(string_view begin) {
  const std::string text = clean(begin);
  const std::size_t end = text.find('\n');
  if (end == std::string::npos) return false;
  if (text.starts_with('{'))
    return text.substr(0, end).ends_with('}') || text.substr(0, end).ends_with("}\r");
  const bool undecided = text.starts_with('<') || text.starts_with('[') || text.starts_with('#') ||
                         text.starts_with("From ") || text[0] == '1' ||
                         first_line(text).find(": ") != string_view::npos;
  return !undecided && begin.substr(0, begin.find('\n')).find('\0') == string_view::npos;
}

Sniffed sniff(string_view begin, string_view path) {
  if (const string_view name = name_of_binary(begin); !name.empty()) return {Format::other, name};
  if (begin.starts_with("WARC/")) return {Format::warc, "a WARC"};
  if (has_suffix(path, {".conllu"})) return {Format::conllu, "CoNLL-U"};
  const std::string text = clean(begin);
  if (begins_like_json(text)) return sniff_json(text);
  if (has_suffix(path, {".jsonl", ".ndjson"})) return {Format::jsonl, "JSON Lines"};
  if (begins_like_markup(text)) return sniff_markup(text);
  if (begins_like_mbox(text) || begins_like_message(text)) return {Format::mbox, "mail"};
  if (begins_like_conllu(text)) return {Format::conllu, "CoNLL-U"};
  if (has_suffix(path, {".html", ".htm", ".xhtml"})) return {Format::html, "a page"};
  return {Format::text, "text"};
}

}  // namespace hearsay
