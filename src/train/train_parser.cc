#include "train/train_parser.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "parser/parser.h"
#include "train/oracle.h"
#include "train/perceptron.h"
#include "train/random.h"

namespace hearsay {
namespace {

struct Example {
  const Document* doc = nullptr;
  Sentence sentence;
  std::vector<std::uint32_t> heads;     // as ParserState numbers words
  std::vector<std::uint8_t> relations;  // kNoRelation for the root's child
};

struct Learner {
  Perceptron actions;
  Perceptron relations;
  Random random;
  std::uint32_t exploration_percent = 0;
  int action_mistakes = 0;
  int relation_mistakes = 0;
};

using RelationIndex = std::map<std::string, std::uint8_t>;

std::string relation_text(const Arc& arc) { return to_text(Relation{arc.deprel, arc.subtype}); }

RelationIndex find_relations(const std::vector<Document>& docs) {
  RelationIndex relations;
  for (const Document& doc : docs) {
    for (const Arc& arc : doc.arcs) {
      if (arc.head != kNone) relations.emplace(relation_text(arc), 0);
    }
  }
  std::uint8_t next = 0;
  for (auto& [text, index] : relations) index = next++;
  return relations;
}

std::vector<Example> make_examples(const std::vector<Document>& docs, const RelationIndex& relations) {
  std::vector<Example> examples;
  for (const Document& doc : docs) {
    for (const Sentence s : doc.sentences) {
      Example& example = examples.emplace_back(Example{.doc = &doc, .sentence = s});
      for (std::uint32_t t = s.first_token; t < s.last_token; ++t) {
        const Arc& arc = doc.arcs[t];
        const bool is_root = arc.head == kNone;
        example.heads.push_back((is_root ? s.last_token : arc.head) - s.first_token);
        example.relations.push_back(is_root ? kNoRelation : relations.at(relation_text(arc)));
      }
    }
  }
  return examples;
}

// The relation the learner gives an arc; learns from it if the arc is right.
std::uint8_t choose_relation(Learner& learner, const ParserState& state, std::uint32_t head,
                             std::uint32_t dependent, const Example& example) {
  if (head == state.root()) return kNoRelation;
  RelationFeatureList features;
  relation_features(state, head, dependent, features);
  std::array<std::int32_t, kMaxRelations> scores{};
  const auto count = static_cast<std::size_t>(learner.relations.label_count);
  add_scores(learner.relations, features, {scores.data(), count});
  const auto best = static_cast<std::uint8_t>(
      std::max_element(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(count)) - scores.begin());
  if (example.heads[dependent] != head) return best;
  const std::uint8_t gold = example.relations[dependent];
  if (best != gold) {
    update(learner.relations, features, gold, best);
    ++learner.relation_mistakes;
  }
  ++learner.relations.time;
  return best;
}

// Best by score of the actions in `allowed`.
int best_of(const std::array<std::int32_t, kActionCount>& scores, unsigned allowed) {
  int best = -1;
  for (int action = 0; action < static_cast<int>(kActionCount); ++action) {
    if ((allowed >> action & 1) == 0) continue;
    if (best < 0 || scores[static_cast<std::size_t>(action)] > scores[static_cast<std::size_t>(best)]) {
      best = action;
    }
  }
  return best;
}

// Those of the legal actions that cost least. Not all of them cost something unless the
// gold tree is not projective.
unsigned cheapest(const std::array<int, kActionCount>& costs, unsigned legal) {
  std::array<std::int32_t, kActionCount> gains{};
  for (std::size_t a = 0; a < kActionCount; ++a) gains[a] = -costs[a];
  const int best = gains[static_cast<std::size_t>(best_of(gains, legal))];
  unsigned out = 0;
  for (std::size_t a = 0; a < kActionCount; ++a) out |= gains[a] == best ? 1u << a : 0;
  return out & legal;
}

// The action to take next; learns from the mistake if the learner would take one that
// costs more than need be.
Action choose_action(Learner& learner, const ParserState& state, const Example& example) {
  const unsigned legal = legal_actions(state);
  if ((legal & (legal - 1)) == 0) return static_cast<Action>(best_of({}, legal));
  ActionFeatureList features;
  action_features(state, features);
  std::array<std::int32_t, kActionCount> scores{};
  add_scores(learner.actions, features, scores);
  const std::array<int, kActionCount> costs = action_costs(state, example.heads);
  const int best = best_of(scores, legal);
  const int best_right = best_of(scores, cheapest(costs, legal));
  if (best != best_right) {
    update(learner.actions, features, best_right, best);
    ++learner.action_mistakes;
  }
  ++learner.actions.time;
  const bool explores = learner.random.below(100) < learner.exploration_percent;
  return static_cast<Action>(explores ? best : best_right);
}

void learn(Learner& learner, const Example& example, ParserState& state, std::string& buffer) {
  start_state(*example.doc, example.sentence, buffer, state);
  while (!state.is_finished()) {
    const Action action = choose_action(learner, state, example);
    std::uint8_t relation = kNoRelation;
    if (action == Action::right) {
      relation = choose_relation(learner, state, state.stack.back(), state.next, example);
    } else if (action == Action::left) {
      relation = choose_relation(learner, state, state.next, state.stack.back(), example);
    }
    take_action(state, action, relation);
  }
}

Learner make_learner(const ParserTraining& options, std::size_t relation_count) {
  Learner learner{.actions = Perceptron(options.action_bits, static_cast<int>(kActionCount)),
                  .relations = Perceptron(options.relation_bits, static_cast<int>(relation_count)),
                  .random = {options.seed}};
  learner.actions.min_mistakes = options.action_min_mistakes;
  learner.relations.min_mistakes = options.relation_min_mistakes;
  return learner;
}

void fit(const ParserTraining& options, const std::vector<Example>& examples, Learner& learner,
         const Progress& progress) {
  std::vector<const Example*> order;
  for (const Example& example : examples) order.push_back(&example);
  ParserState state;
  std::string buffer;
  for (int iteration = 1; iteration <= options.iterations; ++iteration) {
    shuffle(order, learner.random);
    learner.action_mistakes = learner.relation_mistakes = 0;
    for (const Example* example : order) learn(learner, *example, state, buffer);
    learner.exploration_percent = options.exploration_percent;
    progress("parser: iteration " + std::to_string(iteration) + ": " +
             std::to_string(learner.action_mistakes) + " wrong actions, " +
             std::to_string(learner.relation_mistakes) + " wrong relations");
  }
}

Result<Success> store(const ParserTraining& options, const Learner& learner, const RelationIndex& relations) {
  ModelWriter writer("parser", kParserVersion);
  std::vector<std::string> texts;
  for (const auto& [text, index] : relations) texts.push_back(text);
  writer.add_strings("relations", texts);
  store_action_table(writer, averaged(learner.actions), options.action_scale);
  store_sparse_table(writer, "relation", averaged(learner.relations), options.relation_bits,
                     static_cast<int>(relations.size()), options.relation_scale);
  return writer.write(options.tagger.output / "parser.model");
}

}  // namespace

Result<Success> train_parser(const ParserTraining& options, const Progress& progress) {
  Result<std::vector<Document>> docs = read_training_treebanks(options.tagger.data);
  if (!docs) return docs.error();
  const RelationIndex relations = find_relations(*docs);
  if (relations.size() > kMaxRelations) {
    return Error{ErrorCode::invalid_input, "treebank: expected up to " + std::to_string(kMaxRelations) +
                                               " relations, found " + std::to_string(relations.size())};
  }
  jackknife_tags(options.tagger, *docs, progress);
  const std::vector<Example> examples = make_examples(*docs, relations);
  Learner learner = make_learner(options, relations.size());
  fit(options, examples, learner, progress);
  return store(options, learner, relations);
}

}  // namespace hearsay
