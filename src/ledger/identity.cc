#include "ledger/identity.h"

#include <algorithm>
#include <utility>

#include "document/unicode.h"
#include "document/utf8.h"

namespace hearsay {
namespace {

// Words of the lower-case name without full stops, with one space between them.
std::string squeezed(std::string_view lower) {
  std::string out;
  for (std::size_t i = 0; i < lower.size();) {
    const CodePoint c = decode_utf8(lower, i);
    if (is_space(c.value)) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (c.value != U'.') {
      out.append(lower.substr(i, c.length));
    }
    i += c.length;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

std::string name_key(std::string_view name) {
  std::string lower;
  to_lower(name, lower);
  std::string key = squeezed(lower);
  constexpr std::string_view kArticle = "the ";
  if (key.starts_with(kArticle) && key.size() > kArticle.size()) key.erase(0, kArticle.size());
  return key;
}

std::string unnamed_key(std::string_view article, std::uint32_t entity) {
  // No name holds a line feed.
  return "\n" + std::to_string(entity) + "\n" + std::string(article);
}

std::vector<std::uint32_t> find_identities(const std::vector<NamedThing>& things) {
  std::vector<std::pair<std::string_view, std::uint32_t>> bearers;  // alias, who has it
  for (std::uint32_t i = 0; i < things.size(); ++i) {
    for (const std::string& alias : things[i].aliases) {
      if (alias.size() < things[i].key.size()) bearers.emplace_back(alias, i);
    }
  }
  std::sort(bearers.begin(), bearers.end());
  std::vector<std::uint32_t> same(things.size());
  for (std::uint32_t i = 0; i < things.size(); ++i) {
    same[i] = i;
    const auto begin =
        std::lower_bound(bearers.begin(), bearers.end(), std::pair(std::string_view(things[i].key), 0u));
    int found = 0;
    for (auto it = begin; it != bearers.end() && it->first == things[i].key; ++it) {
      if (things[it->second].kind != things[i].kind) continue;
      same[i] = it->second;
      ++found;
    }
    if (found != 1) same[i] = i;
  }
  // Names grow longer along the links, so they end.
  for (std::uint32_t i = 0; i < things.size(); ++i) {
    while (same[same[i]] != same[i]) same[i] = same[same[i]];
  }
  return same;
}

}  // namespace hearsay
