#include "pages/bylines.h"

#include <algorithm>

#include "document/unicode.h"
#include "document/utf8.h"
#include "pages/html_tree.h"
#include "pages/month_names.h"
#include "pages/page_evidence.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxLineBytes = 400;
constexpr std::size_t kMaxNameBytes = 80;
constexpr std::size_t kMaxNames = 20;

bool is_any(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find(' ', i), text.size());
    if (end > i) words.push_back(text.substr(i, end - i));
    i = end + 1;
  }
  return words;
}

// Words that lead to a name, as folded() has them.
bool leads_to_name(std::string_view word) {
  return is_any(word, {"by",        "von",      "par",     "por",   "di",      "door",    "av",
                       "af",        "przez",    "text",    "words", "written", "posted",  "published",
                       "story",     "author",   "authors", "autor", "autoren", "auteur",  "reported",
                       "reporting", "analysis", "opinion", "from",  "door",    "skribis", "redaktion",
                       "texte",     "testo",    "de",      "а",     "автор"});
}

// Words of titles and offices: no name holds them.
bool is_office(std::string_view word) {
  return is_any(word,
                {"reporter",   "editor",    "correspondent", "writer",      "staff",         "contributor",
                 "journalist", "columnist", "producer",      "bureau",      "chief",         "desk",
                 "director",   "analyst",   "senior",        "deputy",      "assistant",     "photographer",
                 "professor",  "lecturer",  "researcher",    "fellow",      "freelance",     "news",
                 "press",      "agency",    "redakteur",     "redakteurin", "korrespondent", "journaliste",
                 "redactie",   "politics",  "business",      "sports",      "health",        "science",
                 "technology", "online",    "media",         "group",       "team",          "updated",
                 "published",  "minutes",   "min",           "read",        "phd",           "md",
                 "founder",    "ceo",       "manager",       "guest",       "special",       "agencies",
                 "magazine"});
}

// Whom nobody knows by that name.
bool is_nobody(std::string_view folded_name) {
  return is_any(folded_name, {"admin",          "administrator", "webmaster",
                              "editor",         "author",        "staff",
                              "guest",          "root",          "user",
                              "unknown",        "anonymous",     "none",
                              "null",           "undefined",     "redaktion",
                              "redaction",      "follow",        "share",
                              "view all posts", "read more",     "about the author",
                              "the author",     "author s",      "authors",
                              "website",        "contributor"});
}

bool is_particle(std::string_view word) {
  return is_any(word, {"de", "van", "von", "der", "den", "la", "le", "du", "di", "da", "dos", "del",
                       "al", "bin", "ibn", "ter", "ten", "el", "zu", "e",  "y",  "af", "of"});
}

bool begins_upper(std::string_view word) {
  const CharClass k = char_class(decode_utf8(word, 0).value);
  return k == CharClass::upper || k == CharClass::letter;
}

// Two to five words with capitals.
bool looks_like_person(std::string_view text) {
  const std::vector<std::string_view> words = split_words(text);
  if (words.size() < 2 || words.size() > 5) return false;
  return std::ranges::all_of(words,
                             [](std::string_view word) {
                               const std::string fold = folded(word);
                               return std::ranges::none_of(split_words(fold), is_office) &&
                                      (begins_upper(word) || is_particle(fold));
                             }) &&
         begins_upper(words.front()) && begins_upper(words.back());
}

bool is_address(std::string_view word) {
  return word.find('@') != std::string_view::npos || word.find("://") != std::string_view::npos ||
         word.find("www.") != std::string_view::npos || word.find(".com") != std::string_view::npos;
}

bool has_digit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// "March", "Tue": what is left of a date when its figures are gone.
bool begins_date(std::string_view word) {
  return month_of_name(word) > 0 || (word.size() >= 6 && word.ends_with("day")) ||
         is_any(word, {"mon", "tue", "wed", "thu", "fri", "sat", "sun"});
}

// What the words say without those that lead to names, up to a date or an address.
std::string bare_name(std::string_view segment, bool is_dated) {
  std::vector<std::string_view> words;
  for (const std::string_view word : split_words(segment)) {
    const std::string fold = folded(word);
    if (words.empty() && (fold.empty() || leads_to_name(fold))) continue;
    if (has_digit(word) || is_address(word)) break;
    words.push_back(word);
  }
  while (is_dated && !words.empty() && begins_date(folded(words.back()))) words.pop_back();
  std::string name;
  for (const std::string_view word : words) name += (name.empty() ? "" : " ") + std::string(word);
  while (!name.empty() && std::string_view(" .,:;-|/").find(name.back()) != std::string_view::npos) {
    // "Per Dahl Jr.", "Ada H."
    if (name.back() == '.' && name.size() > 3 && name[name.size() - 3] == ' ') break;
    if (name.ends_with("Jr.") || name.ends_with("Sr.")) break;
    name.pop_back();
  }
  return name;
}

// The places where a line falls into segments: what follows a comma may be an office, what follows "and"
// another name.
std::vector<std::string_view> split_segments(std::string_view line) {
  std::vector<std::string_view> segments;
  std::size_t begin = 0;
  while (begin <= line.size()) {
    std::size_t end = line.size(), next = line.size() + 1;
    for (const std::string_view mark :
         {", ",  ";",   " and ", " & ", " und ", " et ", " with ", " for ", " | ", " - ",
          " – ", " — ", " · ",   " • ", " / ",   " (",   ")",      ",",     "|",   "•"}) {
      const std::size_t at = line.find(mark, begin);
      if (at < end) {
        end = at;
        next = at + mark.size();
      }
    }
    segments.push_back(line.substr(begin, end - begin));
    begin = next;
  }
  return segments;
}

}  // namespace

std::vector<std::string> names_in_byline(std::string_view text) {
  std::string line;
  append_collapsed(text.substr(0, text.size() > kMaxLineBytes ? 0 : text.size()), line);
  const bool is_dated = has_digit(line);
  std::vector<std::string> names;
  for (const std::string_view segment : split_segments(line)) {
    std::string name = bare_name(segment, is_dated);
    const std::string fold = folded(name);
    if (fold.size() < 2 || name.size() > kMaxNameBytes || is_nobody(fold) || names.size() >= kMaxNames)
      continue;
    if (names.empty() ? begins_upper(name) && split_words(name).size() <= 6 : looks_like_person(name)) {
      names.push_back(std::move(name));
    }
  }
  // An office alone is whom the line names, but not before a person.
  const auto is_person = [](const std::string& name) { return looks_like_person(name); };
  if (names.size() > 1 && !is_person(names.front())) names.erase(names.begin());
  return names;
}

std::string join_names(const std::vector<std::string>& names) {
  std::vector<std::string_view> once;
  std::vector<std::string> folds;
  for (const std::string& name : names) {
    std::string fold = folded(name);
    if (std::ranges::find(folds, fold) != folds.end()) continue;
    folds.push_back(std::move(fold));
    once.push_back(name);
  }
  std::string joined;
  for (std::size_t i = 0; i < once.size(); ++i) {
    if (i > 0) joined += i + 1 == once.size() ? " and " : ", ";
    joined += once[i];
  }
  return joined;
}

}  // namespace hearsay
