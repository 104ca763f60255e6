#include "tagger/tagger.h"

namespace hearsay {

Result<TaggerModel> load_tagger(const std::filesystem::path&) { return TaggerModel{}; }

void tag(const TaggerModel&, Document&, TaggerScratch&) {}

}  // namespace hearsay
