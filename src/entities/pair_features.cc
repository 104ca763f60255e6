#include "entities/pair_features.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "model/feature_hash.h"

namespace hearsay {
namespace {

std::uint32_t bucket(std::uint32_t n) {
  return n < 5 ? n : n < 8 ? 5 : n < 12 ? 6 : n < 20 ? 7 : n < 40 ? 8 : 9;
}

// Pronouns each have a type of their own, other mentions one by how they are determined.
std::uint32_t type_of(const CandidateMention& m) {
  return m.form == MentionForm::pronoun ? 16u + m.word : static_cast<std::uint32_t>(m.determination);
}

// Less fine, for the antecedent: pronouns by person and number.
std::uint32_t coarse_type(const CandidateMention& m) {
  if (m.form != MentionForm::pronoun) return static_cast<std::uint32_t>(m.determination);
  return 16u + 4u * m.person + static_cast<std::uint32_t>(m.number) + (m.gender == Gender::thing ? 32u : 0u);
}

// What a mention stands for: the kind of a name, else WordNet's file and some flags.
std::uint32_t class_of(std::uint8_t kind, NounClass noun) {
  if (kind < kEntityKindCount) return 64u + kind;
  const std::uint32_t organization = noun.has(kOrganizationNoun) ? 128u : 0u;
  return organization + (noun.has(kPersonNoun) ? 256u : 0u) + noun.file;
}

std::uint8_t kind_of(const CandidateMention& m) {
  return m.name == kNone ? static_cast<std::uint8_t>(kEntityKindCount) : static_cast<std::uint8_t>(m.kind);
}

// Rows of a feature alone, with the mention's type, and with the types of both.
template <int kContexts>
class RowSink {
 public:
  RowSink(std::array<std::uint64_t, kContexts> contexts, std::vector<std::uint32_t>& rows)
      : contexts_(contexts), rows_(rows) {
    rows_.resize(kContexts * kMostFeatures);
  }

  void add(std::uint32_t number, std::uint64_t value) {
    const std::uint64_t atom = (std::uint64_t{number} << 40) ^ value;
    for (const std::uint64_t context : contexts_) {
      rows_[size_++] = row_of(mix(context, atom), kCoreferenceBits);
    }
  }

  // Requires: at most kMostFeatures were added.
  void end() { rows_.resize(size_); }

 private:
  static constexpr std::size_t kMostFeatures = 32;

  std::array<std::uint64_t, kContexts> contexts_;
  std::vector<std::uint32_t>& rows_;
  std::size_t size_ = 0;
};

using PairSink = RowSink<3>;

std::uint32_t governor(const Document& doc, std::uint32_t token) { return doc.arcs[token].head; }

// How the tree ties the two together, in one number.
std::uint32_t tie(const Document& doc, const CandidateMention& m, const CandidateMention& a) {
  if (m.sentence != a.sentence) return 0;
  const std::uint32_t gm = governor(doc, m.head);
  const std::uint32_t ga = governor(doc, a.head);
  if (gm == a.head) return doc.arcs[m.head].deprel == Deprel::appos ? 1 : 2;
  if (ga == m.head) {
    const Deprel d = doc.arcs[a.head].deprel;
    return d == Deprel::nsubj ? 3 : d == Deprel::appos ? 4 : 5;  // nsubj of a noun: copula
  }
  if (gm != kNone && gm == ga) return 6;
  if (gm != kNone && governor(doc, gm) == ga && ga != kNone) return 7;  // below the antecedent's verb
  if (gm != kNone && ga != kNone && governor(doc, ga) == gm) return 8;
  return 9;
}

void add_words(const ChainState& state, const CandidateMention& m, const CandidateMention& a,
               const Chain& chain, PairSink& sink) {
  const bool head = m.head_key == a.head_key;
  const bool phrase = m.phrase_key == a.phrase_key && m.phrase_key != 0;
  const bool modifiers_known = (m.modifiers & ~chain.modifiers) == 0;
  const bool none = m.modifiers == 0;
  const bool clash = m.modifiers != 0 && a.modifiers != 0 && (m.modifiers & a.modifiers) == 0;
  sink.add(1, (head ? 1u : 0u) | (phrase ? 2u : 0u) | (modifiers_known ? 4u : 0u) | (none ? 8u : 0u) |
                  (clash ? 16u : 0u));
  const auto found = state.last_of_word.find(m.head_key);
  const bool in_name = found != state.last_of_word.end() && a.name != kNone &&
                       state.chain_of[found->second] == state.chain_of[&a - state.mentions.data()];
  sink.add(2, (in_name ? 1u : 0u) | (head ? 2u : 0u));
  if (!head) sink.add(3, mix(m.head_key, a.head_key));
  if (head) sink.add(4, m.head_key);
}

void add_agreement(const CandidateMention& m, const CandidateMention& a, const Chain& chain, PairSink& sink) {
  const auto pack = [](auto x, auto y) {
    return static_cast<std::uint64_t>(x) * 16 + static_cast<std::uint64_t>(y);
  };
  sink.add(5, pack(m.gender, chain.gender));
  sink.add(6, pack(m.number, chain.number));
  const std::uint32_t mine = class_of(kind_of(m), m.noun);
  const std::uint32_t theirs = class_of(chain.kind, chain.noun);
  sink.add(7, (std::uint64_t{mine} << 16) | theirs);
  sink.add(8, pack(m.role, a.role));
  sink.add(9, pack(a.person, m.person));
}

void add_place(const Document& doc, const CandidateMention& m, const CandidateMention& a, const Chain& chain,
               std::uint32_t between, std::uint32_t rank, PairSink& sink) {
  const std::uint32_t sentences = bucket(m.sentence - a.sentence);
  const std::uint64_t far = (std::uint64_t{sentences} << 4) | static_cast<std::uint64_t>(a.role);
  sink.add(10, sentences);
  sink.add(11, bucket(between));
  sink.add(12, far);
  sink.add(13, bucket(rank));
  sink.add(14, (std::uint64_t{bucket(rank)} << 8) | far);
  const std::uint32_t tied = tie(doc, m, a);
  sink.add(15, tied);
  sink.add(16, (m.quoted ? 1u : 0u) | (a.quoted ? 2u : 0u) | (m.paragraph == a.paragraph ? 4u : 0u));
  sink.add(17, (std::uint64_t{bucket(chain.size)} << 1) | (chain.name_group == kNone ? 0u : 1u));
  sink.add(20, (std::uint32_t{m.standing} << 4) | a.standing);
  sink.add(21, (sentences << 4) | a.standing);
  sink.add(22, (std::uint64_t{bucket(rank)} << 12) | (sentences << 4) | a.standing);
  const bool follows = m.first == a.last + 1 || m.first == a.core_last + 1;
  sink.add(19, follows ? 1u + (doc.at(doc.tokens[m.first - 1].span) == "," ? 1u : 0u) : 0u);
  sink.add(18, (static_cast<std::uint64_t>(m.role) << 8) | tied);
}

}  // namespace

bool agree(const ChainState& state, std::uint32_t m, std::uint32_t antecedent) {
  const CandidateMention& mention = state.mentions[m];
  const Chain& chain = state.chains[state.chain_of[antecedent]];
  const bool person_noun = chain.kind == 0 || chain.noun.file == kPersonFile;
  if (mention.gender != Gender::unknown && chain.gender != Gender::unknown &&
      mention.gender != chain.gender) {
    return false;
  }
  if (mention.gender == Gender::thing && person_noun) return false;
  return mention.number == Number::unknown || chain.number == Number::unknown ||
         mention.number == chain.number;
}

void features_of_new(const Document& doc, const ChainState& state, std::uint32_t m,
                     std::vector<std::uint32_t>& rows) {
  const CandidateMention& mention = state.mentions[m];
  RowSink<2> sink({1, mix(2, type_of(mention))}, rows);
  const auto seen_word = state.last_of_word.contains(mention.head_key);
  const auto seen_phrase = state.last_of_phrase.contains(mention.phrase_key);
  sink.add(30, 0);
  sink.add(31, (seen_word ? 1u : 0u) | (seen_phrase ? 2u : 0u) | (mention.modifiers == 0 ? 4u : 0u));
  sink.add(32, static_cast<std::uint64_t>(mention.role));
  sink.add(33, class_of(kind_of(mention), mention.noun));
  sink.add(34, mention.head_key);
  sink.add(35, bucket(mention.last - mention.first));
  sink.add(36, std::min(m, 3u));
  sink.add(37, (mention.last > mention.core_last ? 1u : 0u) |
                   (mention.core_last > mention.head + 1 ? 2u : 0u) | (mention.quoted ? 4u : 0u));
  sink.add(38, static_cast<std::uint64_t>(mention.number));
  std::uint32_t agreeing = 0;
  for (const std::uint32_t a : state.antecedents) agreeing += agree(state, m, a) ? 1 : 0;
  sink.add(39, bucket(agreeing));
  sink.add(40, static_cast<std::uint64_t>(doc.arcs[mention.head].deprel));
  sink.end();
}

void features_of_pair(const Document& doc, const ChainState& state, std::uint32_t m, std::uint32_t antecedent,
                      std::uint32_t rank, std::vector<std::uint32_t>& rows) {
  const CandidateMention& mention = state.mentions[m];
  const CandidateMention& a = state.mentions[antecedent];
  const Chain& chain = state.chains[state.chain_of[antecedent]];
  const std::uint64_t mine = mix(3, type_of(mention));
  PairSink sink({2, mine, mix(mine, coarse_type(a) + 1)}, rows);
  sink.add(0, agree(state, m, antecedent) ? 1 : 0);
  add_words(state, mention, a, chain, sink);
  add_agreement(mention, a, chain, sink);
  add_place(doc, mention, a, chain, m - antecedent, rank, sink);
  sink.end();
}

}  // namespace hearsay
