#include "train/inflections.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <utility>

namespace hearsay {
namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return word.ends_with(e); });
}

bool is_plain(std::string_view lemma) {
  return lemma.size() > 1 &&
         std::all_of(lemma.begin(), lemma.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Runs of vowels, where a y inside the word is one.
int syllables(std::string_view word) {
  int count = 0;
  bool before = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool vowel = is_vowel(word[i]) || (word[i] == 'y' && i > 0);
    count += vowel && !before;
    before = vowel;
  }
  return count;
}

// One vowel and one consonant at the end: "plan", "refer"; not "rain", "show", "fix".
bool may_double(std::string_view word) {
  const std::size_t n = word.size();
  if (n < 3 || is_vowel(word[n - 1]) || std::string_view("wxy").find(word[n - 1]) != std::string_view::npos)
    return false;
  const bool after_qu = word[n - 3] == 'u' && n > 3 && word[n - 4] == 'q';
  return is_vowel(word[n - 2]) && (!is_vowel(word[n - 3]) || after_qu);
}

bool ends_in_consonant_y(std::string_view word) {
  return word.ends_with('y') && word.size() > 1 && !is_vowel(word[word.size() - 2]);
}

std::string without_last(std::string_view word, std::size_t count) {
  return std::string(word.substr(0, word.size() - count));
}

std::string with_s(std::string_view word) {
  if (ends_in_consonant_y(word)) return without_last(word, 1) + "ies";
  const bool hisses = ends_with_any(word, {"s", "x", "z", "ch", "sh"});
  return std::string(word) + (hisses ? "es" : "s");
}

// What "ed" and "ing" are put to; more than one where spelling varies.
std::vector<std::string> stems(std::string_view verb) {
  std::vector<std::string> out;
  if (verb.ends_with('c')) return {std::string(verb) + "k"};
  if (may_double(verb)) out.push_back(std::string(verb) + verb.back());
  if (!may_double(verb) || syllables(verb) > 1) out.emplace_back(verb);
  return out;
}

void add(const std::string& form, std::string_view lemma, std::initializer_list<std::string_view> tags,
         std::vector<Inflection>& out) {
  for (const std::string_view tag : tags) out.push_back({form, std::string(lemma), Upos::VERB, tag});
}

using Lemmas = std::map<std::pair<std::string_view, std::string>, std::set<std::string>>;

void add(const Inflection& f, Lemmas& lemmas) { lemmas[{f.xpos, f.form}].insert(f.lemma); }

Error missing(const std::filesystem::path& path) {
  return Error{ErrorCode::not_found,
               path.string() + ": expected a file of WordNet (wordnet-base), found none"};
}

// First words of the lines of an index: its lemmas.
Result<Success> add_regular(const std::filesystem::path& path, bool verbs, Lemmas& lemmas) {
  std::ifstream in(path);
  if (!in) return missing(path);
  for (std::string line; std::getline(in, line);) {
    const std::string lemma = line.substr(0, line.find(' '));
    if (!is_plain(lemma)) continue;
    if (!verbs) add(inflect_noun(lemma), lemmas);
    if (!verbs) continue;
    for (const Inflection& f : inflect_verb(lemma)) add(f, lemmas);
  }
  return Success{};
}

// Lines of a form and its lemmas: "went go".
Result<Success> add_irregular(const std::filesystem::path& path, bool verbs, Lemmas& lemmas) {
  std::ifstream in(path);
  if (!in) return missing(path);
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string form, lemma;
    for (words >> form; words >> lemma;) {
      if (!is_plain(form) || !is_plain(lemma)) continue;
      if (!verbs) {
        lemmas[{"NNS", form}].insert(lemma);
      } else if (form.ends_with("ing")) {
        lemmas[{"VBG", form}].insert(lemma);
      } else if (form.ends_with('s')) {
        lemmas[{"VBZ", form}].insert(lemma);
      } else {
        for (const char* tag : {"VBD", "VBN"}) lemmas[{tag, form}].insert(lemma);
      }
    }
  }
  return Success{};
}

}  // namespace

std::vector<Inflection> inflect_verb(std::string_view lemma) {
  std::vector<Inflection> out;
  add(with_s(lemma), lemma, {"VBZ"}, out);
  if (lemma.ends_with('e')) {
    add(std::string(lemma) + "d", lemma, {"VBD", "VBN"}, out);
    const bool keeps = ends_with_any(lemma, {"ee", "ye", "oe"});
    const std::string stem = lemma.ends_with("ie") ? without_last(lemma, 2) + "y"
                             : keeps               ? std::string(lemma)
                                                   : without_last(lemma, 1);
    add(stem + "ing", lemma, {"VBG"}, out);
    return out;
  }
  for (const std::string& stem : stems(lemma)) {
    const bool to_i = ends_in_consonant_y(stem);
    add((to_i ? without_last(stem, 1) + "i" : stem) + "ed", lemma, {"VBD", "VBN"}, out);
    add(stem + "ing", lemma, {"VBG"}, out);
  }
  return out;
}

Inflection inflect_noun(std::string_view lemma) {
  return {with_s(lemma), std::string(lemma), Upos::NOUN, "NNS"};
}

Result<std::vector<Inflection>> read_inflections(const std::filesystem::path& folder) {
  Lemmas lemmas;
  for (const bool verbs : {true, false}) {
    const std::string kind = verbs ? "verb" : "noun";
    const auto regular = add_regular(folder / ("index." + kind), verbs, lemmas);
    if (!regular) return regular.error();
    const auto irregular = add_irregular(folder / (kind + ".exc"), verbs, lemmas);
    if (!irregular) return irregular.error();
  }
  std::vector<Inflection> out;
  for (const auto& [key, found] : lemmas) {
    if (found.size() > 1) continue;
    out.push_back({key.second, *found.begin(), key.first == "NNS" ? Upos::NOUN : Upos::VERB, key.first});
  }
  return out;
}

}  // namespace hearsay
