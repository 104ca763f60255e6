#ifndef HEARSAY_SRC_TAGGER_TAGGER_H_
#define HEARSAY_SRC_TAGGER_TAGGER_H_

#include <filesystem>

#include "hearsay/document.h"
#include "hearsay/result.h"

namespace hearsay {

struct TaggerModel {};
struct TaggerScratch {};

Result<TaggerModel> load_tagger(const std::filesystem::path& path);

void tag(const TaggerModel& model, Document& doc, TaggerScratch& scratch);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TAGGER_TAGGER_H_
