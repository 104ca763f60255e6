#include "format/event_names.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

namespace hearsay {
namespace {

// Words with one space between them, without an article in front.
std::string plain_name(std::string_view text) {
  std::string name;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) name += c;
    if (space && !name.empty() && name.back() != ' ') name += ' ';
  }
  for (const std::string_view possessive : {"'s", "’s"}) {
    if (name.ends_with(possessive)) name.erase(name.size() - possessive.size());
  }
  for (const std::string_view article :
       {"the ", "The ", "a ", "A ", "an ", "An ", "this ", "This ", "that "}) {
    if (name.starts_with(article)) return name.substr(article.size());
  }
  return name;
}

}  // namespace

std::vector<std::uint32_t> attributions_around_mentions(const Document& doc) {
  struct Content {
    Span span;
    std::uint32_t attribution;
  };
  std::vector<Content> contents;
  for (std::uint32_t i = 0; i < doc.attributions.size(); ++i) {
    for (const Span span : doc.attributions[i].content) contents.push_back({span, i});
  }
  std::ranges::stable_sort(contents, {},
                           [](const Content& c) { return std::tuple(c.span.begin, ~c.span.end); });
  std::vector<std::uint32_t> around(doc.mentions.size(), kNone);
  std::vector<Content> open;
  std::size_t next = 0;
  for (std::size_t m = 0; m < doc.mentions.size(); ++m) {
    const Span span = doc.mentions[m].span;
    while (next < contents.size() && contents[next].span.begin <= span.begin) {
      while (!open.empty() && open.back().span.end <= contents[next].span.begin) open.pop_back();
      open.push_back(contents[next++]);
    }
    while (!open.empty() && open.back().span.end <= span.begin) open.pop_back();
    if (!open.empty() && span.end <= open.back().span.end) around[m] = open.back().attribution;
  }
  return around;
}

std::vector<NameUse> event_names(const Document& doc, const std::vector<std::uint32_t>& mentions,
                                 const std::vector<std::uint32_t>& around) {
  constexpr std::size_t kMostNames = 16;
  std::vector<NameUse> uses;
  for (const std::uint32_t m : mentions) {
    if (doc.mentions[m].form == MentionForm::pronoun) continue;
    std::string name = plain_name(doc.at(doc.mentions[m].span));
    auto use = std::ranges::find(uses, name, &NameUse::name);
    if (use == uses.end()) {
      if (uses.size() == kMostNames) break;
      uses.push_back({std::move(name), {}});
      use = uses.end() - 1;
    }
    const bool said = around[m] != kNone && around[m] < doc.source_entities.size();
    const std::uint32_t by = said ? doc.source_entities[around[m]] : kNone;
    if (around[m] != kNone && by == kNone) continue;  // somebody whom nobody names
    const auto place = std::ranges::lower_bound(use->by, by);
    if (place == use->by.end() || *place != by) use->by.insert(place, by);
  }
  return uses;
}

}  // namespace hearsay
