#include "attribution/acts.h"

#include <algorithm>
#include <utility>

#include "attribution/token_spans.h"

namespace hearsay {
Result<ActModel> load_acts(const std::filesystem::path& path) {
  auto file = ModelFile::open(path, "acts", kActVersion);
  if (!file) return file.error();
  return read_act_model(*std::move(file));
}

Result<ActModel> read_act_model(ModelFile file) {
  ActModel model;
  const auto senses = file.array<SenseEntry>("senses");
  if (!senses) return senses.error();
  if (!std::is_sorted(senses->begin(), senses->end())) return file.corrupt("section senses: not sorted");
  const auto table = load_weight_table<kActScores>(file, "weights");
  if (!table) return table.error();
  model.senses = *senses;
  model.table = *table;
  model.file = std::move(file);
  return model;
}

ModelWriter write_acts(const ActModel& model) {
  ModelWriter writer("acts", kActVersion);
  writer.add<SenseEntry>("senses", model.senses);
  writer.add<WeightRow<kActScores>>("weights", model.table.rows);
  return writer;
}

void find_frame(const Document& doc, const Facts& facts, const Attribution& a, ActFrame& out) {
  const Window first = tokens_under(doc, a.cue.front());
  const Window last = tokens_under(doc, a.cue.back());
  out.cue = {first.first, last.last, 0};
  out.content.clear();
  if (first.first == last.last) return;
  out.cue.head = head_of(facts, out.cue.first, out.cue.last);
  for (const Span s : a.content) out.content.push_back(tokens_under(doc, s));
}

ActScores score_act(const ActModel& model, std::span<const ActClue> clues) {
  for (const ActClue& c : clues) model.table.prefetch(c.feature);
  ActScores scores{};
  for (const ActClue& c : clues) model.table.add(c.feature, scores);
  return scores;
}

Act best_act(const ActScores& scores) {
  ActScores fair = scores;
  fair[static_cast<std::size_t>(Act::assert_)] += kPlainBonus;
  return static_cast<Act>(std::max_element(fair.begin(), fair.begin() + kActCount) - fair.begin());
}

void read_acts(const ActModel& model, const Facts& facts, Document& doc, ActScratch& scratch) {
  for (Attribution& a : doc.attributions) {
    find_frame(doc, facts, a, scratch.frame);
    if (scratch.frame.cue.first == scratch.frame.cue.last) continue;
    find_act_clues(model.senses, facts, scratch.frame, scratch.clues);
    const ActScores scores = score_act(model, scratch.clues);
    a.act = best_act(scores);
    a.negated = scores[kActCount] > 0;
  }
}

}  // namespace hearsay
