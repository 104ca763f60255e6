// The attribution model as sections of a model file (docs/model-format.md).
#ifndef HEARSAY_SRC_ATTRIBUTION_ATTRIBUTION_FILE_H_
#define HEARSAY_SRC_ATTRIBUTION_ATTRIBUTION_FILE_H_

#include "attribution/attribution.h"
#include "hearsay/result.h"
#include "model/model_file.h"

namespace hearsay {

// A writer that holds the model, whatever its views point to.
ModelWriter write_attribution(const AttributionModel& model);

// The model that the file holds; it keeps the file. Fails with corrupt_model if a
// section is missing or a value is out of range.
Result<AttributionModel> read_attribution(ModelFile file);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_ATTRIBUTION_FILE_H_
