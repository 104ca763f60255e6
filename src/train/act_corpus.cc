#include "train/act_corpus.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "train/act_examples.h"
#include "train/act_stories.h"
#include "train/attribution_corpus.h"
#include "train/reading_stages.h"
#include "train/wordnet.h"

namespace hearsay {
namespace {

// How common the acts are among the attributions of news, roughly: our examples have
// as many of the rare ones, so that there is something to learn them from.
constexpr std::array<float, kActCount> kShare = {.40f, .04f, .07f, .03f, .05f, .01f, .04f, .02f,
                                                 .07f, .05f, .03f, .06f, .03f, .05f, .15f};

// Only senses that some example's words have carry weight.
std::vector<SenseEntry> useful_senses(const std::vector<SenseEntry>& all, const std::vector<Facts>& facts) {
  std::unordered_set<std::uint32_t> seen;
  for (const Facts& f : facts) {
    for (const TokenFacts& t : f.tokens) {
      for (const SenseEntry s : find_senses(all, t.lemma)) seen.insert(synset_of(s));
    }
  }
  std::vector<SenseEntry> kept;
  for (const SenseEntry s : all) {
    if (seen.contains(synset_of(s))) kept.push_back(s);
  }
  return kept;
}

// How much an example must count for its act to have its share of all.
float weigh_act(Act act, const std::array<float, kActCount>& of_act) {
  const auto a = static_cast<std::size_t>(act);
  return kShare[a] * std::accumulate(of_act.begin(), of_act.end(), 0.0f) / of_act[a];
}

std::vector<MarkedAct> mark_ours(const std::vector<ActExample>& examples, const std::vector<Facts>& facts,
                                 const std::vector<ActFrame>& frames, std::span<const SenseEntry> senses) {
  std::array<float, kActCount> of_act{};
  for (const ActExample& e : examples) ++of_act[static_cast<std::size_t>(e.attribution.act)];
  std::vector<MarkedAct> marked(examples.size());
  for (std::size_t k = 0; k < examples.size(); ++k) {
    find_act_clues(senses, facts[k], frames[k], marked[k].clues);
    marked[k].cue = facts[k].tokens[frames[k].cue.head].lemma;
    marked[k].act = examples[k].attribution.act;
    marked[k].negated = examples[k].attribution.negated;
    marked[k].weight = std::sqrt(weigh_act(marked[k].act, of_act));
  }
  return marked;
}

// The acts that a cue's lemma has in our examples, negated ones left out.
std::unordered_map<std::uint32_t, std::array<int, kActCount>> count_acts(const std::vector<MarkedAct>& ours) {
  std::unordered_map<std::uint32_t, std::array<int, kActCount>> counts;
  for (const MarkedAct& m : ours) {
    if (!m.negated) ++counts[m.cue][static_cast<std::size_t>(m.act)];
  }
  return counts;
}

// The corpus, labelled from afar: a cue that has one act in our examples has it there, too.
Result<Success> add_distant(const ActTraining& training, std::span<const WordClassEntry> classes,
                            std::span<const SenseEntry> senses, std::vector<MarkedAct>& marked) {
  const auto articles = read_articles(training.data / "attribution/train.jsonl", training.models, classes);
  if (!articles) return articles.error();
  const auto counts = count_acts(marked);
  for (const AnnotatedArticle& article : *articles) {
    for (const GoldRoles& g : article.gold) {
      const auto found = counts.find(article.facts.tokens[g.cue.head].lemma);
      if (found == counts.end()) continue;
      const auto& acts = found->second;
      const auto kinds = std::count_if(acts.begin(), acts.end(), [](int n) { return n > 0; });
      const auto top = std::max_element(acts.begin(), acts.end());
      if (kinds > 1 || *top < 2) continue;
      MarkedAct m{
          .act = static_cast<Act>(top - acts.begin()), .weight = training.distant_weight, .is_ours = false};
      ActFrame frame{.cue = g.cue, .content = {}};
      for (const WordRange r : g.content) frame.content.push_back({r.first, r.last});
      find_act_clues(senses, article.facts, frame, m.clues);
      marked.push_back(std::move(m));
    }
  }
  return Success{};
}

// The statements of stories, so that each act has its share of them.
void add_stories(std::vector<MarkedAct> statements, ActCorpus& corpus) {
  std::array<float, kActCount> of_act{};
  for (const MarkedAct& m : statements) ++of_act[static_cast<std::size_t>(m.act)];
  for (MarkedAct& m : statements) {
    m.weight = weigh_act(m.act, of_act);
    corpus.marked.push_back(std::move(m));
  }
  corpus.stories = statements.size();
}

}  // namespace

Result<ActCorpus> read_act_corpus(const ActTraining& training) {
  const auto ours = read_act_examples(training.examples);
  if (!ours) return ours.error();
  const auto classes = read_word_classes(training.wordnet);
  if (!classes) return classes.error();
  const auto all_senses = read_word_senses(training.wordnet);
  if (!all_senses) return all_senses.error();
  auto stages = ReadingStages::load(training.models);
  if (!stages) return stages.error();
  FactsScratch scratch;
  std::vector<Facts> facts(ours->size());
  std::vector<ActFrame> frames(ours->size());
  for (std::size_t k = 0; k < ours->size(); ++k) {
    Document doc;
    doc.text = (*ours)[k].text;
    stages->read(doc);
    collect_facts(doc, *classes, scratch, facts[k]);
    find_frame(doc, facts[k], (*ours)[k].attribution, frames[k]);
  }
  ActCorpus corpus;
  corpus.ours = ours->size();
  corpus.senses = useful_senses(*all_senses, facts);
  corpus.marked = mark_ours(*ours, facts, frames, corpus.senses);
  const auto added = add_distant(training, *classes, corpus.senses, corpus.marked);
  if (!added) return added.error();
  auto statements = read_act_stories(training.stories, training.models, *classes, corpus.senses);
  if (!statements) return statements.error();
  add_stories(*std::move(statements), corpus);
  return corpus;
}

}  // namespace hearsay
