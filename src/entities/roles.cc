#include "entities/roles.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "document/unicode.h"
#include "entities/description.h"
#include "model/feature_hash.h"

namespace hearsay {
namespace {

bool is_person_noun(NounClass noun) {
  return noun.file == kPersonFile || noun.has(kPersonNoun | kRepresentsNoun | kMaleNoun | kFemaleNoun);
}

struct RoleFinder {
  std::span<const NounEntry> nouns;
  Document& doc;
  const EntityScratch& s;
  std::vector<std::uint32_t> is_predicate = {};  // of each token: the entity of its subject, or kNone

  const ChainState& state() const { return s.coreference.state; }

  std::uint32_t entity_of(std::uint32_t mention) const {
    return s.entity_of_chain[state().chain_of[mention]];
  }

  std::uint32_t entity_at(std::uint32_t token) const {
    return s.mention_at[token] == kNone ? kNone : entity_of(s.mention_at[token]);
  }

  // What ties a phrase to the words before it, and marks around it, are no part of a role: "and Senator".
  bool is_edge(std::uint32_t token) const {
    const Deprel deprel = doc.arcs[token].deprel;
    return doc.tags[token].upos == Upos::PUNCT || deprel == Deprel::case_ || deprel == Deprel::cc;
  }

  void add_role(std::uint32_t entity, std::uint32_t first, std::uint32_t last) {
    while (first < last && is_edge(first)) ++first;
    while (first < last && doc.tags[last - 1].upos == Upos::PUNCT) --last;
    std::vector<std::string>& roles = doc.entities[entity].roles;
    std::string role = words_of(doc, first, last);
    if (role.empty() || roles.size() >= kMostRoles || std::ranges::count(roles, role) > 0) return;
    roles.push_back(std::move(role));
  }

  void add_member(std::uint32_t entity, std::uint32_t of) {
    if (entity == kNone || of == kNone || entity == of) return;
    if (doc.entities[of].kind == EntityKind::person || doc.entities[of].kind == EntityKind::event) return;
    std::vector<std::uint32_t>& members = doc.entities[entity].member_of;
    const auto place = std::ranges::lower_bound(members, of);
    if ((place == members.end() || *place != of) && members.size() < kMostRoles) members.insert(place, of);
  }

  NounClass noun_of(std::uint32_t token) const {
    std::string lower;
    to_lower(doc.strings[doc.tags[token].lemma], lower);
    return find_noun(nouns, hash_bytes(lower) | 1);
  }

  // What comes after articles and possessors.
  std::uint32_t skip_determiners(std::uint32_t first, std::uint32_t head) const {
    constexpr std::uint32_t kFar = 30;  // tokens
    first = std::max(first, head - std::min(head, kFar));
    std::uint32_t from = first;
    for (std::uint32_t i = first; i < head; ++i) {
      const Arc& arc = doc.arcs[i];
      const bool ends_possessor = arc.deprel == Deprel::case_ && i > first;
      const bool possessive =
          arc.deprel == Deprel::nmod && arc.subtype == DeprelSubtype::poss && doc.tags[i].upos == Upos::PRON;
      if (arc.deprel == Deprel::det || ends_possessor || possessive) from = i + 1;
    }
    return from;
  }

  bool has_preposition(std::uint32_t token) const {
    constexpr std::array<std::string_view, 5> kTies = {"of", "for", "at", "from", "with"};
    for (std::uint32_t i = token; i-- > 0 && token - i < 8;) {
      if (doc.arcs[i].head == token && doc.arcs[i].deprel == Deprel::case_) {
        return std::ranges::count(kTies, doc.at(doc.tokens[i].span)) > 0;
      }
    }
    return false;
  }

  // Those that a dependent of the noun at `head` names: "the ministry's spokesman",
  // "a spokesman for the ministry", "ministry spokesman".
  void tie_dependent(std::uint32_t entity, std::uint32_t token) {
    const Arc& arc = doc.arcs[token];
    const bool possessor = arc.deprel == Deprel::nmod && arc.subtype == DeprelSubtype::poss;
    const bool phrase = arc.deprel == Deprel::nmod && !possessor && has_preposition(token);
    const bool compound = arc.deprel == Deprel::compound;
    if (!possessor && !phrase && !compound) return;
    const std::uint32_t other = entity_at(token);
    if (other == kNone) return;
    add_member(entity, other);
  }

  // "her union": she belongs to it.
  void tie_possessor(std::uint32_t m, std::uint32_t token) {
    constexpr std::array<std::string_view, 6> kHomes = {"union",   "party", "employer",
                                                        "company", "firm",  "club"};
    const Arc& arc = doc.arcs[token];
    if (arc.deprel != Deprel::nmod || arc.subtype != DeprelSubtype::poss) return;
    const std::string_view noun = doc.strings[doc.tags[state().mentions[m].head].lemma];
    if (std::ranges::count(kHomes, noun) > 0) {
      const std::uint32_t owner = entity_at(token);
      if (owner != kNone && doc.entities[owner].kind == EntityKind::person) add_member(owner, entity_of(m));
    }
  }

  void read_dependents() {
    for (std::uint32_t i = 0; i < doc.tokens.size(); ++i) {
      const std::uint32_t head = doc.arcs[i].head;
      if (head == kNone || s.mention_at[head] == kNone) continue;
      const std::uint32_t m = s.mention_at[head];
      const std::uint32_t entity = entity_of(m);
      if (entity == kNone) continue;
      const EntityKind kind = doc.entities[entity].kind;
      const bool person = kind == EntityKind::person || kind == EntityKind::group;
      if (person) tie_dependent(entity, i);
      if (kind == EntityKind::organization && state().mentions[m].name == kNone) tie_possessor(m, i);
    }
  }

  // "police spokeswoman" before "Ingrid Solbakken".
  void read_title(const CandidateMention& m, std::uint32_t entity) {
    std::uint32_t begin = m.core_first;
    const Span name = state().names.names[m.name].span;
    std::uint32_t end = begin;
    while (end < m.core_last && doc.tokens[end].span.end <= name.begin) ++end;
    if (end == begin || end == m.core_last) return;
    const NounClass noun = noun_of(end - 1);
    const bool telling =
        is_person_noun(noun) || (m.gender == Gender::thing && doc.tags[end - 1].upos == Upos::NOUN);
    if (!telling || noun.has(kMaleTitle | kFemaleTitle)) return;
    begin = skip_determiners(begin, end);
    if (begin < end) add_role(entity, begin, end);
  }

  // A noun phrase of the same chain beside a name or as what its subject is.
  void read_nominal(const CandidateMention& m, std::uint32_t entity) {
    const Deprel deprel = doc.arcs[m.head].deprel;
    const std::uint32_t above = doc.arcs[m.head].head;
    bool tied = deprel == Deprel::appos && above != kNone && entity_at(above) == entity;
    constexpr std::uint32_t kFar = 30;  // tokens
    for (std::uint32_t i = m.core_last; !tied && i < std::min(m.last, m.core_last + kFar); ++i) {
      tied = doc.arcs[i].head == m.head && doc.arcs[i].deprel == Deprel::appos && entity_at(i) == entity;
    }
    tied = tied || is_predicate[m.head] == entity;
    const bool telling = doc.entities[entity].kind != EntityKind::person || is_person_noun(m.noun);
    if (tied && telling) add_role(entity, skip_determiners(m.core_first, m.head), m.core_last);
  }

  void find_predicates() {
    is_predicate.assign(doc.tokens.size(), kNone);
    for (std::uint32_t i = 0; i < doc.tokens.size(); ++i) {
      const Arc& arc = doc.arcs[i];
      if (arc.deprel == Deprel::nsubj && arc.head != kNone) is_predicate[arc.head] = entity_at(i);
    }
  }

  void run() {
    find_predicates();
    for (std::uint32_t m = 0; m < state().mentions.size(); ++m) {
      const CandidateMention& mention = state().mentions[m];
      const std::uint32_t entity = entity_of(m);
      if (entity == kNone || mention.adjectival) continue;
      if (mention.name != kNone) read_title(mention, entity);
      if (mention.form == MentionForm::nominal && doc.entities[entity].named) read_nominal(mention, entity);
    }
    read_dependents();
  }
};

}  // namespace

void find_roles(std::span<const NounEntry> nouns, Document& doc, const EntityScratch& scratch) {
  RoleFinder{nouns, doc, scratch}.run();
}

}  // namespace hearsay
