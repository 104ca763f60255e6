#include "train/statement_stages.h"

#include "entities/sources.h"

namespace hearsay {

Result<StatementStages> StatementStages::load(const std::filesystem::path& folder) {
  auto reading = ReadingStages::load(folder);
  if (!reading) return reading.error();
  auto coreference = load_coreference(folder / "coreference.model");
  if (!coreference) return coreference.error();
  auto attribution = load_attribution(folder);
  if (!attribution) return attribution.error();
  StatementStages stages(*std::move(reading));
  stages.coreference_ = *std::move(coreference);
  stages.attribution_ = *std::move(attribution);
  return stages;
}

void StatementStages::read(Document& doc) {
  reading_.read(doc);
  find_entities(coreference_, doc, entity_scratch_);
  find_attributions(attribution_, doc, attribution_scratch_);
  link_sources(coreference_, doc);
}

}  // namespace hearsay
