#include "parser/parser.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <utility>

#include "document/labels.h"

namespace hearsay {
namespace {

// A sentence longer than this is parsed in pieces, which bounds the memory.
constexpr std::uint32_t kWindow = 4096;

// Four bytes as four 16-bit lanes, in which kActionTemplates of them can be summed.
constexpr std::uint64_t spread(std::uint32_t row) {
  std::uint64_t x = row;
  x = (x | (x << 16)) & 0x0000FFFF0000FFFFu;
  return (x | (x << 8)) & 0x00FF00FF00FF00FFu;
}
static_assert(spread(0x04030201) == 0x0004000300020001u);
static_assert(kActionTemplates * 255 < 65536);

// The best of the legal actions; of equals, the first.
Action best_action(const ParserModel& model, const ParserState& state, unsigned legal) {
  if (std::has_single_bit(legal)) return static_cast<Action>(std::countr_zero(legal));
  ActionFeatureList features;
  action_features(state, features);
  const ActionTable& table = model.actions;
  for (const std::uint64_t f : features) __builtin_prefetch(&table.rows[row_of(f, table.bits)]);
  std::uint64_t sums = 0;
  for (const std::uint64_t f : features) sums += spread(table.rows[row_of(f, table.bits)]);
  unsigned best = kActionCount;
  int best_score = -1;
  for (unsigned action = 0; action < kActionCount; ++action) {
    const int score = static_cast<int>((sums >> (16 * action)) & 0xFFFF);
    if ((legal >> action & 1) == 0 || score <= best_score) continue;
    best = action;
    best_score = score;
  }
  return static_cast<Action>(best);
}

std::uint8_t best_relation(const ParserModel& model, const ParserState& state, std::uint32_t head,
                           std::uint32_t dependent) {
  if (head == state.root()) return kNoRelation;
  RelationFeatureList features;
  relation_features(state, head, dependent, features);
  for (const std::uint64_t f : features) model.relation_weights.prefetch(f);
  std::array<std::int32_t, kMaxRelations> scores{};
  for (const std::uint64_t f : features) model.relation_weights.add(f, scores.data());
  const auto end = scores.begin() + static_cast<std::ptrdiff_t>(model.relations.size());
  return static_cast<std::uint8_t>(std::max_element(scores.begin(), end) - scores.begin());
}

void run(const ParserModel& model, ParserState& state) {
  while (!state.is_finished()) {
    const Action action = best_action(model, state, legal_actions(state));
    std::uint8_t relation = kNoRelation;
    if (action == Action::right) {
      relation = best_relation(model, state, state.stack.back(), state.next);
    } else if (action == Action::left) {
      relation = best_relation(model, state, state.next, state.stack.back());
    }
    take_action(state, action, relation);
  }
}

// Parses the tokens of `piece`. Words without a head hang on the first of them, and
// that one on token `root`, or is the root if that is kNone. Returns the first one.
std::uint32_t parse_piece(const ParserModel& model, Sentence piece, std::uint32_t root, Document& doc,
                          ParserScratch& scratch) {
  ParserState& state = scratch.state;
  start_state(doc, piece, scratch.buffer, state);
  run(model, state);
  std::uint32_t top = kNone;
  for (std::uint32_t i = 0; i < state.root(); ++i) {
    const ParserNode& node = state.nodes[i];
    if (node.head != state.root()) {
      const Relation relation = model.relations[node.relation];
      doc.arcs.push_back({piece.first_token + node.head, relation.deprel, relation.subtype});
    } else if (top == kNone) {
      top = piece.first_token + i;
      doc.arcs.push_back({root, root == kNone ? Deprel::root : Deprel::parataxis});
    } else {
      const Relation relation = model.relations[best_relation(model, state, top - piece.first_token, i)];
      doc.arcs.push_back({top, relation.deprel, relation.subtype});
    }
  }
  return top;
}

}  // namespace

std::string to_text(const Relation& relation) {
  std::string text(to_string(relation.deprel));
  if (relation.subtype == DeprelSubtype::none) return text;
  text += ':';
  return text.append(to_string(relation.subtype));
}

std::optional<Relation> parse_relation(std::string_view text) {
  const std::size_t colon = std::min(text.find(':'), text.size());
  const auto deprel = find_deprel(text.substr(0, colon));
  if (!deprel) return std::nullopt;
  if (colon == text.size()) return Relation{*deprel};
  const auto subtype = find_deprel_subtype(text.substr(colon + 1));
  if (!subtype || *subtype == DeprelSubtype::none) return std::nullopt;
  return Relation{*deprel, *subtype};
}

Result<ParserModel> load_parser(const std::filesystem::path& path) {
  Result<ModelFile> file = ModelFile::open(path, "parser", kParserVersion);
  if (!file) return file.error();
  return load_parser(*std::move(file));
}

Result<ParserModel> load_parser(ModelFile file) {
  ParserModel model;
  const auto relations = file.strings("relations");
  if (!relations) return relations.error();
  for (const std::string& text : *relations) {
    const std::optional<Relation> relation = parse_relation(text);
    if (!relation) return file.corrupt("section relations: unknown relation '" + text + "'");
    model.relations.push_back(*relation);
  }
  if (model.relations.empty() || model.relations.size() > kMaxRelations) {
    return file.corrupt("section relations: expected 1 to " + std::to_string(kMaxRelations) + ", found " +
                        std::to_string(model.relations.size()));
  }
  const auto actions = file.array<std::uint32_t>("actions");
  if (!actions) return actions.error();
  if (actions->size() < 2 || !std::has_single_bit(actions->size())) {
    return file.corrupt("section actions: expected 2^n rows, found " + std::to_string(actions->size()));
  }
  const auto weights = load_sparse_table(file, "relation", static_cast<int>(model.relations.size()));
  if (!weights) return weights.error();
  model.actions = {*actions, std::countr_zero(actions->size())};
  model.relation_weights = *weights;
  model.file = std::move(file);
  return model;
}

void parse(const ParserModel& model, Document& doc, ParserScratch& scratch) {
  assert(doc.arcs.empty() && doc.tags.size() == doc.tokens.size());
  doc.arcs.reserve(doc.tokens.size());
  for (const Sentence s : doc.sentences) {
    std::uint32_t root = kNone;
    for (std::uint32_t begin = s.first_token; begin < s.last_token; begin += kWindow) {
      const std::uint32_t top =
          parse_piece(model, {begin, std::min(s.last_token, begin + kWindow)}, root, doc, scratch);
      if (root == kNone) root = top;
    }
  }
}

void store_action_table(ModelWriter& writer, std::span<const float> weights, float scale) {
  std::vector<std::uint32_t> rows(weights.size() / kActionCount, 0);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const long weight = std::clamp(std::lround(weights[i] / scale), -127L, 127L);
    rows[i / kActionCount] |= static_cast<std::uint32_t>(weight + 128) << (8 * (i % kActionCount));
  }
  writer.add<std::uint32_t>("actions", rows);
}

}  // namespace hearsay
