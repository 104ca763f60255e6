// Acts: what each attribution does (asserts, denies, promises), and whether the text
// says that it was not done. A multinomial logistic regression over hashed clues in
// cue and content, and in the rest of the article.
//
// Reads:    text, strings, sentences, tokens, tags, arcs, mentions, attributions, source_entities
// Writes:   act and negated of each attribution
// Cost:     O(attributions); once `scratch` is warm, allocates nothing
// Threads:  one ActModel may serve any number of threads; one scratch each
#ifndef HEARSAY_SRC_ATTRIBUTION_ACTS_H_
#define HEARSAY_SRC_ATTRIBUTION_ACTS_H_

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "attribution/act_clues.h"
#include "attribution/act_context.h"
#include "attribution/weight_table.h"
#include "hearsay/document.h"
#include "hearsay/result.h"
#include "model/model_file.h"

namespace hearsay {

// Changes with the meaning of clues or sections: older weights are then refused.
inline constexpr std::uint32_t kActVersion = 2;

// One score an act, and then one for "negated".
inline constexpr int kActScores = kActCount + 1;
using ActScores = std::array<std::int32_t, kActScores>;

// Views into `file`.
struct ActModel {
  ModelFile file;
  std::span<const SenseEntry> senses;
  WeightTable<kActScores> table;
};

struct ActScratch {
  ActFrame frame;
  ActScene scene;
  std::vector<ActClue> clues;
};

// Fails with not_found or io if the file cannot be read, corrupt_model if its size,
// version, checksum or a value is wrong.
Result<ActModel> load_acts(const std::filesystem::path& path);
Result<ActModel> read_act_model(ModelFile file);

// A writer that holds the model, whatever its views point to.
ModelWriter write_acts(const ActModel& model);

// The sum of the clues' weights.
ActScores score_act(const ActModel& model, std::span<const ActClue> clues);

// What a plain assertion gets on top of its score (0.29 in log-probability): to call
// something a denial that is none misleads more than to miss one.
inline constexpr std::int32_t kPlainBonus = 1200;

// The act of highest score, with the bonus; of equals, the first.
Act best_act(const ActScores& scores);

// Fills scratch.clues with those of attribution `number`; none where its cue is no word.
// Requires: scratch.scene is that of `doc`.
void find_all_clues(const ActModel& model, const Document& doc, const Facts& facts, std::uint32_t number,
                    ActScratch& scratch);

// Cannot fail, and fills scratch.scene. Requires: `facts` are those of `doc`; source_entities
// has an element for each attribution.
void read_acts(const ActModel& model, const Facts& facts, Document& doc, ActScratch& scratch);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_ACTS_H_
