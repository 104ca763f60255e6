#include "entities/source_pronouns.h"

#include <algorithm>

namespace hearsay {
namespace {

struct PronounReader {
  const SourceIndex& x;

  bool may_be(std::uint32_t entity, Referent pronoun) const {
    const EntityKind kind = x.doc.entities[entity].kind;
    const bool added = entity >= x.referent.size();
    if (added && kind != EntityKind::group) return pronoun == Referent::thing;
    if (added) return pronoun == Referent::several;
    const Referent known = x.referent[entity];
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
      const std::uint32_t entity = x.doc.source_entities[k];
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
      if (x.quoted_in[t] == kNone && x.name_entity[t] != kNone && may_be(x.name_entity[t], pronoun))
        return true;
    }
    return false;
  }

  // Who was quoted last, where a quotation's "he said" goes on with him; else kNone.
  std::uint32_t quoted_before(std::uint32_t i, std::uint32_t head, Referent pronoun) const {
    if (x.doc.attributions[i].parent != kNone || x.quoted_in[head] != kNone) return kNone;
    constexpr std::uint32_t kReach = 30;  // attributions
    for (std::uint32_t k = i; k-- > 0 && i - k <= kReach;) {
      const Attribution& a = x.doc.attributions[k];
      if (a.parent != kNone || a.source.empty()) continue;
      const std::uint32_t entity = x.doc.source_entities[k];
      if (entity == kNone || !may_be(entity, pronoun)) return kNone;
      const std::uint32_t after = tokens_under(x.doc, a.source.back()).last;
      return after > head || is_named_between(after, head, pronoun) ? kNone : entity;
    }
    return kNone;
  }

  std::size_t sentence_of(std::uint32_t token) const {
    const auto found = std::ranges::partition_point(x.doc.sentences,
                                                    [&](const Sentence& s) { return s.last_token <= token; });
    return static_cast<std::size_t>(found - x.doc.sentences.begin());
  }

  bool is_main_subject(std::uint32_t token) const {
    const Arc arc = x.doc.arcs[token];
    if (arc.deprel != Deprel::nsubj || arc.head == kNone) return false;
    const Arc verb = x.doc.arcs[arc.head];
    if (verb.deprel == Deprel::root || verb.deprel == Deprel::parataxis) return true;
    return verb.deprel == Deprel::conj && verb.head != kNone && x.doc.arcs[verb.head].deprel == Deprel::root;
  }

  // The last main subject before the pronoun that it may stand for, outside of what
  // anybody says.
  std::uint32_t centre(std::uint32_t head, Referent pronoun) const {
    constexpr std::size_t kSentences = 3;
    const std::size_t sentence = sentence_of(head);
    const std::uint32_t begin = x.doc.sentences[sentence - std::min(sentence, kSentences)].first_token;
    constexpr std::uint32_t kFar = 200;  // tokens
    const std::uint32_t first = std::max(begin, head - std::min(head, kFar));
    for (std::uint32_t t = head; t-- > first;) {
      if (x.quoted_in[t] != kNone || !is_main_subject(t)) continue;
      const std::uint32_t entity = x.entity_at(t);
      if (entity != kNone && may_be(entity, pronoun)) return entity;
    }
    return kNone;
  }

  std::uint32_t paragraph_of(std::uint32_t token) const {
    const std::uint32_t at = x.doc.tokens[token].span.begin;
    const auto block =
        std::ranges::partition_point(x.doc.blocks, [&](const Block& b) { return b.span.end <= at; });
    if (block == x.doc.blocks.end()) return 0;
    return static_cast<std::uint32_t>(
        std::ranges::partition_point(x.doc.tokens,
                                     [&](const Token& t) { return t.span.end <= block->span.begin; }) -
        x.doc.tokens.begin());
  }

  // Where the paragraph begins with another than `entity`, and names that one nowhere:
  // its last subject with a name; else kNone.
  std::uint32_t subject_of_paragraph(std::uint32_t head, std::uint32_t entity, Referent pronoun) const {
    constexpr std::uint32_t kFar = 200;  // tokens
    const std::uint32_t first = std::max(paragraph_of(head), head - std::min(head, kFar));
    std::uint32_t subject = kNone;
    for (std::uint32_t t = head; t-- > first;) {
      const std::uint32_t here = x.entity_at(t);
      if (here == kNone || x.doc.tags[t].upos == Upos::PRON) continue;
      if (here == entity) return kNone;
      const bool fits = x.quoted_in[t] == kNone && is_named(here) && is_main_subject(t);
      if (subject == kNone && fits && may_be(here, pronoun)) subject = here;
    }
    return subject;
  }

  // False of who is named nowhere nearby but in what is said: not the one who says it.
  bool is_spoken_of(std::uint32_t i, std::uint32_t head, std::uint32_t entity) const {
    constexpr std::uint32_t kFar = 200;  // tokens
    const std::uint32_t first = head - std::min(head, kFar);
    bool inside = false;
    for (std::uint32_t t = head; t-- > first;) {
      if (x.entity_at(t) != entity) continue;
      if (x.quoted_in[t] != i) return true;
      inside = true;
    }
    return !inside;
  }

  std::uint32_t around(std::uint32_t i, std::uint32_t head) const {
    std::uint32_t outer = x.doc.attributions[i].parent;
    if (outer == kNone) outer = x.quoted_in[head];
    return outer == i ? kNone : outer;
  }

  bool is_named(std::uint32_t entity) const { return entity != kNone && x.doc.entities[entity].named; }

  // In what somebody else is said to say, "she" may be that somebody.
  std::uint32_t resolve_inside(std::uint32_t i, std::uint32_t outer, std::uint32_t entity,
                               Referent pronoun) const {
    if (entity != kNone && may_be(entity, pronoun)) return entity;
    const Attribution& around = x.doc.attributions[outer];
    const std::uint32_t speaker = x.doc.source_entities[outer];
    if (around.form != Form::direct && speaker != kNone && may_be(speaker, pronoun)) return speaker;
    const std::uint32_t last = last_speaker(i, pronoun);
    return last == kNone || last == speaker ? entity : last;
  }

  std::uint32_t resolve(std::uint32_t i, std::uint32_t head, std::uint32_t entity) const {
    if (x.doc.tags[head].upos != Upos::PRON) return entity;
    const Referent pronoun = referent_of(x.form(head));
    if (pronoun == Referent::unknown) return entity;
    if (const std::uint32_t outer = around(i, head); outer != kNone)
      return resolve_inside(i, outer, entity, pronoun);
    const bool known = entity != kNone && may_be(entity, pronoun) && is_spoken_of(i, head, entity);
    std::uint32_t speaker = quoted_before(i, head, pronoun);
    if (speaker == kNone && (!known || !is_named(entity))) speaker = centre(head, pronoun);
    if (known && speaker == kNone && is_named(entity)) {
      const std::uint32_t here = subject_of_paragraph(head, entity, pronoun);
      if (here != kNone) return here;
    }
    if (known && (speaker == kNone || (is_named(entity) && !is_named(speaker)))) return entity;
    if (speaker == kNone) speaker = last_speaker(i, pronoun);
    return speaker == kNone ? entity : speaker;
  }
};

}  // namespace

std::uint32_t resolve_pronoun(const SourceIndex& index, std::uint32_t i, std::uint32_t head,
                              std::uint32_t entity) {
  return PronounReader{index}.resolve(i, head, entity);
}

}  // namespace hearsay
