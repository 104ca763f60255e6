#include "entities/source_index.h"

#include <algorithm>
#include <array>
#include <string>

#include "document/unicode.h"
#include "model/feature_hash.h"

namespace hearsay {

int first_person(std::string_view form) {
  constexpr std::array<std::string_view, 5> kOne = {"i", "me", "my", "mine", "myself"};
  constexpr std::array<std::string_view, 5> kMany = {"we", "us", "our", "ours", "ourselves"};
  if (form.size() > 9) return 0;
  std::string lower;
  to_lower(form, lower);
  return std::ranges::count(kOne, lower) > 0 ? 1 : std::ranges::count(kMany, lower) > 0 ? 2 : 0;
}

Referent referent_of(std::string_view form) {
  if (form.size() > 10) return Referent::unknown;
  std::string lower;
  to_lower(form, lower);
  switch (gender_of_pronoun(lower)) {
    case Gender::male:
      return Referent::man;
    case Gender::female:
      return Referent::woman;
    case Gender::thing:
      return Referent::thing;
    case Gender::unknown:
      break;
  }
  constexpr std::array<std::string_view, 5> kSeveral = {"they", "them", "their", "theirs", "themselves"};
  return std::ranges::count(kSeveral, lower) > 0 ? Referent::several : Referent::unknown;
}

std::uint32_t SourceIndex::head_of(TokenRange range) const {
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const std::uint32_t head = doc.arcs[i].head;
    if (head == kNone || head < range.first || head >= range.last) return i;
  }
  return range.first;
}

NounClass SourceIndex::noun_of(std::uint32_t token) const {
  std::string lower;
  to_lower(doc.strings[doc.tags[token].lemma], lower);
  return find_noun(model.nouns, hash_bytes(lower) | 1);
}

void SourceIndex::index_mentions() {
  head_entity.assign(doc.tokens.size(), kNone);
  name_entity.assign(doc.tokens.size(), kNone);
  referent.assign(doc.entities.size(), Referent::unknown);
  for (const Mention& m : doc.mentions) {
    const TokenRange range = tokens_under(doc, m.span);
    if (range.first >= range.last) continue;
    head_entity[head_of(range)] = m.entity;
    if (m.form == MentionForm::pronoun && referent[m.entity] == Referent::unknown) {
      referent[m.entity] = referent_of(doc.at(m.span));
    }
    if (m.form != MentionForm::name) continue;
    for (std::uint32_t i = range.first; i < range.last; ++i) name_entity[i] = m.entity;
  }
}

// By a given name or an honorific: "Ada Holm", "Ms. Holm".
Referent SourceIndex::referent_of_name(std::string_view name) const {
  const std::size_t space = name.find(' ');
  if (space == std::string_view::npos) return Referent::unknown;
  std::string lower;
  to_lower(name.substr(0, space), lower);
  const NounClass word = find_noun(model.nouns, hash_bytes(lower) | 1);
  const bool man = word.has(kMaleName | kMaleTitle);
  const bool woman = word.has(kFemaleName | kFemaleTitle);
  return man == woman ? Referent::unknown : man ? Referent::man : Referent::woman;
}

// A name tells more than a pronoun that was taken for it.
void SourceIndex::read_genders() {
  for (std::uint32_t e = 0; e < doc.entities.size(); ++e) {
    const Entity& entity = doc.entities[e];
    if (entity.kind != EntityKind::person || !entity.named) continue;
    Referent known = referent_of_name(entity.name);
    for (const std::string& alias : entity.aliases) {
      if (known == Referent::unknown) known = referent_of_name(alias);
    }
    if (known != Referent::unknown) referent[e] = known;
  }
}

void SourceIndex::index_contents() {
  quoted_in.assign(doc.tokens.size(), kNone);
  for (std::uint32_t i = 0; i < doc.attributions.size(); ++i) {
    for (const Span span : doc.attributions[i].content) {
      const TokenRange range = tokens_under(doc, span);
      for (std::uint32_t t = range.first; t < range.last; ++t) {
        const std::uint32_t outer = quoted_in[t];
        if (outer == kNone || doc.attributions[i].parent == outer) quoted_in[t] = i;
      }
    }
  }
}

void SourceIndex::build() {
  index_mentions();
  read_genders();
  index_contents();
}

}  // namespace hearsay
