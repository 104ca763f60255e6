// The attribution model, without its network, as sections of a model file (docs/model-format.md).
#ifndef HEARSAY_SRC_ATTRIBUTION_ATTRIBUTION_FILE_H_
#define HEARSAY_SRC_ATTRIBUTION_ATTRIBUTION_FILE_H_

#include "hearsay/result.h"
#include "model/model_file.h"

namespace hearsay {

struct AttributionModel;

// A writer that holds the model without the network, whatever its views point to.
ModelWriter write_attribution(const AttributionModel& model);

// The model that the files hold; it keeps them. Fails with corrupt_model if a section
// is missing or a value is out of range.
Result<AttributionModel> read_attribution(ModelFile file, ModelFile network);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_ATTRIBUTION_FILE_H_
