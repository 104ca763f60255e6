#include "entities/entity_kinds.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>

#include "document/unicode.h"

namespace hearsay {
namespace {

// "58-year-old", "wounded": an adjective in the place of a noun is a person or several.
std::optional<EntityKind> kind_of_adjective(const Document& doc, const CandidateMention& m) {
  if (doc.tags[m.head].upos != Upos::ADJ) return std::nullopt;
  const bool aged = doc.at(doc.tokens[m.head].span).ends_with("-old");
  return aged ? EntityKind::person : EntityKind::group;
}

std::uint32_t number_of_word(std::string_view lower) {
  constexpr std::array<std::string_view, 13> kWords = {
      "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
  for (std::uint32_t n = 1; n < kWords.size(); ++n) {
    if (kWords[n] == lower) return n;
  }
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(lower.data(), lower.data() + lower.size(), number);
  const bool whole = error == std::errc() && end == lower.data() + lower.size();
  return whole ? number : 0;
}

}  // namespace

std::optional<EntityKind> kind_of_mention(const Document& doc, const CandidateMention& m) {
  if (m.name != kNone) return m.kind;
  if (m.form == MentionForm::pronoun) {
    if (m.person != 3 || (m.gender != Gender::male && m.gender != Gender::female)) return std::nullopt;
    return EntityKind::person;
  }
  if (const auto kind = kind_of_adjective(doc, m)) return kind;
  if (m.noun.has(kCollectiveNoun)) return EntityKind::group;
  if (m.noun.has(kOrganizationNoun)) return EntityKind::organization;
  const bool person = m.noun.file == kPersonFile || m.noun.has(kRepresentsNoun | kMaleNoun | kFemaleNoun);
  if (person) return m.number == Number::plural ? EntityKind::group : EntityKind::person;
  if (m.noun.file == kGroupFile) return EntityKind::group;
  if (m.noun.file == kPlaceFile) return EntityKind::place;
  // "the attack": an act that the text points at; one among many is none.
  const bool pointed =
      m.determination == Determination::definite || m.determination == Determination::demonstrative;
  if (m.noun.file == kEventFile || (m.noun.file == kActFile && pointed && m.number == Number::singular)) {
    return EntityKind::event;
  }
  return std::nullopt;
}

bool stands_alone(const CandidateMention& m, EntityKind kind) {
  if (m.name != kNone) return true;
  if (m.determination == Determination::modifier || m.form == MentionForm::pronoun) return false;
  return kind != EntityKind::place && kind != EntityKind::event;
}

std::uint32_t count_of_mention(const Document& doc, const CandidateMention& m) {
  std::string lower;
  constexpr std::uint32_t kFar = 12;  // tokens before the head
  for (std::uint32_t i = std::max(m.core_first, m.head - std::min(m.head, kFar)); i <= m.head; ++i) {
    const Arc& arc = doc.arcs[i];
    if (i != m.head && (arc.head != m.head || arc.deprel != Deprel::nummod)) continue;
    if (doc.tags[i].upos != Upos::NUM) continue;
    to_lower(doc.at(doc.tokens[i].span), lower);
    if (const std::uint32_t n = number_of_word(lower); n > 0) return n;
  }
  return 0;
}

}  // namespace hearsay
