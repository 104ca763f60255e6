#include "entities/antecedents.h"

#include <algorithm>

#include "document/unicode.h"
#include "model/feature_hash.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kPronounWindow = 30;  // mentions before a pronoun
constexpr std::uint32_t kPronounSentences = 5;
constexpr std::uint32_t kNominalWindow = 20;  // before a definite noun phrase
constexpr std::uint32_t kNameWindow = 8;      // before a new name or an indefinite noun phrase

std::uint32_t window_of(const CandidateMention& m) {
  switch (m.determination) {
    case Determination::pronoun:
      return kPronounWindow;
    case Determination::definite:
    case Determination::possessed:
    case Determination::demonstrative:
      return kNominalWindow;
    default:
      return kNameWindow;
  }
}

bool is_within(const CandidateMention& inner, const CandidateMention& outer) {
  return inner.head >= outer.first && inner.head < outer.last;
}

// What can never be the same: one inside the other, and two that have different names.
// An apposition lies in the phrase of what it explains.
bool may_be_same(const Document& doc, const ChainState& state, const CandidateMention& m,
                 const CandidateMention& a) {
  if (a.adjectival) return false;
  const bool apposition = doc.arcs[m.head].deprel == Deprel::appos && doc.arcs[m.head].head == a.head;
  const bool relative = m.form == MentionForm::pronoun && m.head >= a.core_last;
  if (is_within(m, a) && !apposition && !relative) return false;
  if (is_within(a, m) && a.form != MentionForm::pronoun) return false;
  if (is_within(a, m) && a.head < m.core_last && a.head >= m.core_first) return false;
  const Chain& chain = state.chains[state.chain_of[&a - state.mentions.data()]];
  if (m.form == MentionForm::pronoun && m.person == 3 && m.gender != Gender::unknown) {
    const bool clash = chain.gender != Gender::unknown && chain.gender != m.gender;
    if (clash && (chain.name_group != kNone || m.gender != Gender::thing)) return false;
  }
  // "I" and "you" are whoever speaks: nobody else refers back to them.
  if (a.person != 3 && a.person != m.person) return false;
  if (m.name == kNone) return true;
  return chain.name_group == kNone || chain.name_group == state.names.group_of[m.name];
}

std::uint64_t lower_key(const Document& doc, std::uint32_t token) {
  std::string lower;
  to_lower(doc.at(doc.tokens[token].span), lower);
  return hash_bytes(lower) | 1;
}

void index_words(const Document& doc, std::uint32_t m, ChainState& state) {
  const CandidateMention& mention = state.mentions[m];
  if (mention.form == MentionForm::pronoun || mention.adjectival) return;
  state.last_of_word[mention.head_key] = m;
  state.last_of_phrase[mention.phrase_key] = m;
  if (mention.name == kNone) return;
  const Span span = state.names.names[mention.name].span;
  constexpr std::uint32_t kFar = 12;  // tokens around the head
  const std::uint32_t first = std::max(mention.core_first, mention.head - std::min(mention.head, kFar));
  for (std::uint32_t i = first; i < std::min(mention.core_last, mention.head + kFar); ++i) {
    if (doc.tokens[i].span.end > span.end) break;
    // Words of the name, and of the title before it: "President Quist" is "the president".
    const Upos upos = doc.tags[i].upos;
    const bool in_name = doc.tokens[i].span.begin >= span.begin;
    if (in_name || upos == Upos::NOUN || upos == Upos::PROPN) state.last_of_word[lower_key(doc, i)] = m;
  }
}

void tell_chain(const ChainState& state, std::uint32_t m, Chain& chain) {
  const CandidateMention& mention = state.mentions[m];
  chain.last_mention = m;
  ++chain.size;
  if (mention.gender != Gender::unknown && (chain.gender == Gender::unknown || mention.name != kNone)) {
    chain.gender = mention.gender;
  }
  const bool telling = mention.form != MentionForm::pronoun;
  if (chain.number == Number::unknown || (telling && mention.number != Number::unknown && chain.size < 3)) {
    chain.number = mention.number;
  }
  if (mention.name != kNone && chain.name_group == kNone) {
    chain.name_group = state.names.group_of[mention.name];
    chain.kind = static_cast<std::uint8_t>(mention.kind);
  }
  if (chain.noun.file == 0 && mention.form == MentionForm::nominal) chain.noun = mention.noun;
  chain.modifiers |= mention.modifiers;
}

}  // namespace

void begin_chains(ChainState& state) {
  state.chain_of.clear();
  state.chains.clear();
  state.chain_of_group.assign(state.names.count, kNone);
  state.last_of_word.clear();
  state.last_of_phrase.clear();
}

void gather_antecedents(const Document& doc, std::uint32_t m, ChainState& state) {
  state.antecedents.clear();
  const CandidateMention& mention = state.mentions[m];
  if (mention.adjectival) return;
  if (mention.name != kNone && state.chain_of_group[state.names.group_of[mention.name]] != kNone) return;
  const std::uint32_t window = std::min(window_of(mention), m);
  for (std::uint32_t k = 1; k <= window; ++k) {
    const CandidateMention& a = state.mentions[m - k];
    if (mention.sentence - a.sentence > kPronounSentences) break;
    if (may_be_same(doc, state, mention, a)) state.antecedents.push_back(m - k);
  }
  if (mention.form == MentionForm::pronoun) return;
  for (const auto& [index, key] : {std::pair(&state.last_of_phrase, mention.phrase_key),
                                   std::pair(&state.last_of_word, mention.head_key)}) {
    const auto found = index->find(key);
    if (found == index->end() || std::ranges::count(state.antecedents, found->second) > 0) continue;
    if (may_be_same(doc, state, mention, state.mentions[found->second])) {
      state.antecedents.push_back(found->second);
    }
  }
}

void join_chain(const Document& doc, std::uint32_t m, std::uint32_t antecedent, ChainState& state) {
  const CandidateMention& mention = state.mentions[m];
  std::uint32_t chain = antecedent == kNone ? kNone : state.chain_of[antecedent];
  const std::uint32_t group = mention.name == kNone ? kNone : state.names.group_of[mention.name];
  if (chain == kNone && group != kNone) chain = state.chain_of_group[group];
  if (chain == kNone) {
    chain = static_cast<std::uint32_t>(state.chains.size());
    state.chains.emplace_back();
  }
  if (group != kNone && state.chain_of_group[group] == kNone) state.chain_of_group[group] = chain;
  state.chain_of.push_back(chain);
  tell_chain(state, m, state.chains[chain]);
  index_words(doc, m, state);
}

}  // namespace hearsay
