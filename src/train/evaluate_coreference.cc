#include "train/evaluate_coreference.h"

#include <map>
#include <set>
#include <utility>

#include "train/reading_stages.h"

namespace hearsay {
namespace {

std::uint64_t span_key(std::uint32_t first, std::uint32_t last) {
  return (std::uint64_t{first} << 32) | last;
}

// Of gold mentions with the same head, the narrower one is told by that head; the
// others by a number that no prediction has.
Chains gold_chains(const std::vector<GoldMention>& mentions, bool by_head) {
  std::map<std::uint32_t, std::uint32_t> narrowest;  // head: index of the mention
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const auto [found, added] = narrowest.emplace(mentions[i].head, i);
    const GoldMention& other = mentions[found->second];
    if (!added && mentions[i].last - mentions[i].first < other.last - other.first) found->second = i;
  }
  std::map<std::uint32_t, std::vector<std::uint64_t>> chains;
  std::set<std::uint64_t> seen;
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const GoldMention& m = mentions[i];
    std::uint64_t key = by_head ? m.head : span_key(m.first, m.last);
    if (by_head && narrowest[m.head] != i) key = (std::uint64_t{1} << 63) | i;
    if (seen.insert(key).second) chains[m.entity].push_back(key);
  }
  Chains out;
  for (auto& [ignored, chain] : chains) out.push_back(std::move(chain));
  return out;
}

Chains predicted_chains(const ChainState& state, bool by_head) {
  Chains out(state.chains.size());
  std::set<std::uint64_t> seen;
  for (std::size_t i = 0; i < state.mentions.size(); ++i) {
    const CandidateMention& m = state.mentions[i];
    if (m.adjectival) continue;
    const std::uint64_t key = by_head ? m.head : span_key(m.first, m.last);
    if (seen.insert(key).second) out[state.chain_of[i]].push_back(key);
  }
  std::erase_if(out, [](const auto& chain) { return chain.empty(); });
  return out;
}

}  // namespace

void add_document(const CoreferenceDocument& gold, const ChainState& state,
                  CoreferenceEvaluation& evaluation) {
  const Chains gold_heads = gold_chains(gold.mentions, true);
  const Chains heads = predicted_chains(state, true);
  add_document(gold_heads, heads, evaluation.heads_with_singletons);
  add_document(without_singletons(gold_heads), without_singletons(heads), evaluation.heads);
  add_document(without_singletons(gold_chains(gold.mentions, false)),
               without_singletons(predicted_chains(state, false)), evaluation.spans);
}

Result<CoreferenceEvaluation> evaluate_coreference(const std::filesystem::path& gold,
                                                   const std::filesystem::path& models) {
  auto corpus = read_coreference_corpus(gold);
  if (!corpus) return corpus.error();
  auto stages = ReadingStages::load(models);
  if (!stages) return stages.error();
  const auto model = load_coreference(models / "coreference.model");
  if (!model) return model.error();
  CoreferenceScratch scratch;
  CoreferenceEvaluation evaluation;
  for (CoreferenceDocument& document : *corpus) {
    stages->read_words(document.doc);
    find_chains(*model, document.doc, scratch);
    add_document(document, scratch.state, evaluation);
  }
  return evaluation;
}

}  // namespace hearsay
