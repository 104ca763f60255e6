#include "entities/bare_descriptions.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "document/unicode.h"
#include "model/feature_hash.h"

namespace hearsay {
namespace {

class Tier {
 public:
  Tier(std::span<const NounEntry> nouns, const Document& doc, ChainState& state)
      : nouns_(nouns), doc_(doc), state_(state) {}

  void run() {
    std::vector<std::uint32_t> new_chain(state_.chains.size());
    for (std::uint32_t c = 0; c < new_chain.size(); ++c) new_chain[c] = c;
    std::vector<bool> begun(state_.chains.size(), false);
    for (std::uint32_t m = 0; m < state_.mentions.size(); ++m) {
      const std::uint32_t chain = state_.chain_of[m];
      const bool first = !begun[chain];
      begun[chain] = true;
      if (first && state_.chains[chain].name_group == kNone && may_be_business(state_.mentions[m])) {
        const std::uint32_t named = find_named(m);
        if (named != kNone) new_chain[chain] = named;
      }
    }
    for (std::uint32_t& chain : state_.chain_of) chain = new_chain[chain];
  }

 private:
  // An article and a noun that may stand for any business, unlike "the court"; nouns
  // before it only count where a single organisation is named nearby.
  bool may_be_business(const CandidateMention& m) const {
    constexpr std::array<std::string_view, 17> kAny = {
        "company", "firm",         "chain",  "carrier",   "operator",   "retailer",
        "airline", "manufacturer", "maker",  "developer", "contractor", "supplier",
        "insurer", "charity",      "agency", "watchdog",  "regulator"};
    if (m.form != MentionForm::nominal || m.determination != Determination::definite) return false;
    if (m.number != Number::singular || !m.noun.has(kOrganizationNoun)) return false;
    return m.core_last == m.head + 1 && std::ranges::count(kAny, doc_.strings[doc_.tags[m.head].lemma]) > 0;
  }

  // Whether the last word of the name is an organisation's: not what others are called by.
  bool is_called(const CandidateMention& name, const CandidateMention& m) const {
    const Span span = state_.names.names[name.name].span;
    const std::string_view words = doc_.at(span);
    std::string lower;
    to_lower(words.substr(words.find_last_of(' ') + 1), lower);
    const std::uint64_t key = hash_bytes(lower) | 1;
    return key == m.head_key || !find_noun(nouns_, key).has(kOrganizationNoun);
  }

  bool is_bare(const CandidateMention& m) const {
    constexpr std::array<std::string_view, 3> kBodies = {"agency", "watchdog", "regulator"};
    return m.head == m.core_first + 1 &&
           std::ranges::count(kBodies, doc_.strings[doc_.tags[m.head].lemma]) == 0;
  }

  // The agency of a dateline: "OSLO (NPA) -".
  bool is_in_brackets(std::uint32_t token) const {
    return token > 0 && doc_.at(doc_.tokens[token - 1].span) == "(";
  }

  std::uint32_t find_named(std::uint32_t m) const {
    constexpr std::uint32_t kWindow = 40, kSentences = 5;
    const CandidateMention& mention = state_.mentions[m];
    std::uint32_t only = kNone;
    for (std::uint32_t k = 1; k <= std::min(m, kWindow); ++k) {
      const CandidateMention& a = state_.mentions[m - k];
      if (mention.sentence - a.sentence > kSentences) break;
      if (a.name == kNone || a.kind != EntityKind::organization || a.adjectival) continue;
      if (is_in_brackets(a.head) || !is_called(a, mention) ||
          doc_.arcs[a.head].head == doc_.arcs[mention.head].head)
        continue;
      const std::uint32_t chain = state_.chain_of[m - k];
      if (is_bare(mention)) return chain;
      if (only != kNone && only != chain) return kNone;
      only = chain;
    }
    return only;
  }

  std::span<const NounEntry> nouns_;
  const Document& doc_;
  ChainState& state_;
};

}  // namespace

void tie_bare_descriptions(std::span<const NounEntry> nouns, const Document& doc, ChainState& state) {
  Tier(nouns, doc, state).run();
}

}  // namespace hearsay
