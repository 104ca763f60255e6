#ifndef HEARSAY_SRC_ATTRIBUTION_ATTRIBUTION_H_
#define HEARSAY_SRC_ATTRIBUTION_ATTRIBUTION_H_

#include <filesystem>

#include "hearsay/document.h"
#include "hearsay/result.h"

namespace hearsay {

struct AttributionModel {};
struct AttributionScratch {};

Result<AttributionModel> load_attribution(const std::filesystem::path& path);

void find_attributions(const AttributionModel& model, Document& doc, AttributionScratch& scratch);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_ATTRIBUTION_H_
