#include "ledger/name_key.h"

#include <algorithm>
#include <array>

#include "document/unicode.h"
#include "document/utf8.h"
#include "ledger/content_hash.h"

namespace hearsay {
namespace {

// Before a name, and no part of it.
constexpr std::array<std::string_view, 42> kBefore = {
    "the",        "mr",        "mrs",      "ms",    "miss",    "mx",        "dr",
    "prof",       "professor", "sir",      "dame",  "madame",  "mme",       "monsieur",
    "herr",       "frau",      "signor",   "senor", "senora",  "rev",       "reverend",
    "fr",         "capt",      "captain",  "col",   "colonel", "gen",       "lt",
    "lieutenant", "sgt",       "sergeant", "maj",   "cmdr",    "commander", "commissioner",
    "insp",       "inspector", "det",      "supt",  "doctor",  "father",    "major"};
// Behind a name, and no part of it.
constexpr std::array<std::string_view, 21> kBehind = {
    "inc", "ltd", "limited", "llc", "llp", "plc", "corp", "corporation", "co", "gmbh", "ag",
    "sa",  "nv",  "bv",      "asa", "spa", "kc",  "qc",   "cj",          "mp", "obe"};
constexpr std::array<std::string_view, 15> kSmall = {"of", "for", "and", "the", "in",  "at", "on", "de",
                                                     "du", "des", "von", "van", "der", "di", "da"};

template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Characters inside words that writers put or leave out.
bool is_dropped(char32_t c) {
  return c == U'.' || c == U'\'' || c == U'\u2019' || c == U'\u2018' || c == U'\u02bc';
}

std::size_t count_letters(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < word.size(); ++letters) i += decode_utf8(word, i).length;
  return letters;
}

// The words with one space between them.
std::string spaced(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size();) {
    const CodePoint c = decode_utf8(name, i);
    i += c.length;
    const CharClass kind = char_class(c.value);
    if (is_dropped(c.value)) continue;
    if (c.value == U'&') {
      out += out.empty() || out.back() == ' ' ? "and " : " and ";
    } else if (kind == CharClass::space || kind == CharClass::punct) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      append_base(c.value, out);
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

std::string name_key(std::string_view name) {
  const std::string all = spaced(name);
  std::string_view key = all;
  for (std::size_t space = key.find(' '); space != key.npos && is_one_of(kBefore, key.substr(0, space));
       space = key.find(' ')) {
    key.remove_prefix(space + 1);
  }
  for (std::size_t space = key.rfind(' '); space != key.npos && is_one_of(kBehind, key.substr(space + 1));
       space = key.rfind(' ')) {
    key = key.substr(0, space);
  }
  // "Ministry of Health" is the Health Ministry.
  constexpr std::array<std::string_view, 2> kOffices = {"ministry of ", "department of "};
  for (const std::string_view office : kOffices) {
    if (key.starts_with(office) && key.size() > office.size()) {
      std::string turned(
          key.substr(key.substr(office.size()).starts_with("the ") ? office.size() + 4 : office.size()));
      return turned.append(" ").append(office.substr(0, office.find(' ')));
    }
  }
  return std::string(key);
}

std::string unnamed_key(std::string_view article, std::uint32_t entity) {
  // No name's key holds a line feed.
  return "\n" + std::to_string(entity) + "\n" + std::string(article);
}

bool is_unnamed_key(std::string_view key) { return key.starts_with('\n'); }

std::int64_t key_hash(std::string_view key) {
  const std::string bytes = content_hash(key);
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < sizeof hash; ++i) hash = hash << 8 | static_cast<unsigned char>(bytes[i]);
  return static_cast<std::int64_t>(hash);
}

std::vector<std::string_view> words_of_key(std::string_view key) {
  std::vector<std::string_view> words;
  while (!key.empty()) {
    const std::size_t space = std::min(key.find(' '), key.size());
    words.push_back(key.substr(0, space));
    key.remove_prefix(std::min(space + 1, key.size()));
  }
  return words;
}

std::string acronym_of(std::string_view key) {
  std::string letters;
  int count = 0;
  for (const std::string_view word : words_of_key(key)) {
    if (is_one_of(kSmall, word)) continue;
    letters += word.substr(0, decode_utf8(word, 0).length);
    ++count;
  }
  return count < 3 ? std::string() : letters;
}

std::vector<std::string> short_forms(std::string_view key) {
  std::vector<std::string> forms;
  const std::vector<std::string_view> words = words_of_key(key);
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (is_one_of(kSmall, words[i - 1]) || is_one_of(kSmall, words[i])) continue;
    forms.emplace_back(key.substr(static_cast<std::size_t>(words[i].data() - key.data())));
  }
  if (std::string acronym = acronym_of(key); !acronym.empty()) forms.push_back(std::move(acronym));
  return forms;
}

std::string leading_form(std::string_view key) {
  const std::vector<std::string_view> words = words_of_key(key);
  if (words.size() < 2 || is_one_of(kSmall, words[words.size() - 2])) return "";
  return std::string(key.substr(0, key.size() - words.back().size() - 1));
}

std::string without_initials(std::string_view key) {
  const std::vector<std::string_view> words = words_of_key(key);
  if (words.size() < 3 || words.size() > 4) return "";
  if (count_letters(words.front()) < 2 || count_letters(words.back()) < 2) return "";
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (count_letters(words[i]) > 2 || is_one_of(kSmall, words[i])) return "";
  }
  return std::string(words.front()).append(" ").append(words.back());
}

bool has_one_initial(std::string_view key) {
  const std::vector<std::string_view> words = words_of_key(key);
  return words.size() == 3 && count_letters(words[1]) == 1 && !without_initials(key).empty();
}

std::vector<std::string> index_words(std::string_view key) {
  std::vector<std::string> words;
  for (const std::string_view word : words_of_key(key)) words.emplace_back(word);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  if (const std::string acronym = acronym_of(key); !acronym.empty()) words.push_back("=" + acronym);
  if (std::string plain = without_initials(key); !plain.empty()) words.push_back("~" + plain);
  return words;
}

bool holds_words(std::string_view key, std::string_view words) {
  for (std::size_t at = key.find(words); at != key.npos; at = key.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if ((at == 0 || key[at - 1] == ' ') && (end == key.size() || key[end] == ' ')) return true;
  }
  return false;
}

}  // namespace hearsay
