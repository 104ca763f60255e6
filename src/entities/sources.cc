#include "entities/sources.h"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "entities/description.h"
#include "entities/governments.h"
#include "entities/source_phrases.h"
#include "entities/source_pronouns.h"

namespace hearsay {
namespace {

struct Linker {
  Document& doc;
  SourceIndex x;
  std::vector<Mention> added = {};
  std::unordered_map<std::string, std::uint32_t> several = {};  // entities of "Holm and Strand"
  std::vector<std::pair<Span, std::uint32_t>> corrected = {};   // pronouns and whom they stand for instead

  // Whoever is quoted around the source of attribution `i`.
  std::uint32_t speaker_around(std::uint32_t i, std::uint32_t token) const {
    std::uint32_t outer = doc.attributions[i].parent;
    if (outer == kNone) outer = x.quoted_in[token];
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

  // "One" and "the widow" are persons; what writes and shows is no person.
  EntityKind kind_by_noun(std::uint32_t head) const {
    const NounClass noun = x.noun_of(head);
    const bool person = doc.tags[head].upos == Upos::NUM || noun.file == kPersonFile ||
                        noun.has(kRepresentsNoun | kMaleNoun | kFemaleNoun);
    if (!person || noun.has(kOrganizationNoun)) return EntityKind::organization;
    const std::string_view tag = doc.strings[doc.tags[head].xpos];
    return tag == "NNS" ? EntityKind::group : EntityKind::person;
  }

  // "Holm and Strand" are two: a group, and "they" for those who go on.
  std::uint32_t describe_several(TokenRange range, std::uint32_t head) {
    std::uint32_t count = x.is_person(x.name_entity[head]) ? 1 : 0;
    if (count == 0) return kNone;
    for (std::uint32_t i = head + 1; i < range.last; ++i) {
      const Arc arc = doc.arcs[i];
      if (arc.deprel != Deprel::conj || arc.head != head) continue;
      const std::uint32_t other = x.name_entity[i];
      if (!x.is_person(other) || other == x.name_entity[head]) return kNone;
      ++count;
    }
    if (count < 2) return kNone;
    std::string name = words_of(doc, range.first, range.last);
    const auto [known, is_new] = several.try_emplace(name, static_cast<std::uint32_t>(doc.entities.size()));
    if (!is_new) return known->second;
    Entity entity{.name = std::move(name), .aliases = {}, .kind = EntityKind::group};
    entity.named = false;
    entity.count = count;
    doc.entities.push_back(std::move(entity));
    const auto index = static_cast<std::uint32_t>(doc.entities.size() - 1);
    added.push_back({.span = {doc.tokens[range.first].span.begin, doc.tokens[range.last - 1].span.end},
                     .entity = index,
                     .form = MentionForm::nominal});
    return index;
  }

  // A source that nobody knows: a new entity, unless it is a pronoun.
  std::uint32_t describe(TokenRange range) {
    const std::uint32_t head = x.head_of(range);
    const std::string_view tag = doc.strings[doc.tags[head].xpos];
    const bool personal = tag == "PRP" || tag == "PRP$" || tag.starts_with("W") || tag == "EX";
    if (personal || doc.tags[head].upos == Upos::PUNCT) return kNone;
    while (range.first < head && doc.arcs[range.first].deprel == Deprel::det) ++range.first;
    Entity entity{.name = words_of(doc, range.first, range.last), .aliases = {}, .kind = kind_by_noun(head)};
    entity.named = false;
    doc.entities.push_back(std::move(entity));
    const auto index = static_cast<std::uint32_t>(doc.entities.size() - 1);
    added.push_back({.span = {doc.tokens[range.first].span.begin, doc.tokens[range.last - 1].span.end},
                     .entity = index,
                     .form = MentionForm::nominal});
    x.head_entity[head] = index;
    return index;
  }

  // What speaks is no place and no event: "a source", "the village".
  void make_speaker(std::uint32_t entity, std::uint32_t head) {
    Entity& e = doc.entities[entity];
    if (e.named || (e.kind != EntityKind::place && e.kind != EntityKind::event)) return;
    const bool source = doc.strings[doc.tags[head].lemma] == "source";
    e.kind = source ? EntityKind::person : EntityKind::organization;
    if (source) e.place.reset();
  }

  void correct(std::uint32_t head, std::uint32_t entity) {
    corrected.emplace_back(doc.tokens[head].span, entity);
    x.head_entity[head] = entity;
  }

  std::uint32_t link(std::uint32_t i) {
    const Attribution& a = doc.attributions[i];
    for (const Span span : a.source) {
      const TokenRange range = tokens_under(x.doc, span);
      if (range.first >= range.last) continue;
      const std::uint32_t head = x.head_of(range);
      const std::uint32_t group = describe_several(range, head);
      if (group != kNone) return group;
      const std::uint32_t found = speaker_in(x, range);
      const std::uint32_t entity = resolve_pronoun(x, i, head, found);
      if (entity != found) correct(head, entity);
      if (entity != kNone) {
        make_speaker(entity, head);
        return entity;
      }
      if (const int person = first_person(doc.at(doc.tokens[head].span)); person != 0) {
        const std::uint32_t speaker = speaker_around(i, head);
        return person == 1 ? speaker : side_of(speaker);
      }
    }
    if (a.source.empty()) return kNone;
    const TokenRange range = tokens_under(x.doc, a.source.front());
    return range.first < range.last ? describe(range) : kNone;
  }

  // "I" in the words of a speaker, outside of what others say inside them.
  void add_first_persons(std::uint32_t i) {
    const Attribution& a = doc.attributions[i];
    const std::uint32_t entity = doc.source_entities[i];
    if (entity == kNone || a.form == Form::indirect) return;
    for (const Span span : a.content) {
      const TokenRange range = tokens_under(x.doc, span);
      for (std::uint32_t t = range.first; t < range.last; ++t) {
        if (doc.tags[t].upos != Upos::PRON || x.head_entity[t] != kNone) continue;
        if (first_person(doc.at(doc.tokens[t].span)) != 1) continue;
        x.head_entity[t] = entity;
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
    x.build();
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
    find_governments(x);
  }
};

}  // namespace

void link_sources(const CoreferenceModel& model, Document& doc) { Linker{doc, {model, doc}}.run(); }

}  // namespace hearsay
