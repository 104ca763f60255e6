#include "attribution/acts.h"

#include <algorithm>
#include <utility>

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

void find_all_clues(const ActModel& model, const Document& doc, const Facts& facts, std::uint32_t number,
                    ActScratch& scratch) {
  scratch.clues.clear();
  find_frame(doc, facts, doc.attributions[number], scratch.frame);
  if (scratch.frame.cue.first == scratch.frame.cue.last) return;
  find_act_clues(model.senses, facts, scratch.frame, scratch.clues);
  find_context_clues(doc, facts, scratch.scene, scratch.frame, number, scratch.clues);
}

void read_acts(const ActModel& model, const Facts& facts, Document& doc, ActScratch& scratch) {
  collect_scene(doc, facts, scratch.scene);
  for (std::uint32_t i = 0; i < doc.attributions.size(); ++i) {
    find_all_clues(model, doc, facts, i, scratch);
    if (scratch.clues.empty()) continue;
    const ActScores scores = score_act(model, scratch.clues);
    doc.attributions[i].act = best_act(scores);
    doc.attributions[i].negated = scores[kActCount] > 0;
  }
}

}  // namespace hearsay
