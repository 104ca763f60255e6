#include "entities/source_phrases.h"

#include <algorithm>
#include <array>
#include <string>

#include "document/unicode.h"
#include "document/utf8.h"

namespace hearsay {
namespace {

struct PhraseReader {
  const SourceIndex& x;

  // A dependent that says who the head is: "the mayor, Ada Holm".
  std::uint32_t entity_beside(std::uint32_t head, TokenRange range) const {
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      const Arc arc = x.doc.arcs[i];
      if (arc.head != head || (arc.deprel != Deprel::appos && arc.deprel != Deprel::flat)) continue;
      if (x.name_entity[i] != kNone) return x.name_entity[i];
    }
    return kNone;
  }

  // "who" and "which": what the clause explains, or what stands just before.
  std::uint32_t entity_of_relative(std::uint32_t token) const {
    const std::string_view tag = x.doc.strings[x.doc.tags[token].xpos];
    if (tag != "WP" && tag != "WDT" && tag != "WP$") return kNone;
    const bool of_person = tag == "WP";
    std::uint32_t at = token;
    for (int steps = 0; steps < 4 && at != kNone; ++steps) {
      const Arc arc = x.doc.arcs[at];
      const std::uint32_t above =
          arc.deprel == Deprel::acl && arc.head != kNone ? x.entity_at(arc.head) : kNone;
      if (above != kNone && !(of_person && x.doc.entities[above].kind == EntityKind::place)) return above;
      at = arc.head;
    }
    std::uint32_t before = token;
    while (before > 0 && token - before < 2 && x.doc.tags[before - 1].upos == Upos::PUNCT) --before;
    return before > 0 ? x.entity_at(before - 1) : kNone;
  }

  bool is_title_word(std::uint32_t token) const {
    const Upos upos = x.doc.tags[token].upos;
    if (upos == Upos::VERB) return x.doc.arcs[token].deprel == Deprel::amod;  // "red-faced"
    return upos != Upos::ADP && upos != Upos::PART && upos != Upos::CCONJ && upos != Upos::SCONJ;
  }

  bool is_capital(std::uint32_t token) const {
    return char_class(decode_utf8(x.form(token), 0).value) == CharClass::upper;
  }

  // A title, or part of one: "Foreign", "Minister".
  bool is_title(std::uint32_t token) const {
    if (x.name_entity[token] != kNone) return false;
    const NounClass noun = x.noun_of(token);
    const bool adjective = x.doc.tags[token].upos == Upos::ADJ && is_capital(token);
    return adjective || noun.file == kPersonFile || noun.has(kRepresentsNoun) ||
           (is_capital(token) && x.doc.tags[token].upos == Upos::PROPN);
  }

  // A person's name at the end of the source after a comma, or after nothing but
  // titles: "a spokesman for the port, Jon Quist", "City engineer Paula Holm".
  std::uint32_t person_at_end(TokenRange range) const {
    std::uint32_t end = range.last;
    while (end > range.first && x.doc.tags[end - 1].upos == Upos::PUNCT) --end;
    if (end == range.first || !x.is_person(x.name_entity[end - 1])) return kNone;
    std::uint32_t begin = end;
    while (begin > range.first && x.name_entity[begin - 1] == x.name_entity[end - 1]) --begin;
    std::uint32_t title = begin;  // "Foreign Minister" before it
    while (title > range.first && is_title(title - 1)) --title;
    if (title > range.first && x.form(title - 1) == ",") return x.name_entity[begin];
    const bool parted = title > range.first && x.doc.tags[title - 1].upos != Upos::ADP &&
                        x.doc.tags[title - 1].upos != Upos::CCONJ;
    if (title < begin && is_capital(title) && parted) return x.name_entity[begin];
    // "on Tuesday chairwoman Ada Holm"
    const bool dated = x.doc.tags[range.first].upos == Upos::ADP && begin > range.first + 1;
    for (std::uint32_t i = range.first + (dated ? 1 : 0); i < begin; ++i) {
      if (!is_title_word(i)) return kNone;
    }
    return x.name_entity[begin];
  }

  // The first name after nothing but titles.
  std::uint32_t first_name(TokenRange range) const {
    for (std::uint32_t i = range.first; i < range.last && is_title_word(i); ++i) {
      const std::uint32_t entity = x.name_entity[i];
      if (entity == kNone || x.doc.entities[entity].kind == EntityKind::group) continue;
      std::uint32_t end = i + 1;
      while (end < range.last && x.name_entity[end] == entity) ++end;
      const bool possessor = end < range.last && x.doc.tags[end].upos == Upos::PART;
      return possessor ? kNone : entity;
    }
    return kNone;
  }

  // "Nordlinje chief executive Ada Holm": the name at the head is whom she works for.
  bool names_role(std::uint32_t head, TokenRange range) const {
    for (std::uint32_t i = head + 1; i < range.last; ++i) {
      if (x.name_entity[i] == kNone && x.noun_of(i).has(kRepresentsNoun)) return true;
    }
    return false;
  }

  // "The 58-year-old": who is described so, or has that age after his name.
  std::uint32_t person_of_age(TokenRange range) const {
    const std::uint32_t begin = x.doc.tokens[range.first].span.begin;
    std::string_view age = x.doc.at({begin, x.doc.tokens[range.last - 1].span.end});
    age.remove_prefix(std::min(age.size(), age.find_first_of("0123456789")));
    if (!age.ends_with("-year-old") || age.size() > 13) return kNone;
    const std::string_view years = age.substr(0, age.find('-'));
    const std::string after = ", " + std::string(years) + ",";
    auto at =
        std::ranges::partition_point(x.doc.mentions, [&](const Mention& m) { return m.span.begin < begin; });
    constexpr int kMostMentions = 200;
    for (int k = 0; k < kMostMentions && at != x.doc.mentions.begin(); ++k) {
      const Mention& m = *--at;
      if (!x.is_person(m.entity) || !x.doc.entities[m.entity].named) continue;
      const auto has_age = [&](const std::string& role) { return role.find(age) != std::string::npos; };
      const bool described = std::ranges::any_of(x.doc.entities[m.entity].roles, has_age);
      const bool told =
          m.form == MentionForm::name && std::string_view(x.doc.text).substr(m.span.end).starts_with(after);
      if (described || told) return m.entity;
    }
    return kNone;
  }

  // "one of them", "two of the officials" are not they.
  bool is_part_of_several(std::uint32_t head, TokenRange range) const {
    constexpr std::array<std::string_view, 8> kParts = {"one",  "some", "many", "several",
                                                        "most", "none", "few",  "another"};
    std::string lower;
    to_lower(x.doc.at(x.doc.tokens[head].span), lower);
    if (x.doc.tags[head].upos != Upos::NUM && std::ranges::count(kParts, lower) == 0) return false;
    return head + 1 < range.last && x.doc.at(x.doc.tokens[head + 1].span) == "of";
  }

  // Data, a report and a letter speak for who wrote them: "figures published by Nordlinje".
  std::uint32_t author_of(std::uint32_t head, TokenRange range) const {
    if (x.doc.tags[head].upos != Upos::NOUN) return kNone;
    const NounClass noun = x.noun_of(head);
    const bool somebody = noun.file == kPersonFile || (noun.file == kGroupFile && !noun.has(kDocumentNoun)) ||
                          noun.has(kPersonNoun | kOrganizationNoun | kRepresentsNoun | kCollectiveNoun);
    if (somebody) return kNone;
    const std::uint32_t named = author_among(x.name_entity, head, range);
    return named != kNone ? named : author_among(x.head_entity, head, range);
  }

  std::uint32_t author_among(const std::vector<std::uint32_t>& entities, std::uint32_t head,
                             TokenRange range) const {
    std::uint32_t author = kNone;
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      const std::uint32_t entity = entities[i];
      if (entity == kNone || entity == author || i == head) continue;
      const EntityKind kind = x.doc.entities[entity].kind;
      if (kind == EntityKind::event || (kind == EntityKind::group && !x.doc.entities[entity].named)) continue;
      if (!is_author(i, head, range)) continue;
      if (author != kNone) return kNone;
      author = entity;
    }
    return author;
  }

  // "figures published by", "a report by": not "records obtained by".
  bool makes_texts(std::uint32_t token) const {
    if (x.doc.tags[token].upos == Upos::NOUN) return true;
    constexpr std::array<std::string_view, 9> kMakes = {
        "publish", "release", "issue", "write", "prepare", "compile", "produce", "conduct", "commission"};
    return std::ranges::count(kMakes, x.doc.strings[x.doc.tags[token].lemma]) > 0;
  }

  bool is_author(std::uint32_t token, std::uint32_t head, TokenRange range) const {
    if (token < head) {
      const Arc arc = x.doc.arcs[token];
      const bool possessor = arc.deprel == Deprel::nmod && arc.subtype == DeprelSubtype::poss;
      return arc.head == head && (possessor || arc.deprel == Deprel::compound);
    }
    for (std::uint32_t i = token; i-- > range.first && token - i < 6;) {
      if (x.doc.tags[i].upos != Upos::ADP) continue;
      const std::string_view word = x.form(i);
      return word == "from" || (word == "by" && i > range.first && makes_texts(i - 1));
    }
    return false;
  }

  std::uint32_t speaker_in(TokenRange range) const {
    const std::uint32_t head = x.head_of(range);
    const std::uint32_t end = person_at_end(range);
    if (x.is_person(x.name_entity[head]) && (end == kNone || !names_role(head, range)))
      return x.name_entity[head];
    if (end != kNone) return end;
    if (is_part_of_several(head, range)) return kNone;
    if (const std::uint32_t aged = person_of_age(range); aged != kNone) return aged;
    if (x.name_entity[head] != kNone) return x.name_entity[head];
    const std::uint32_t beside = entity_beside(head, range);
    if (beside != kNone) return beside;
    const std::uint32_t author = author_of(head, range);
    if (author != kNone) return author;
    if (x.head_entity[head] != kNone) return x.head_entity[head];
    const std::uint32_t relative = entity_of_relative(head);
    return relative != kNone ? relative : first_name(range);
  }
};

}  // namespace

std::uint32_t speaker_in(const SourceIndex& index, TokenRange range) {
  return PhraseReader{index}.speaker_in(range);
}

}  // namespace hearsay
