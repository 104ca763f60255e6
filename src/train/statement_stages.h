// The stages up to attributions and their sources, as training of what follows runs them.
#ifndef HEARSAY_SRC_TRAIN_STATEMENT_STAGES_H_
#define HEARSAY_SRC_TRAIN_STATEMENT_STAGES_H_

#include <filesystem>
#include <utility>

#include "attribution/attribution.h"
#include "entities/entities.h"
#include "train/reading_stages.h"

namespace hearsay {

class StatementStages {
 public:
  // Loads their models and no other; fails as their loaders do.
  static Result<StatementStages> load(const std::filesystem::path& folder);

  // Finds statements and who makes them; acts stay as they are. Requires: all layers are empty.
  void read(Document& doc);

 private:
  explicit StatementStages(ReadingStages reading) : reading_(std::move(reading)) {}

  ReadingStages reading_;
  CoreferenceModel coreference_;
  AttributionModel attribution_;
  EntityScratch entity_scratch_;
  AttributionScratch attribution_scratch_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_STATEMENT_STAGES_H_
