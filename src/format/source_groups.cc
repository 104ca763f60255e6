#include "format/source_groups.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "document/unicode.h"
#include "format/paragraphs.h"
#include "format/printable.h"

namespace hearsay {
namespace {

// What one source's words tell.
struct Source {
  std::string words;              // printable, as they stand
  std::string key;                // folded: equal keys are one source
  std::vector<std::string> name;  // words of the proper name, folded, without titles; may be empty
};

struct OpenGroup {
  SourceGroup group;
  std::vector<std::string> keys;
  std::vector<std::string> name;
};

constexpr std::array<std::string_view, 34> kTitles = {
    "captain",  "chancellor", "chief",     "colonel", "dr",       "general",   "gov",
    "governor", "inspector",  "judge",     "justice", "king",     "lady",      "lord",
    "mayor",    "miss",       "minister",  "mr",      "mrs",      "ms",        "officer",
    "pope",     "premier",    "president", "prince",  "prof",     "professor", "queen",
    "rep",      "secretary",  "sen",       "senator", "sergeant", "sir"};

std::string folded(std::string_view text) {
  std::string lower;
  to_lower(text, lower);
  return lower;
}

bool is_title(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  return std::find(kTitles.begin(), kTitles.end(), word) != kTitles.end();
}

// [first, last) indices of the tokens that touch the span.
std::pair<std::size_t, std::size_t> tokens_in(const Document& doc, Span span) {
  const auto first = std::partition_point(doc.tokens.begin(), doc.tokens.end(),
                                          [&](const Token& t) { return t.span.end <= span.begin; });
  const auto last =
      std::partition_point(first, doc.tokens.end(), [&](const Token& t) { return t.span.begin < span.end; });
  return {first - doc.tokens.begin(), last - doc.tokens.begin()};
}

// The last run of proper nouns before the first comma that follows one, or the
// first preposition: "Ingrid Solbakken" of "police spokeswoman Ingrid Solbakken, of
// Nordhavn", nothing of "a spokeswoman for Vestlinja".
std::vector<std::string> proper_name(const Document& doc, Span span) {
  std::vector<std::string> name;
  if (doc.tags.empty()) return name;
  bool in_run = false;
  const auto [first, last] = tokens_in(doc, span);
  for (std::size_t i = first; i < last; ++i) {
    const Upos upos = doc.tags[i].upos;
    if (upos == Upos::ADP || (upos == Upos::PUNCT && !name.empty())) break;
    if (upos == Upos::PROPN) {
      if (!std::exchange(in_run, true)) name.clear();
      std::string word = folded(doc.at(doc.tokens[i].span));
      if (!is_title(word)) name.push_back(std::move(word));
    } else {
      // "Holm's office" and "a Vestlinja spokeswoman" are not Holm and Vestlinja.
      const bool modifies = upos == Upos::NOUN || (upos == Upos::PART && i + 1 < last);
      if (in_run && modifies) name.clear();
      in_run = false;
    }
  }
  return name;
}

bool is_pronoun(const Document& doc, Span span) {
  if (doc.tags.empty()) return false;
  const auto [first, last] = tokens_in(doc, span);
  return last == first + 1 && doc.tags[first].upos == Upos::PRON;
}

// Without what may stand around a source's words by accident of its borders.
std::string_view trimmed(std::string_view words) {
  for (const std::string_view tail : {"'s", "’s", ",", ":", ";", "."}) {
    if (words.size() > tail.size() && words.ends_with(tail)) words.remove_suffix(tail.size());
  }
  return words;
}

// "Ingrid Solbakken, police spokeswoman".
std::string title_of(const Entity& entity) {
  std::string title = printable(entity.name);
  if (!entity.roles.empty()) title += ", " + printable(entity.roles.front());
  return title;
}

Source describe_source(const Document& doc, std::uint32_t attribution) {
  const Attribution& a = doc.attributions[attribution];
  Source source;
  if (!doc.source_entities.empty() && doc.source_entities[attribution] != kNone) {
    const std::uint32_t entity = doc.source_entities[attribution];
    const bool described =
        !doc.entities[entity].named && a.source.size() == 1 && !is_pronoun(doc, a.source[0]);
    source.words =
        described ? std::string(trimmed(printable(doc.at(a.source[0])))) : title_of(doc.entities[entity]);
    source.key = "\x01" + std::to_string(entity);  // no words of a text begin so
    return source;
  }
  for (const Span span : a.source) {
    if (!source.words.empty()) source.words += " … ";
    source.words += printable(doc.at(span));
  }
  if (a.source.size() == 1 && is_pronoun(doc, a.source[0])) {
    const std::uint32_t paragraph = paragraph_number(doc, a.source[0].begin);
    source.words = folded(source.words) + " (¶" + std::to_string(paragraph) + ")";
    source.key = source.words;
    return source;
  }
  source.words = trimmed(source.words);
  source.key = folded(source.words);
  for (const std::string_view article : {"the ", "a ", "an "}) {
    if (source.key.starts_with(article)) source.key.erase(0, article.size());
  }
  if (!a.source.empty()) source.name = proper_name(doc, a.source[0]);
  return source;
}

bool is_suffix(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  return !part.empty() && part.size() <= whole.size() &&
         std::equal(part.rbegin(), part.rend(), whole.rbegin());
}

bool is_same(const OpenGroup& group, const Source& source) {
  const bool same_words = std::find(group.keys.begin(), group.keys.end(), source.key) != group.keys.end();
  return same_words || is_suffix(source.name, group.name) || is_suffix(group.name, source.name);
}

void add(OpenGroup& group, std::uint32_t attribution, Source source) {
  group.group.attributions.push_back(attribution);
  if (group.keys.empty() || source.name.size() > group.name.size()) {
    group.group.name = std::move(source.words);
    group.name = std::move(source.name);
  }
  if (std::find(group.keys.begin(), group.keys.end(), source.key) == group.keys.end()) {
    group.keys.push_back(std::move(source.key));
  }
}

}  // namespace

std::vector<SourceGroup> group_by_source(const Document& doc) {
  std::vector<OpenGroup> open;
  SourceGroup nobody;
  for (std::uint32_t i = 0; i < doc.attributions.size(); ++i) {
    Source source = describe_source(doc, i);
    if (source.key.empty()) {
      nobody.attributions.push_back(i);
      continue;
    }
    // From the back: of two with that name, the last one spoken of.
    const auto found = std::find_if(open.rbegin(), open.rend(),
                                    [&](const OpenGroup& group) { return is_same(group, source); });
    OpenGroup& group = found == open.rend() ? open.emplace_back() : *found;
    add(group, i, std::move(source));
  }
  std::vector<SourceGroup> groups;
  for (OpenGroup& group : open) groups.push_back(std::move(group.group));
  if (!nobody.attributions.empty()) groups.push_back(std::move(nobody));
  return groups;
}

}  // namespace hearsay
