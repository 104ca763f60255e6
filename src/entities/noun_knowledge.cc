#include "entities/noun_knowledge.h"

#include <algorithm>
#include <string>

#include "document/unicode.h"
#include "model/feature_hash.h"

namespace hearsay {
namespace {

NounClass find_form(std::span<const NounEntry> nouns, std::string_view form) {
  std::string lower;
  to_lower(form, lower);
  return find_noun(nouns, hash_bytes(lower) | 1);
}

Gender either(bool male, bool female) {
  return male == female ? Gender::unknown : male ? Gender::male : Gender::female;
}

}  // namespace

NounClass find_noun(std::span<const NounEntry> entries, std::uint64_t hash) {
  constexpr std::uint64_t kHash = ~std::uint64_t{0xFFFFFF};
  const auto found = std::ranges::lower_bound(entries, hash & kHash);
  if (found == entries.end() || (*found & kHash) != (hash & kHash)) return {};
  return {static_cast<std::uint8_t>(*found >> 16), static_cast<std::uint16_t>(*found)};
}

Gender gender_of_given_name(std::span<const NounEntry> nouns, std::string_view form) {
  const NounClass word = find_form(nouns, form);
  return either(word.has(kMaleName), word.has(kFemaleName));
}

Gender gender_of_title(std::span<const NounEntry> nouns, std::string_view form) {
  const NounClass word = find_form(nouns, form);
  return either(word.has(kMaleTitle), word.has(kFemaleTitle));
}

Gender gender_of_pronoun(std::string_view lower) {
  if (lower == "he" || lower == "him" || lower == "his" || lower == "himself") return Gender::male;
  if (lower == "she" || lower == "her" || lower == "hers" || lower == "herself") return Gender::female;
  if (lower == "it" || lower == "its" || lower == "itself") return Gender::thing;
  return Gender::unknown;
}

}  // namespace hearsay
