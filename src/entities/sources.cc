#include "entities/sources.h"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <utility>

#include "document/unicode.h"
#include "entities/description.h"
#include "entities/noun_knowledge.h"
#include "model/feature_hash.h"

namespace hearsay {
namespace {

using TokenRange = std::pair<std::uint32_t, std::uint32_t>;  // [first, last)

TokenRange tokens_in(const Document& doc, Span span) {
  const auto first = std::ranges::partition_point(
      doc.tokens, [&](const Token& token) { return token.span.end <= span.begin; });
  const auto last = std::partition_point(first, doc.tokens.end(),
                                         [&](const Token& token) { return token.span.begin < span.end; });
  return {static_cast<std::uint32_t>(first - doc.tokens.begin()),
          static_cast<std::uint32_t>(last - doc.tokens.begin())};
}

// The first token of the range that hangs on none of the others.
std::uint32_t head_of(const Document& doc, TokenRange range) {
  for (std::uint32_t i = range.first; i < range.second; ++i) {
    const std::uint32_t head = doc.arcs[i].head;
    if (head == kNone || head < range.first || head >= range.second) return i;
  }
  return range.first;
}

// "I", "we" and their forms; 0: none of them.
int first_person(std::string_view form) {
  constexpr std::array<std::string_view, 5> kOne = {"i", "me", "my", "mine", "myself"};
  constexpr std::array<std::string_view, 5> kMany = {"we", "us", "our", "ours", "ourselves"};
  if (form.size() > 9) return 0;
  std::string lower;
  to_lower(form, lower);
  return std::ranges::count(kOne, lower) > 0 ? 1 : std::ranges::count(kMany, lower) > 0 ? 2 : 0;
}

// What a pronoun says of its entity.
enum class Referent : std::uint8_t { unknown, man, woman, thing, several };

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

struct Linker {
  const CoreferenceModel& model;
  Document& doc;
  std::vector<Mention> added = {};
  std::vector<std::pair<Span, std::uint32_t>> corrected = {};  // pronouns and whom they stand for instead
  std::vector<std::uint32_t> head_entity = {};  // of each token: the entity of the mention that it heads
  std::vector<std::uint32_t> name_entity = {};  // of each token: the entity of the name over it
  std::vector<std::uint32_t> quoted_in = {};    // of each token: the innermost attribution around it
  std::vector<Referent> referent = {};          // of each entity, by the pronouns for it

  void index_mentions() {
    head_entity.assign(doc.tokens.size(), kNone);
    name_entity.assign(doc.tokens.size(), kNone);
    referent.assign(doc.entities.size(), Referent::unknown);
    for (const Mention& m : doc.mentions) {
      const TokenRange range = tokens_in(doc, m.span);
      if (range.first >= range.second) continue;
      head_entity[head_of(doc, range)] = m.entity;
      if (m.form == MentionForm::pronoun && referent[m.entity] == Referent::unknown) {
        referent[m.entity] = referent_of(doc.at(m.span));
      }
      if (m.form != MentionForm::name) continue;
      for (std::uint32_t i = range.first; i < range.second; ++i) name_entity[i] = m.entity;
    }
  }

  // By a given name or an honorific: "Ada Holm", "Ms. Holm".
  Referent referent_of_name(std::string_view name) const {
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
  void read_genders() {
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

  void index_contents() {
    quoted_in.assign(doc.tokens.size(), kNone);
    for (std::uint32_t i = 0; i < doc.attributions.size(); ++i) {
      for (const Span span : doc.attributions[i].content) {
        const TokenRange range = tokens_in(doc, span);
        for (std::uint32_t t = range.first; t < range.second; ++t) {
          const std::uint32_t outer = quoted_in[t];
          if (outer == kNone || doc.attributions[i].parent == outer) quoted_in[t] = i;
        }
      }
    }
  }

  std::uint32_t entity_at(std::uint32_t token) const {
    return head_entity[token] != kNone ? head_entity[token] : name_entity[token];
  }

  bool is_person(std::uint32_t entity) const {
    return entity != kNone && doc.entities[entity].kind == EntityKind::person;
  }

  // A dependent that says who the head is: "the mayor, Ada Holm".
  std::uint32_t entity_beside(std::uint32_t head, TokenRange range) const {
    for (std::uint32_t i = range.first; i < range.second; ++i) {
      const Arc arc = doc.arcs[i];
      if (arc.head != head || (arc.deprel != Deprel::appos && arc.deprel != Deprel::flat)) continue;
      if (name_entity[i] != kNone) return name_entity[i];
    }
    return kNone;
  }

  // "who" and "which": what the clause explains, or what stands just before.
  std::uint32_t entity_of_relative(std::uint32_t token) const {
    const std::string_view tag = doc.strings[doc.tags[token].xpos];
    if (tag != "WP" && tag != "WDT" && tag != "WP$") return kNone;
    const bool of_person = tag == "WP";
    std::uint32_t at = token;
    for (int steps = 0; steps < 4 && at != kNone; ++steps) {
      const Arc arc = doc.arcs[at];
      const std::uint32_t above =
          arc.deprel == Deprel::acl && arc.head != kNone ? entity_at(arc.head) : kNone;
      if (above != kNone && !(of_person && doc.entities[above].kind == EntityKind::place)) return above;
      at = arc.head;
    }
    std::uint32_t before = token;
    while (before > 0 && token - before < 2 && doc.tags[before - 1].upos == Upos::PUNCT) --before;
    return before > 0 ? entity_at(before - 1) : kNone;
  }

  bool is_title_word(std::uint32_t token) const {
    const Upos upos = doc.tags[token].upos;
    if (upos == Upos::VERB) return doc.arcs[token].deprel == Deprel::amod;  // "red-faced"
    return upos != Upos::ADP && upos != Upos::PART && upos != Upos::CCONJ && upos != Upos::SCONJ;
  }

  // A person's name at the end of the source after a comma, or after nothing but
  // titles: "a spokesman for the port, Jon Quist", "City engineer Paula Holm".
  std::uint32_t person_at_end(TokenRange range) const {
    std::uint32_t end = range.second;
    while (end > range.first && doc.tags[end - 1].upos == Upos::PUNCT) --end;
    if (end == range.first || !is_person(name_entity[end - 1])) return kNone;
    std::uint32_t begin = end;
    while (begin > range.first && name_entity[begin - 1] == name_entity[end - 1]) --begin;
    if (begin > range.first && doc.at(doc.tokens[begin - 1].span) == ",") return name_entity[begin];
    // "on Tuesday chairwoman Ada Holm"
    const bool dated = doc.tags[range.first].upos == Upos::ADP && begin > range.first + 1;
    for (std::uint32_t i = range.first + (dated ? 1 : 0); i < begin; ++i) {
      if (!is_title_word(i)) return kNone;
    }
    return name_entity[begin];
  }

  // The first name after nothing but titles.
  std::uint32_t first_name(TokenRange range) const {
    for (std::uint32_t i = range.first; i < range.second && is_title_word(i); ++i) {
      const std::uint32_t entity = name_entity[i];
      if (entity == kNone || doc.entities[entity].kind == EntityKind::group) continue;
      std::uint32_t end = i + 1;
      while (end < range.second && name_entity[end] == entity) ++end;
      const bool possessor = end < range.second && doc.tags[end].upos == Upos::PART;
      return possessor ? kNone : entity;
    }
    return kNone;
  }

  NounClass noun_of(std::uint32_t token) const {
    std::string lower;
    to_lower(doc.strings[doc.tags[token].lemma], lower);
    return find_noun(model.nouns, hash_bytes(lower) | 1);
  }

  // "Nordlinje chief executive Ada Holm": the name at the head is whom she works for.
  bool names_role(std::uint32_t head, TokenRange range) const {
    for (std::uint32_t i = head + 1; i < range.second; ++i) {
      if (name_entity[i] == kNone && noun_of(i).has(kRepresentsNoun)) return true;
    }
    return false;
  }

  // "one of them", "two of the officials" are not they.
  bool is_part_of_several(std::uint32_t head, TokenRange range) const {
    constexpr std::array<std::string_view, 8> kParts = {"one",  "some", "many", "several",
                                                        "most", "none", "few",  "another"};
    std::string lower;
    to_lower(doc.at(doc.tokens[head].span), lower);
    if (doc.tags[head].upos != Upos::NUM && std::ranges::count(kParts, lower) == 0) return false;
    return head + 1 < range.second && doc.at(doc.tokens[head + 1].span) == "of";
  }

  // Data, a report and a letter speak for who wrote them: "figures published by Nordlinje".
  std::uint32_t author_of(std::uint32_t head, TokenRange range) const {
    if (doc.tags[head].upos != Upos::NOUN) return kNone;
    const NounClass noun = noun_of(head);
    const bool somebody = noun.file == kPersonFile || (noun.file == kGroupFile && !noun.has(kDocumentNoun)) ||
                          noun.has(kPersonNoun | kOrganizationNoun | kRepresentsNoun | kCollectiveNoun);
    if (somebody) return kNone;
    std::uint32_t author = kNone;
    for (std::uint32_t i = range.first; i < range.second; ++i) {
      const std::uint32_t entity = name_entity[i];
      if (entity == kNone || entity == author) continue;
      const EntityKind kind = doc.entities[entity].kind;
      if (kind == EntityKind::event || kind == EntityKind::group) continue;
      if (!is_author(i, head, range)) continue;
      if (author != kNone) return kNone;
      author = entity;
    }
    return author;
  }

  bool is_author(std::uint32_t token, std::uint32_t head, TokenRange range) const {
    if (token < head) {
      const Arc arc = doc.arcs[token];
      const bool possessor = arc.deprel == Deprel::nmod && arc.subtype == DeprelSubtype::poss;
      return arc.head == head && (possessor || arc.deprel == Deprel::compound);
    }
    for (std::uint32_t i = token; i-- > range.first && token - i < 6;) {
      if (doc.tags[i].upos != Upos::ADP) continue;
      const std::string_view word = doc.at(doc.tokens[i].span);
      return word == "by" || word == "from";
    }
    return false;
  }

  std::uint32_t speaker_in(TokenRange range) const {
    const std::uint32_t head = head_of(doc, range);
    const std::uint32_t end = person_at_end(range);
    if (is_person(name_entity[head]) && (end == kNone || !names_role(head, range))) return name_entity[head];
    if (end != kNone) return end;
    if (is_part_of_several(head, range)) return kNone;
    if (name_entity[head] != kNone) return name_entity[head];
    const std::uint32_t beside = entity_beside(head, range);
    if (beside != kNone) return beside;
    const std::uint32_t author = author_of(head, range);
    if (author != kNone) return author;
    if (head_entity[head] != kNone) return head_entity[head];
    const std::uint32_t relative = entity_of_relative(head);
    return relative != kNone ? relative : first_name(range);
  }

  // Whoever is quoted around the source of attribution `i`.
  std::uint32_t speaker_around(std::uint32_t i, std::uint32_t token) const {
    std::uint32_t outer = doc.attributions[i].parent;
    if (outer == kNone) outer = quoted_in[token];
    return outer == kNone || outer == i ? kNone : doc.source_entities[outer];
  }

  // "We" in the mouth of a spokeswoman are those whom she speaks for.
  std::uint32_t side_of(std::uint32_t speaker) const {
    if (speaker == kNone || doc.entities[speaker].kind != EntityKind::person) return speaker;
    std::uint32_t side = kNone;
    for (const std::uint32_t of : doc.entities[speaker].member_of) {
      if (doc.entities[of].kind != EntityKind::organization) continue;
      if (side != kNone) return speaker;
      side = of;
    }
    return side == kNone ? speaker : side;
  }

  bool may_be(std::uint32_t entity, Referent pronoun) const {
    if (entity >= referent.size()) return pronoun == Referent::thing;
    const EntityKind kind = doc.entities[entity].kind;
    const Referent known = referent[entity];
    if (pronoun == Referent::man || pronoun == Referent::woman) {
      return kind == EntityKind::person && (known == Referent::unknown || known == pronoun);
    }
    const bool collective = kind == EntityKind::organization || kind == EntityKind::group;
    return collective || (pronoun == Referent::thing && kind == EntityKind::place);
  }

  // Who spoke last among those that a pronoun may stand for.
  std::uint32_t last_speaker(std::uint32_t i, Referent pronoun) const {
    constexpr std::uint32_t kReach = 6;  // attributions
    for (std::uint32_t k = i; k-- > 0 && i - k <= kReach;) {
      const std::uint32_t entity = doc.source_entities[k];
      if (entity != kNone && may_be(entity, pronoun)) return entity;
    }
    return kNone;
  }

  // Where somebody who may be meant was named between the last source and the pronoun,
  // outside of what anybody says.
  bool is_named_between(std::uint32_t begin, std::uint32_t end, Referent pronoun) const {
    constexpr std::uint32_t kFar = 400;  // tokens
    if (end - begin > kFar) return true;
    for (std::uint32_t t = begin; t < end; ++t) {
      if (quoted_in[t] == kNone && name_entity[t] != kNone && may_be(name_entity[t], pronoun)) return true;
    }
    return false;
  }

  // Who was quoted last, where a quotation's "he said" goes on with him; else kNone.
  std::uint32_t quoted_before(std::uint32_t i, std::uint32_t head, Referent pronoun) const {
    if (doc.attributions[i].parent != kNone || quoted_in[head] != kNone) return kNone;
    if (pronoun != Referent::man && pronoun != Referent::woman) return kNone;
    constexpr std::uint32_t kReach = 30;  // attributions
    for (std::uint32_t k = i; k-- > 0 && i - k <= kReach;) {
      const Attribution& a = doc.attributions[k];
      if (a.parent != kNone || a.source.empty()) continue;
      const std::uint32_t entity = doc.source_entities[k];
      if (entity == kNone || !may_be(entity, pronoun)) return kNone;
      const std::uint32_t after = tokens_in(doc, a.source.back()).second;
      return after > head || is_named_between(after, head, pronoun) ? kNone : entity;
    }
    return kNone;
  }

  // A pronoun whose chain is nobody who could be meant stands for who spoke last.
  std::uint32_t check_pronoun(std::uint32_t i, std::uint32_t head, std::uint32_t entity) {
    if (doc.tags[head].upos != Upos::PRON) return entity;
    const Referent pronoun = referent_of(doc.at(doc.tokens[head].span));
    if (pronoun == Referent::unknown) return entity;
    std::uint32_t speaker = quoted_before(i, head, pronoun);
    const bool known = entity != kNone && may_be(entity, pronoun);
    if (known && (speaker == kNone || (doc.entities[entity].named && !doc.entities[speaker].named)))
      return entity;
    if (speaker == kNone) speaker = last_speaker(i, pronoun);
    if (speaker == kNone || speaker == entity) return entity;
    corrected.emplace_back(doc.tokens[head].span, speaker);
    head_entity[head] = speaker;
    return speaker;
  }

  // A source that nobody knows: a new entity, unless it is a pronoun.
  std::uint32_t describe(TokenRange range) {
    const std::uint32_t head = head_of(doc, range);
    const std::string_view tag = doc.strings[doc.tags[head].xpos];
    const bool personal = tag == "PRP" || tag == "PRP$" || tag.starts_with("W") || tag == "EX";
    if (personal || doc.tags[head].upos == Upos::PUNCT) return kNone;
    while (range.first < head && doc.arcs[range.first].deprel == Deprel::det) ++range.first;
    Entity entity{
        .name = words_of(doc, range.first, range.second), .aliases = {}, .kind = EntityKind::organization};
    entity.named = false;
    doc.entities.push_back(std::move(entity));
    const auto index = static_cast<std::uint32_t>(doc.entities.size() - 1);
    added.push_back({.span = {doc.tokens[range.first].span.begin, doc.tokens[range.second - 1].span.end},
                     .entity = index,
                     .form = MentionForm::nominal});
    head_entity[head] = index;
    return index;
  }

  std::uint32_t link(std::uint32_t i) {
    const Attribution& a = doc.attributions[i];
    for (const Span span : a.source) {
      const TokenRange range = tokens_in(doc, span);
      if (range.first >= range.second) continue;
      const std::uint32_t head = head_of(doc, range);
      const std::uint32_t entity = check_pronoun(i, head, speaker_in(range));
      if (entity != kNone) return entity;
      if (const int person = first_person(doc.at(doc.tokens[head].span)); person != 0) {
        const std::uint32_t speaker = speaker_around(i, head);
        return person == 1 ? speaker : side_of(speaker);
      }
    }
    if (a.source.empty()) return kNone;
    const TokenRange range = tokens_in(doc, a.source.front());
    return range.first < range.second ? describe(range) : kNone;
  }

  // "I" in the words of a speaker, outside of what others say inside them.
  void add_first_persons(std::uint32_t i) {
    const Attribution& a = doc.attributions[i];
    const std::uint32_t entity = doc.source_entities[i];
    if (entity == kNone || a.form == Form::indirect) return;
    for (const Span span : a.content) {
      const TokenRange range = tokens_in(doc, span);
      for (std::uint32_t t = range.first; t < range.second; ++t) {
        if (doc.tags[t].upos != Upos::PRON || head_entity[t] != kNone) continue;
        if (first_person(doc.at(doc.tokens[t].span)) != 1) continue;
        head_entity[t] = entity;
        added.push_back({.span = doc.tokens[t].span, .entity = entity, .form = MentionForm::pronoun});
      }
    }
  }

  void correct_mentions() {
    for (const auto& [span, entity] : corrected) {
      auto place = std::ranges::partition_point(
          doc.mentions, [&, at = span](const Mention& m) { return m.span.begin < at.begin; });
      while (place != doc.mentions.end() && place->span.begin == span.begin && place->span != span) ++place;
      if (place != doc.mentions.end() && place->span == span) {
        place->entity = entity;
      } else {
        added.push_back({.span = span, .entity = entity, .form = MentionForm::pronoun});
      }
    }
  }

  void sort_mentions() {
    doc.mentions.insert(doc.mentions.end(), added.begin(), added.end());
    std::ranges::stable_sort(doc.mentions, {}, [](const Mention& m) {
      return std::tuple(m.span.begin, kNone - m.span.end, m.form);
    });
    const auto same_span = [](const Mention& a, const Mention& b) { return a.span == b.span; };
    doc.mentions.erase(std::unique(doc.mentions.begin(), doc.mentions.end(), same_span), doc.mentions.end());
  }

  void run() {
    index_mentions();
    read_genders();
    index_contents();
    const auto count = static_cast<std::uint32_t>(doc.attributions.size());
    doc.source_entities.assign(count, kNone);
    for (std::uint32_t i = 0; i < count; ++i) doc.source_entities[i] = link(i);
    // What is quoted may stand before the words that say who is quoted: "I" comes last.
    for (std::uint32_t i = 0; i < count; ++i) {
      if (doc.source_entities[i] == kNone) doc.source_entities[i] = link(i);
    }
    // Innermost first: who is quoted last speaks the words.
    for (std::uint32_t i = count; i-- > 0;) add_first_persons(i);
    correct_mentions();
    sort_mentions();
  }
};

}  // namespace

void link_sources(const CoreferenceModel& model, Document& doc) { Linker{model, doc}.run(); }

}  // namespace hearsay
