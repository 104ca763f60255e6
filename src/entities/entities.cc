#include "entities/entities.h"

#include <algorithm>
#include <tuple>

#include "entities/description.h"
#include "entities/entity_kinds.h"
#include "entities/name_groups.h"
#include "entities/roles.h"

namespace hearsay {
namespace {

// An entity's kind where its chain has no name: the first that a mention speaks for,
// nothing where none stands alone and the chain has but one mention.
struct ChainVerdict {
  std::uint32_t mentions = 0;
  bool named = false;
  bool alone = false;
  bool has_noun = false;
  std::uint8_t kind = kEntityKindCount;
};

struct Builder {
  Document& doc;
  EntityScratch& s;
  std::vector<ChainVerdict> verdicts = {};

  const ChainState& state() const { return s.coreference.state; }

  // Who "I" and "you" are depends on who speaks: link_sources() says.
  static bool is_told_by_speaker(const CandidateMention& m) {
    return m.form == MentionForm::pronoun && m.person != 3;
  }

  void judge() {
    verdicts.assign(state().chains.size(), {});
    for (std::size_t i = 0; i < state().mentions.size(); ++i) {
      const CandidateMention& m = state().mentions[i];
      ChainVerdict& verdict = verdicts[state().chain_of[i]];
      if (is_told_by_speaker(m)) continue;
      ++verdict.mentions;
      const auto kind = kind_of_mention(doc, m);
      if (!kind) continue;
      verdict.alone = verdict.alone || stands_alone(m, *kind);
      verdict.has_noun = verdict.has_noun || m.form != MentionForm::pronoun;
      const bool first_name = m.name != kNone && !verdict.named;
      if (verdict.kind == kEntityKindCount || first_name) verdict.kind = static_cast<std::uint8_t>(*kind);
      verdict.named = verdict.named || m.name != kNone;
    }
  }

  bool is_entity(const ChainVerdict& v) const {
    if (v.kind == kEntityKindCount || !v.has_noun) return false;
    return v.named || v.alone || v.mentions > 1;
  }

  // Of names, the fullest; of descriptions, the first.
  void add_name(Entity& entity, std::string name) const {
    if (name == entity.name || entity.aliases.size() >= kMostAliases) return;
    if (entity.name.empty()) {
      entity.name = std::move(name);
      return;
    }
    if (std::ranges::count(entity.aliases, name) > 0) return;
    if (entity.named && std::ranges::count(name, ' ') > 0 && std::ranges::count(entity.name, ' ') == 0)
      std::swap(name, entity.name);
    entity.aliases.push_back(std::move(name));
  }

  // "Ms. Quist" and "Governor Quist" are what the text calls her, too.
  void add_honorific(const CandidateMention& m, Entity& entity) const {
    std::uint32_t title = m.honorific;
    if (title == kNone && m.kind == EntityKind::person) title = s.coreference.names.office_before[m.name];
    if (title == kNone || entity.aliases.size() >= kMostAliases) return;
    std::string name(doc.at(doc.tokens[title].span));
    name += ' ';
    name += join_name(s.words);
    if (std::ranges::count(entity.aliases, name) == 0) entity.aliases.push_back(std::move(name));
  }

  void describe(const CandidateMention& m, Entity& entity) {
    if (m.name != kNone) {
      split_name(doc.at(state().names.names[m.name].span), s.words);
      add_name(entity, join_name(s.words));
      add_honorific(m, entity);
    } else if (!entity.named && m.form == MentionForm::nominal &&
               m.determination != Determination::modifier) {
      std::uint32_t first = m.core_first;
      while (first < m.head && doc.arcs[first].deprel == Deprel::det && doc.arcs[first].head == m.head)
        ++first;
      add_name(entity, words_of(doc, first, entity.name.empty() ? clause_end(m) : m.core_last));
      if (entity.count == 0) entity.count = count_of_mention(doc, m);
    }
  }

  // A description takes in a clause without a comma: "officials briefed on the matter".
  std::uint32_t clause_end(const CandidateMention& m) const {
    constexpr std::uint32_t kFar = 30;  // tokens
    const std::uint32_t last = std::min(m.last, m.core_last + kFar);
    for (std::uint32_t i = m.core_last; i < last; ++i) {
      if (doc.tags[i].upos == Upos::PUNCT) return i;
    }
    return last;
  }

  Span span_of(const CandidateMention& m) const {
    if (m.name != kNone) return state().names.names[m.name].span;
    return {doc.tokens[m.core_first].span.begin, doc.tokens[m.core_last - 1].span.end};
  }

  void add_mention(const CandidateMention& m, std::uint32_t chain) {
    std::uint32_t& entity = s.entity_of_chain[chain];
    if (entity == kNone) {
      entity = static_cast<std::uint32_t>(doc.entities.size());
      Entity& added = doc.entities.emplace_back();
      added.kind = static_cast<EntityKind>(verdicts[chain].kind);
      added.named = verdicts[chain].named;
    }
    describe(m, doc.entities[entity]);
    doc.mentions.push_back({.span = span_of(m), .entity = entity, .form = m.form});
  }

  // A chain of compounds and pronouns has no description: its first noun is one.
  void name_the_nameless() {
    for (std::size_t i = 0; i < state().mentions.size(); ++i) {
      const CandidateMention& m = state().mentions[i];
      const std::uint32_t entity = s.entity_of_chain[state().chain_of[i]];
      if (entity == kNone || !doc.entities[entity].name.empty() || m.form == MentionForm::pronoun) continue;
      doc.entities[entity].name = words_of(doc, m.head, m.head + 1);
    }
  }

  void sort_mentions() {
    std::ranges::stable_sort(doc.mentions, {}, [](const Mention& m) {
      return std::tuple(m.span.begin, kNone - m.span.end, m.form);
    });
    const auto same_span = [](const Mention& a, const Mention& b) { return a.span == b.span; };
    doc.mentions.erase(std::unique(doc.mentions.begin(), doc.mentions.end(), same_span), doc.mentions.end());
  }

  void run() {
    judge();
    s.entity_of_chain.assign(state().chains.size(), kNone);
    s.mention_at.assign(doc.tokens.size(), kNone);
    for (std::uint32_t i = 0; i < state().mentions.size(); ++i) {
      const CandidateMention& m = state().mentions[i];
      s.mention_at[m.head] = i;
      if (is_told_by_speaker(m) || !is_entity(verdicts[state().chain_of[i]])) continue;
      add_mention(m, state().chain_of[i]);
    }
    name_the_nameless();
    sort_mentions();
  }
};

}  // namespace

void find_entities(const CoreferenceModel& model, Document& doc, EntityScratch& scratch) {
  find_chains(model, doc, scratch.coreference);
  Builder{doc, scratch}.run();
  find_roles(model.nouns, doc, scratch);
}

}  // namespace hearsay
